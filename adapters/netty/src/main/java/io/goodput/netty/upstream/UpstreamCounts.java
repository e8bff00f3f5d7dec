package io.goodput.netty.upstream;

import java.util.EnumMap;
import java.util.Map;

/** What the client of one loop has done, by name. For the loop's thread only; others are given a copy. */
final class UpstreamCounts {
    private final long[] failures = new long[UpstreamFailure.values().length];
    private long opened;
    private long reused;
    private long discarded;

    void opened() {
        opened++;
    }

    void reused() {
        reused++;
    }

    void discarded() {
        discarded++;
    }

    void failed(UpstreamFailure why) {
        failures[why.ordinal()]++;
    }

    UpstreamSnapshot snapshot(int connections, int unused, int waiting) {
        Map<UpstreamFailure, Long> all = new EnumMap<>(UpstreamFailure.class);
        for (UpstreamFailure why : UpstreamFailure.values()) {
            all.put(why, failures[why.ordinal()]);
        }
        return new UpstreamSnapshot(connections, unused, waiting, opened, reused, discarded, all);
    }
}
