package io.goodput.shard;

import java.math.BigInteger;
import java.util.List;

/** What {@link ShardAssignments} answers to a key that wants a shard. */
public sealed interface ShardAnswer {
    /**
     * It has one.
     *
     * @param endpoints of the shard, numbered from 0, in the order in which to try them
     */
    record Assigned(List<Integer> endpoints) implements ShardAnswer {
        /** Copies the list. */
        public Assigned {
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * It has none.
     *
     * @param reason why not
     * @param assigned how many other keys have one
     * @param mostPossible more than this could not have one, whatever the search: {@link ShardAssignments#mostPossible}
     */
    record Refused(Reason reason, int assigned, BigInteger mostPossible) implements ShardAnswer {}

    /** Why a key has no shard. */
    enum Reason {
        /** No shard is left beside those assigned: release some, allow more overlap, or add endpoints. */
        NONE_LEFT,
        /** The search took more than its effort; there may be one. */
        GAVE_UP
    }
}
