package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Guard} is told about one kind of call. Make it once, where the call is written, and keep it:
 *
 * <pre>{@code
 * private static final CallOptions READ = CallOptions.NONE.idempotently().keyed("read");
 *
 * Item item = inventory.call(READ, () -> client.get(id));
 * }</pre>
 *
 * @param deadline of the caller, besides that of its {@link CallContext}; the earliest counts
 * @param repetition what it does when it is sent twice
 * @param key what fails alone: a shard, an operation. The breaker keeps each key apart; null leaves that to the
 *     endpoint
 */
public record CallOptions(
        Deadline deadline, Repetition repetition, @Nullable Object key) {
    /** No deadline, nothing said of repetition, no key. */
    public static final CallOptions NONE = new CallOptions(Deadline.NONE, Repetition.UNSAID, null);

    /** The same, for a call that does no harm when it is done twice: it may be hedged. */
    public CallOptions idempotently() {
        return new CallOptions(deadline, Repetition.HARMLESS, key);
    }

    /**
     * The same, for a call that does harm when it is done twice: it is sent again only after an attempt that was
     * provably {@linkplain io.goodput.Outcome#NOT_PROCESSED not processed}, whatever the retry policy says.
     */
    public CallOptions atMostOnce() {
        return new CallOptions(deadline, Repetition.HARMFUL, key);
    }

    /** The same, for what fails alone. */
    public CallOptions keyed(@Nullable Object other) {
        return new CallOptions(deadline, repetition, other);
    }

    /** The same, with whichever deadline comes first. */
    public CallOptions within(Deadline other) {
        return new CallOptions(deadline.earlier(other), repetition, key);
    }

    /** Whether to do it twice does no harm. */
    public boolean isIdempotent() {
        return repetition == Repetition.HARMLESS;
    }

    /** Whether to do it twice does harm. */
    public boolean isAtMostOnce() {
        return repetition == Repetition.HARMFUL;
    }

    /** Whichever deadline comes first, of a call in that context, as the ticker reads it. */
    long deadlineIn(CallContext context) {
        return Math.min(deadline.nanos(), context.deadline().nanos());
    }
}
