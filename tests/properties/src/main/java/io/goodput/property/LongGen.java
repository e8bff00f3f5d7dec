package io.goodput.property;

/** Whole numbers of a range. What is not below 0 is simpler than what is, and then what is nearer to 0. */
record LongGen(long min, long max) implements Gen<Long> {
    LongGen {
        if (min > max) {
            throw new IllegalArgumentException("min: " + min + " (expected: <= " + max + ", the max)");
        }
    }

    @Override
    public Long from(Choices choices) {
        if (min >= 0) {
            return min + choices.next(max - min);
        }
        if (max < 0) {
            return max - choices.next(max - min);
        }
        return below(choices) ? -1 - choices.next(-1 - min) : choices.next(max);
    }

    /** As often as there are numbers below 0, but now and then however few these or the others are. */
    private boolean below(Choices choices) {
        double share = Math.clamp(-(double) min / ((double) max - min + 1), 0.05, 0.95);
        return choices.next(1, chance -> chance.nextDouble() < share ? 1 : 0) == 1;
    }
}
