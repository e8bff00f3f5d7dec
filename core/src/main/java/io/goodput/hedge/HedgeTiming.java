package io.goodput.hedge;

/** When the hedge of an attempt is due. */
public sealed interface HedgeTiming {
    /** No hedge: too little is known of what answers take. */
    HedgeTiming NOT_YET = new NotYet();

    /**
     * So long after the attempt began.
     *
     * @param nanos >= 0
     */
    record After(long nanos) implements HedgeTiming {}

    /** Too little is known to say. */
    record NotYet() implements HedgeTiming {}
}
