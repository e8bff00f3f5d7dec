package io.goodput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says what an answer or an exception of the dependency means.
 *
 * <p>The standard one is careful: what it does not know to be passing is {@link Outcome#PERMANENT_FAILURE}, so that
 * bugs and bad requests are not retried. Tell it about the exceptions of your client:
 *
 * <pre>{@code
 * Classifier.standard()
 *         .with(ServiceUnavailableException.class, Outcome.TRANSIENT_FAILURE)
 *         .with(TooManyRequestsException.class, Outcome.THROTTLED);
 * }</pre>
 */
public interface Classifier {
    /**
     * What an answer means. Standard: {@link Outcome#SUCCESS}. A failed answer is returned to the caller all the same.
     */
    default Outcome ofValue(@Nullable Object value) {
        return Outcome.SUCCESS;
    }

    /** What an exception means. Wrappers of {@code java.util.concurrent} have been taken off. */
    Outcome ofError(Throwable error);

    /**
     * After which time the server wants to be asked again (HTTP's Retry-After); null if it did not say, which is the
     * standard. Asked of failures only. Exactly one of the arguments is what the attempt gave; after an error the value
     * is null.
     */
    default @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
        return null;
    }

    /** The same, but exceptions of this class, and its subclasses, mean that. The latest word counts. */
    default Classifier with(Class<? extends Throwable> type, Outcome outcome) {
        Classifier others = this;
        return new Classifier() {
            @Override
            public Outcome ofValue(@Nullable Object value) {
                return others.ofValue(value);
            }

            @Override
            public Outcome ofError(Throwable error) {
                return type.isInstance(error) ? outcome : others.ofError(error);
            }

            @Override
            public @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
                return others.retryAfter(value, error);
            }
        };
    }

    /**
     * A {@link TimeoutException}, a socket's time-out or that of Java's HTTP client is a {@link Outcome#TIMEOUT};
     * interruption, be it of a channel, and cancellation are {@link Outcome#CANCELLED}; a call that a guard inside held
     * back is {@link Outcome#DROPPED}; any other {@link IOException} is {@link Outcome#TRANSIENT_FAILURE}; an
     * {@link UncheckedIOException} is what it wraps; all else is {@link Outcome#PERMANENT_FAILURE}. Always the same
     * one.
     */
    static Classifier standard() {
        return StandardClassifier.INSTANCE;
    }

    /** The error itself, without the wrappers that {@code java.util.concurrent} puts around it. */
    static Throwable unwrap(Throwable error) {
        Throwable inner = error;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
