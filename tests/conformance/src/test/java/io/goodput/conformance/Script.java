package io.goodput.conformance;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a guard: some calls, one after the other, and how each of their attempts ends.
 *
 * @param calls at least one
 * @param guard configures a new guard
 * @param seed of the guard's randomness
 */
record Script(List<Call> calls, Supplier<GuardBuilder> guard, long seed) {
    static final Classifier CLASSIFIER = new ThrottleClassifier();

    /** What all calls are made for. */
    static final CallContext CONTEXT =
            CallContext.NONE.withTrace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    /**
     * One call.
     *
     * @param attempts what each attempt does; the last one is repeated
     * @param deadline the caller's, in nanoseconds from the start
     * @param cancelAfter nanoseconds from the start until the caller gives up
     * @param options all but the deadline
     */
    record Call(List<Attempt> attempts, long deadline, long cancelAfter, CallOptions options) {
        CallOptions optionsFrom(long now) {
            return deadline == Long.MAX_VALUE ? options : options.within(new Deadline(now + deadline));
        }

        Attempt attempt(int number) {
            return attempts.get(Math.min(number, attempts.size()) - 1);
        }
    }

    /** An attempt ends by itself after that many nanoseconds, unless it is cancelled. */
    record Attempt(long lasts, Outcome ends, @Nullable Duration retryAfter) {
        /** Null for a success. */
        @Nullable Exception error() {
            return switch (ends) {
                case SUCCESS -> null;
                case TRANSIENT_FAILURE -> new IOException("connection reset");
                case NOT_PROCESSED -> new ConnectException("connection refused");
                case THROTTLED -> new Throttled(retryAfter);
                case TIMEOUT -> new TimeoutException("the attempt's own");
                case PERMANENT_FAILURE -> new IllegalStateException("a bug");
                case CANCELLED, DROPPED -> new CancellationException("by the other side");
            };
        }
    }

    GuardBuilder newGuard() {
        return guard.get()
                .random(new SplittableRandom(seed))
                .classifier(CLASSIFIER)
                .attemptContext(AttemptContext.SPANS);
    }

    static String budgetOf(Guard guard) {
        RetryPolicy retry = guard.retry();
        return "budget "
                + (retry == null || retry.budget() == null
                        ? "none"
                        : retry.budget().available());
    }

    /** Says when to come back. */
    static final class Throttled extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Duration retryAfter;

        Throttled(@Nullable Duration retryAfter) {
            super("429");
            this.retryAfter = retryAfter;
        }
    }

    private static final class ThrottleClassifier implements Classifier {
        private final Classifier standard = Classifier.standard();

        @Override
        public Outcome ofError(Throwable error) {
            return switch (error) {
                case Throttled _ -> Outcome.THROTTLED;
                case ConnectException _ -> Outcome.NOT_PROCESSED;
                default -> standard.ofError(error);
            };
        }

        @Override
        public @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
            return error instanceof Throttled throttled ? throttled.retryAfter : null;
        }
    }
}
