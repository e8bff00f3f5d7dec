package io.goodput;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The attempts of one call that are on their way. One, unless there are hedges. */
final class Flights {
    private InFlight[] all = {new InFlight()};
    private int live;
    private int doomed;

    int live() {
        return live;
    }

    void clear() {
        for (InFlight each : all) {
            each.free();
        }
        live = 0;
        doomed = 0;
    }

    /** One that is not in use. It counts from {@link #took} on. */
    InFlight vacant() {
        for (InFlight each : all) {
            if (each.number == 0) {
                return each;
            }
        }
        int used = all.length;
        all = Arrays.copyOf(all, used + 1);
        all[used] = new InFlight();
        return all[used];
    }

    void took(InFlight attempt, int number) {
        attempt.number = number;
        live++;
    }

    /** Null if it is not on its way any more. */
    @Nullable InFlight live(int number) {
        for (InFlight each : all) {
            if (each.number == number && each.isLive()) {
                return each;
            }
        }
        return null;
    }

    /** Some attempt whose time is up; null if there is none. */
    @Nullable InFlight expired(long now) {
        for (InFlight each : all) {
            if (each.isLive() && now >= each.timeoutAt) {
                return each;
            }
        }
        return null;
    }

    @Nullable InFlight anyLive() {
        return live == 0 ? null : expired(Long.MAX_VALUE);
    }

    long earliestTimeout() {
        long earliest = Long.MAX_VALUE;
        for (InFlight each : all) {
            if (each.isLive()) {
                earliest = Math.min(earliest, each.timeoutAt);
            }
        }
        return earliest;
    }

    void free(InFlight attempt) {
        live--;
        attempt.free();
    }

    /** It is over for the policies, and waits to be cancelled. */
    void doom(InFlight attempt) {
        attempt.doomed = true;
        live--;
        doomed++;
    }

    /** The number of an attempt to cancel, which is then forgotten; 0 if there is none. */
    int takeDoomed() {
        if (doomed > 0) {
            for (InFlight each : all) {
                if (each.doomed) {
                    int number = each.number;
                    each.free();
                    doomed--;
                    return number;
                }
            }
        }
        return 0;
    }
}
