package io.goodput.admission;

import org.jspecify.annotations.Nullable;

/** Who has to go when there is no room, and when something more critical is shed. */
final class Displacement<T> {
    private final Lanes<T> lanes;
    private final Dropped<T> dropped;

    /** Told of each that has to go, which is in no lane any more. */
    interface Dropped<T> {
        void drop(Ticket<T> ticket, Shed reason);
    }

    Displacement(Lanes<T> lanes, Dropped<T> dropped) {
        this.lanes = lanes;
        this.dropped = dropped;
    }

    /** Sees to it that one more can wait; answers why not. */
    @Nullable Shed makeRoom(Priority priority, Object flow, int weight, long now) {
        if (lanes.hasRoom()) {
            return null;
        }
        Priority worst = lanes.worstFor(priority);
        if (worst == null) {
            return Shed.FULL;
        }
        if (worst != priority) {
            dropWorst(worst, Shed.DISPLACED, now);
            return null;
        }
        if (lanes.isBelowShare(priority, flow, weight)) {
            dropWorst(priority, Shed.OVER_SHARE, now);
            return null;
        }
        Ticket<T> oldest = lanes.newestFirst(priority, now) ? lanes.takeOldestOf(priority, flow) : null;
        if (oldest == null) {
            return Shed.FULL;
        }
        dropped.drop(oldest, Shed.FULL);
        return null;
    }

    /** What is more critical is about to be shed: nothing less critical may wait any longer. */
    void shedBelow(int criticality, long now) {
        for (Priority worst = lanes.worstBelow(criticality); worst != null; worst = lanes.worstBelow(criticality)) {
            dropWorst(worst, Shed.DISPLACED, now);
        }
    }

    /** There is less room than before. */
    void shedOverCapacity(long now) {
        Priority worst = lanes.worstBelow(Priority.NO_CLASS);
        while (worst != null && lanes.isOverCapacity()) {
            dropWorst(worst, Shed.FULL, now);
            worst = lanes.worstBelow(Priority.NO_CLASS);
        }
    }

    private void dropWorst(Priority priority, Shed reason, long now) {
        Ticket<T> worst = lanes.takeWorst(priority, now);
        if (worst == null) {
            throw new AssertionError("nothing to drop for " + reason);
        }
        dropped.drop(worst, reason);
    }
}
