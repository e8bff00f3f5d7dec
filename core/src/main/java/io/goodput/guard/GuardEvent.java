package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Endpoint;
import io.goodput.bounds.Shown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Guard} does, as its {@linkplain Guard#listen listeners} hear of it. Each call begins and ends once, and
 * so does each of its attempts in between:
 *
 * <pre>{@code
 * CallBegan  { AttemptBegan  AttemptEnded  [RetryScheduled] }  [CallRefused]  CallEnded
 * }</pre>
 *
 * <p>Hedges are attempts that overlap. Instants are readings of the guard's ticker, in nanoseconds. Events are values:
 * whoever keeps one may read it at any later time, and its text is a line for a log: {@code inventory: attempt 2 ended:
 * TIMEOUT after 300ms}. Only the answer and the error of an attempt are not the listener's: see {@link AttemptEnded}.
 */
public sealed interface GuardEvent {
    /** The call that it is about. */
    CallFacts call();

    /** When it happened. */
    long at();

    /** A call has begun, even if it will not be sent. */
    record CallBegan(CallFacts call, long at) implements GuardEvent {
        @Override
        public String toString() {
            return call.text("began");
        }
    }

    /** An attempt is on its way. */
    record AttemptBegan(CallFacts call, AttemptFacts attempt, long at) implements GuardEvent {
        @Override
        public String toString() {
            return call.text(attempt + " began");
        }
    }

    /**
     * An attempt has ended, or was given up.
     *
     * <p>What it gave is told as the caller will see it, and is the caller's. A listener may look at it while it is
     * told: its class, its status, its size, what does not change it. It neither changes nor closes it, reads nothing
     * from it that can be read but once, and keeps what it found out and not the object, which may hold much memory.
     *
     * @param answer what it answered, be that a success or an answer that means failure; null if it was null, if it
     *     failed with an error, and where the attempt was given up: it ran out of time, or was cancelled
     * @param error what it failed with, without the wrappers of {@code java.util.concurrent}; null if it answered, and
     *     where the attempt was given up
     */
    record AttemptEnded(
            CallFacts call,
            AttemptFacts attempt,
            Outcome outcome,
            @Nullable Object answer,
            @Nullable Throwable error,
            long at)
            implements GuardEvent {
        @Override
        public String toString() {
            return call.text(attempt + " ended: " + outcome + after(attempt.startedAt, at));
        }
    }

    /**
     * The call will be tried again.
     *
     * @param attempts that were begun
     * @param outcome of the last one
     * @param delayNanos that the call waits first
     */
    record RetryScheduled(CallFacts call, int attempts, Outcome outcome, long delayNanos, long at)
            implements GuardEvent {
        @Override
        public String toString() {
            return call.text("attempt " + (attempts + 1) + " begins in " + Shown.rounded(Duration.ofNanos(delayNanos))
                    + ", after " + outcome);
        }
    }

    /**
     * A rule has said no: the call is not sent, or not sent again.
     *
     * @param attempts that were begun
     */
    record CallRefused(CallFacts call, int attempts, Refusal refusal, long at) implements GuardEvent {
        @Override
        public String toString() {
            return call.text((attempts == 0 ? "not sent; " : "attempt " + attempts + " was the last; ") + refusal);
        }
    }

    /**
     * The call is over.
     *
     * @param attempts that were begun
     */
    record CallEnded(CallFacts call, int attempts, Outcome outcome, long at) implements GuardEvent {
        @Override
        public String toString() {
            return call.text("ended: " + outcome + after(call.startedAt, at) + ", attempts: " + attempts);
        }
    }

    /**
     * A call, the same in all of its events.
     *
     * @param id one object for all events of the call; no other call that is under way at the same time has it
     * @param guard the name of the guard
     * @param options what the guard was told about this kind of call, its key among them
     * @param context what the call is for
     * @param startedAt when it began
     * @param deadline the earliest of the guard's, the context's and the caller's
     */
    record CallFacts(
            Object id, String guard, CallOptions options, CallContext context, long startedAt, Deadline deadline) {
        /** The guard, and the key if there is one: {@code inventory, shard 7}. */
        @Override
        public String toString() {
            return options.key() == null ? guard : guard + ", " + options.key();
        }

        private String text(String what) {
            return Shown.line(this + ": " + what);
        }
    }

    /**
     * An attempt, the same in both of its events.
     *
     * @param number from 1; hedges count too
     * @param hedge whether it runs beside an earlier one
     * @param endpoint where it is sent; null where the guard has none
     * @param context what it is for: the call's, or {@linkplain GuardBuilder#attemptContext its own}. How long it may
     *     take stands in {@code deadline}
     * @param startedAt when it began
     * @param deadline when its time runs out
     */
    record AttemptFacts(
            int number,
            boolean hedge,
            @Nullable Endpoint endpoint,
            CallContext context,
            long startedAt,
            Deadline deadline) {
        /** Which one, and where: {@code attempt 2 at b}, {@code hedge 3}. */
        @Override
        public String toString() {
            return (hedge ? "hedge " : "attempt ") + number + (endpoint == null ? "" : " at " + endpoint.name());
        }
    }

    private static String after(long startedAt, long at) {
        return " after " + Shown.rounded(Duration.ofNanos(at - startedAt));
    }
}
