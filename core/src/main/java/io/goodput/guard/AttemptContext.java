package io.goodput.guard;

import io.goodput.CallContext;
import java.util.random.RandomGenerator;

/**
 * Gives each attempt of a call a context of its own: what its task finds with {@link CallContext#current()} and in its
 * {@link Attempt}, what its headers say, and what its {@linkplain GuardEvent.AttemptFacts events} tell. So each can
 * have a span, and what happens on the other side hangs on the attempt that caused it:
 *
 * <pre>{@code
 * Guard.builder("stock").retry(RetryPolicy.standard()).attemptContext(AttemptContext.SPANS)
 * }</pre>
 *
 * <p>Asked for each attempt before it begins, hedges too, on the thread that decides: it is quick, thread-safe, and
 * calls nobody. The time that an attempt has is the guard's to say: a later deadline in its context counts for nothing.
 */
@FunctionalInterface
public interface AttemptContext {
    /** A span for each attempt, in the trace of its call; without a trace, the context of the call. */
    AttemptContext SPANS = (call, attempt, random) -> call.inNewSpan(random);

    /**
     * The context of an attempt.
     *
     * @param call the context that the call is made in; {@link CallContext#NONE} outside of any request
     * @param attempt its number, from 1
     * @param random the guard's, so that a test or the lab can say what is drawn
     */
    CallContext of(CallContext call, int attempt, RandomGenerator random);
}
