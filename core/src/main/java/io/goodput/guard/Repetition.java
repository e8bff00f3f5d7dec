package io.goodput.guard;

/** What it does to a dependency when a call is sent to it twice. */
public enum Repetition {
    /**
     * Nobody has said: the retry policy decides whether it is sent again, by its {@link io.goodput.retry.ReplayRule},
     * and it is never hedged.
     */
    UNSAID,
    /** No harm: it may be retried, and hedged. */
    HARMLESS,
    /**
     * Harm: it is sent again only after an attempt that was provably {@linkplain io.goodput.Outcome#NOT_PROCESSED not
     * processed}, and never hedged.
     */
    HARMFUL
}
