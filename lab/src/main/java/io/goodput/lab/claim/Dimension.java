package io.goodput.lab.claim;

import io.goodput.lab.result.ClaimResult.Unit;

/** What a figure is counted in. Only figures of one dimension are compared. */
public enum Dimension {
    /** Per second. */
    RATE("a rate such as 40/s"),
    /** In seconds. */
    TIME("a duration such as 2s"),
    /** Neither: a count or a share. */
    NUMBER("a number such as 0.7 or a share such as 70%");

    private final String example;

    Dimension(String example) {
        this.example = example;
    }

    /** The unit that a report gives its figures in. */
    public Unit unit() {
        return switch (this) {
            case RATE -> Unit.PER_SECOND;
            case TIME -> Unit.SECONDS;
            case NUMBER -> Unit.NONE;
        };
    }

    /** How a value of it is written, for a message. */
    public String example() {
        return example;
    }
}
