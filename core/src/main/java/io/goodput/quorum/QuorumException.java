package io.goodput.quorum;

import io.goodput.Outcome;

/**
 * A fetch did not get the parts it needed: too many failed, or the time was up. What the parts failed with is
 * suppressed here. It has no stack trace.
 */
public final class QuorumException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    QuorumException(QuorumFetch.Settings settings, QuorumCall call) {
        super(
                call.outcome() + ": " + call.good() + " of " + settings.parts() + " parts came, " + settings.needed()
                        + " are needed; " + call.failed() + " failed of " + call.begun() + " begun",
                null,
                true,
                false);
        this.outcome = call.outcome();
    }

    /** See {@link QuorumCall#outcome}. */
    public Outcome outcome() {
        return outcome;
    }
}
