package io.goodput.breaker;

import io.goodput.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the settings of both breakers refuse. */
final class Check {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Check() {}

    /** A share above 0, up to {@code most}. */
    static void share(String name, double share, double most) {
        if (!(share > 0 && share <= most)) {
            throw new IllegalArgumentException(name + ": " + share + " (expected: > 0 and <= " + most + ")");
        }
    }

    static void count(String name, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(name + ": " + count + " (expected: 1 to " + most + ")");
        }
    }

    static void time(String name, Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": " + time + " (expected: >= 1 ms and <= 1 day)");
        }
    }

    static Set<Outcome> failures(Set<Outcome> failures) {
        Set<Outcome> senseless = EnumSet.noneOf(Outcome.class);
        senseless.addAll(failures);
        senseless.removeAll(Breaker.FAILURES);
        senseless.remove(Outcome.PERMANENT_FAILURE);
        if (failures.isEmpty() || !senseless.isEmpty()) {
            throw new IllegalArgumentException("failures: " + failures
                    + " (expected: some of TRANSIENT_FAILURE, TIMEOUT, THROTTLED, PERMANENT_FAILURE)");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(failures));
    }
}
