package io.goodput.property;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest and lowest choices with which a try still fails. It cuts blocks out, the longest first (delta
 * debugging: Zeller and Hildebrandt, 2002), lowers each choice, and equal ones together, by halves, and shifts what one
 * has to one near after it; and does so again until nothing helps or the runs are used up.
 */
final class Shrinker {
    /** Runs a try; the choices that it made, or null if it did not fail in the same way. */
    @FunctionalInterface
    interface Attempt {
        long @Nullable [] failing(long[] choices);
    }

    /** Blocks up to this long are looked for at every place: as many choices as a few elements of a list take. */
    private static final int SHORT = 8;

    /** As far as the next element of a list is away, if it is made of one choice or of two. */
    private static final int NEAR = 3;

    private final Attempt attempt;
    private final int most;
    private long[] best;
    private int runs;

    Shrinker(long[] failing, int most, Attempt attempt) {
        this.best = failing;
        this.most = most;
        this.attempt = attempt;
    }

    long[] shrink() {
        long[] before;
        do {
            before = best;
            cut();
            lowerEach();
            lowerEqual();
            workOnNeighbours();
        } while (!Arrays.equals(best, before) && runs < most);
        return best;
    }

    int runs() {
        return runs;
    }

    private void cut() {
        for (int size = best.length; size > 0; size = size > SHORT ? Math.max(SHORT, size / 2) : size - 1) {
            int step = size > SHORT ? size : 1;
            for (int from = best.length - size; from >= 0; from = Math.min(from - step, best.length - size)) {
                helps(without(from, size));
            }
        }
    }

    private long[] without(int from, int size) {
        return IntStream.range(0, best.length)
                .filter(i -> i < from || i >= from + size)
                .mapToLong(i -> best[i])
                .toArray();
    }

    private void lowerEach() {
        for (int i = 0; i < best.length; i++) {
            lower(i);
        }
    }

    private void lowerEqual() {
        for (long value :
                Arrays.stream(best).filter(value -> value > 0).distinct().toArray()) {
            int[] equal = IntStream.range(0, best.length)
                    .filter(i -> best[i] == value)
                    .toArray();
            if (equal.length > 1) {
                lower(equal);
            }
        }
    }

    /** The lowest at which it fails, as far as halving finds it. */
    private void lower(int... places) {
        long passes = -1;
        long fails = best[places[0]];
        while (fails - passes > 1) {
            long middle = passes == -1 ? 0 : passes + (fails - passes) / 2;
            if (helps(with(middle, places))) {
                fails = middle;
            } else {
                passes = middle;
            }
        }
    }

    private void workOnNeighbours() {
        for (int from = 0; from < best.length; from++) {
            for (int to = from + 1; to <= from + NEAR && to < best.length; to++) {
                if (best[from] == best[to]) {
                    lower(from, to);
                } else {
                    shift(from, to);
                }
            }
        }
    }

    /** As much as can be shifted; what a choice has above its bound is lost. */
    private void shift(int from, int to) {
        long amount = best[from];
        while (amount > 0 && to < best.length) {
            long[] shifted = best.clone();
            shifted[from] -= amount;
            shifted[to] += Math.min(amount, Long.MAX_VALUE - shifted[to]);
            amount = helps(shifted) ? Math.min(amount, best[from]) : amount / 2;
        }
    }

    private long[] with(long value, int... places) {
        long[] changed = best.clone();
        for (int place : places) {
            if (place < changed.length) {
                changed[place] = value;
            }
        }
        return changed;
    }

    private boolean helps(long[] choices) {
        if (runs == most) {
            return false;
        }
        runs++;
        long[] made = attempt.failing(choices);
        if (made == null || !simpler(made)) {
            return false;
        }
        best = made;
        return true;
    }

    private boolean simpler(long[] choices) {
        return choices.length != best.length ? choices.length < best.length : Arrays.compare(choices, best) < 0;
    }
}
