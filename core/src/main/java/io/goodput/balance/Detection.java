package io.goodput.balance;

/**
 * An endpoint was found to be an outlier.
 *
 * @param endpoint the one
 * @param reason what it stood out by
 * @param at when, in nanoseconds
 * @param consequence what was done about it
 * @param why with its figures: {@code success rate 40.0 % (mean 88.0 %, deviation 24.0 %, 5 endpoints)}
 */
public record Detection(Endpoint endpoint, Reason reason, long at, Consequence consequence, String why) {
    /** {@code 10.0.0.7:8080: EJECTED, FAILURES_IN_A_ROW: 5 failures in a row}. */
    @Override
    public String toString() {
        return endpoint.name() + ": " + consequence + ", " + reason + ": " + why;
    }

    /** What an endpoint can stand out by. */
    public enum Reason {
        /** Too many failures without another answer in between. */
        FAILURES_IN_A_ROW,
        /** A success rate far below that of its peers. */
        SUCCESS_RATE
    }

    /** What can be done about it. */
    public enum Consequence {
        /** It gets no calls for a while. */
        EJECTED,
        /** Nothing: as many are ejected as may be. */
        TOO_MANY_EJECTED,
        /** Nothing: a dry run. It would have been ejected. */
        DRY_RUN
    }
}
