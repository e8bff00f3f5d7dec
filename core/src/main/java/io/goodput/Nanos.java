package io.goodput;

import io.goodput.bounds.Shown;
import java.time.Duration;

/** Arithmetic on ticker readings that stops at {@link Long#MAX_VALUE}, which stands for never. */
public final class Nanos {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanos() {}

    /** In nanoseconds; at most {@link Long#MAX_VALUE}, so that a time that never ends is never. */
    public static long of(Duration time) {
        return time.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : time.toNanos();
    }

    /** The sum of an instant and a time, neither of them negative. */
    public static long plus(long instant, long time) {
        long sum = instant + time;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The shortest text that stands for exactly this time, as a configuration writes it: {@code 1.5s}, {@code 2m}. */
    public static String written(Duration time) {
        return Shown.exact(time);
    }
}
