package io.goodput;

/** What an exception of a policy implements, so that the policies around it need not guess how the call ended. */
public interface KnownOutcome {
    /** How a call ended that ended by this exception. */
    Outcome outcome();
}
