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
 * @param idempotent whether to do it twice does no harm: only then is it hedged
 * @param key what fails alone: a shard, an operation. The breaker keeps each key apart; null leaves that to the
 *     endpoint
 */
public record CallOptions(
        Deadline deadline, boolean idempotent, @Nullable Object key) {
    /** No deadline, not idempotent, no key. */
    public static final CallOptions NONE = new CallOptions(Deadline.NONE, false, null);

    /** The same, for a call that does no harm when it is done twice. */
    public CallOptions idempotently() {
        return new CallOptions(deadline, true, key);
    }

    /** The same, for what fails alone. */
    public CallOptions keyed(@Nullable Object other) {
        return new CallOptions(deadline, idempotent, other);
    }

    /** The same, with whichever deadline comes first. */
    public CallOptions within(Deadline other) {
        return new CallOptions(deadline.earlier(other), idempotent, key);
    }

    /** Whichever deadline comes first, of a call in that context, as the ticker reads it. */
    long deadlineIn(CallContext context) {
        return Math.min(deadline.nanos(), context.deadline().nanos());
    }
}
