package io.goodput.property;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Finite numbers of a range: spread evenly, or by size down to a millionth of a millionth of the largest, or edges; and
 * some of them rounded. What is not below 0 is simpler than what is, and a rounder number than one that is not.
 */
record DoubleGen(double min, double max) implements Gen<Double> {
    /** As many as a double tells apart. */
    private static final long PARTS = 1L << 53;

    private static final double DECIMALS = 1_000;
    private static final double LEAST_OF_LARGEST = 1e-12;

    private static final int WHOLE = 0;
    private static final int DECIMAL = 1;
    private static final int EXACT = 2;

    private static final int EVENLY = 0;
    private static final int BY_SIZE = 1;
    private static final int EDGE = 2;

    DoubleGen {
        if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("min: " + min + " (expected: finite and <= " + max + ", the max)");
        }
    }

    @Override
    public Double from(Choices choices) {
        if (min >= 0) {
            return within(choices, min, max);
        }
        if (max < 0) {
            return -within(choices, -max, -min);
        }
        boolean below = choices.next(1, chance -> chance.nextInt(2)) == 1;
        return below ? -within(choices, 0, -min) : within(choices, 0, max);
    }

    private static double within(Choices choices, double low, double high) {
        long rounding = choices.next(EXACT, chance -> rounding(chance));
        long spread = choices.next(EDGE, chance -> spread(choices, chance));
        double exact = switch ((int) spread) {
            case EDGE -> Gen.of(edges(low, high)).from(choices);
            case BY_SIZE -> bySize(low, high, share(choices));
            default -> between(low, high, share(choices));
        };
        return switch ((int) rounding) {
            case WHOLE -> Math.clamp(Math.rint(exact), low, high);
            case DECIMAL -> Math.clamp(Math.rint(exact * DECIMALS) / DECIMALS, low, high);
            default -> exact;
        };
    }

    private static int rounding(RandomGenerator chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> WHOLE;
            case 1, 2 -> DECIMAL;
            default -> EXACT;
        };
    }

    private static int spread(Choices choices, RandomGenerator chance) {
        return choices.edge(chance) ? EDGE : chance.nextInt(4) == 0 ? BY_SIZE : EVENLY;
    }

    private static double share(Choices choices) {
        return choices.next(PARTS, chance -> chance.nextLong(PARTS + 1)) / (double) PARTS;
    }

    private static double bySize(double low, double high, double share) {
        double least = Math.max(low, high * LEAST_OF_LARGEST);
        return least == 0 ? low : Math.clamp(least * Math.pow(high / least, share), low, high);
    }

    /** Written so that a range as wide as all numbers does not overflow. */
    private static double between(double low, double high, double share) {
        return Math.clamp(low * (1 - share) + high * share, low, high);
    }

    private static List<Double> edges(double low, double high) {
        return DoubleStream.of(
                        low, high, 0, 1, Math.nextUp(low), Math.nextDown(high), Double.MIN_VALUE, Double.MIN_NORMAL)
                .filter(edge -> edge >= low && edge <= high)
                .distinct()
                .boxed()
                .toList();
    }
}
