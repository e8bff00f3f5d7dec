package io.goodput.retry;

/**
 * Which calls a {@link RetryPolicy} tries again after an attempt that may have been done. One that was provably
 * {@linkplain io.goodput.Outcome#NOT_PROCESSED not processed} is tried again whatever the call.
 */
public enum ReplayRule {
    /** All, but those of which the caller has said that they are to be done at most once. */
    ANY,
    /** Only those of which the caller has said that to do them twice does no harm: what a gateway starts from. */
    IDEMPOTENT
}
