package io.goodput.property;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** All tries of a property, up to the first that fails, which is shrunk. */
final class PropertyRun {
    private static final int MOST_BROKEN_ASSUMPTIONS = 5;

    private final PropertyMethod property;
    private final Trial trial;
    private final int tries;
    private final long seed;
    private int kept;
    private int broken;

    PropertyRun(PropertyMethod property, Trial trial, int tries, long seed) {
        this.property = property;
        this.trial = trial;
        this.tries = tries;
        this.seed = seed;
    }

    void run() {
        List<long[]> all = Combinations.atMost(tries, property::values);
        if (all != null) {
            all.forEach(choices -> run(Choices.told(choices)));
        } else {
            var random = new SplittableRandom(seed);
            while (kept < tries && broken <= MOST_BROKEN_ASSUMPTIONS * (long) tries) {
                run(Choices.drawn(random.split()));
            }
        }
        if (kept == 0 || broken > MOST_BROKEN_ASSUMPTIONS * (long) tries) {
            throw new AssertionFailedError("assumptions: broken by %d of %d tries (expected: by fewer than %d in %d)"
                    .formatted(broken, kept + broken, MOST_BROKEN_ASSUMPTIONS, MOST_BROKEN_ASSUMPTIONS + 1));
        }
    }

    private void run(Choices choices) {
        Throwable failure = trial.failure(property.values(choices));
        switch (failure) {
            case null -> kept++;
            case TestAbortedException _ -> broken++;
            case OutOfMemoryError e -> throw e;
            default -> throw shrunk(choices.made(), failure);
        }
    }

    private AssertionFailedError shrunk(long[] found, Throwable failure) {
        var shrinker = new Shrinker(found, Math.clamp(2L * tries, 500, 2_000), told -> failingLike(failure, told));
        long[] simplest = shrinker.shrink();
        Throwable cause = trial.failure(valuesOf(simplest));
        var error = new AssertionFailedError(
                message(found, failure, simplest, shrinker.runs(), cause), cause == null ? failure : cause);
        if (cause != null && !Arrays.equals(simplest, found)) {
            error.addSuppressed(failure);
        }
        return error;
    }

    private long @Nullable [] failingLike(Throwable failure, long[] told) {
        Choices choices = Choices.told(told);
        Throwable now = trial.failure(property.values(choices));
        return now != null && now.getClass() == failure.getClass() ? choices.made() : null;
    }

    private String message(long[] found, Throwable failure, long[] simplest, int runs, @Nullable Throwable cause) {
        var text = new StringBuilder("fails at try %d, with seed %d\n".formatted(kept + broken + 1, seed));
        if (!Arrays.equals(simplest, found)) {
            text.append("  shrunk in %d runs to\n".formatted(runs)).append(property.described(valuesOf(simplest)));
        }
        text.append("  found with\n").append(property.described(valuesOf(found)));
        if (cause == null) {
            text.append("  and not again with the same values: it depends on something else too\n");
        }
        return text.append("  again: -Dtest='%s#%s' -Dgoodput.property.seed=%d\n"
                        .formatted(className(), property.method().getName(), seed))
                .append("  ")
                .append(cause == null ? failure : cause)
                .toString();
    }

    private String className() {
        String name = property.method().getDeclaringClass().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private @Nullable Object[] valuesOf(long[] choices) {
        return property.values(Choices.told(choices));
    }
}
