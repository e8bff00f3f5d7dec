package io.goodput;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What exceptions of the JDK mean; {@link Classifier#standard()} has it in words. */
enum StandardClassifier implements Classifier {
    INSTANCE;

    @Override
    public Outcome ofError(Throwable error) {
        return switch (error) {
            case InterruptedException _, CancellationException _ -> Outcome.CANCELLED;
            case ClosedByInterruptException _, FileLockInterruptionException _ -> Outcome.CANCELLED;
            // A policy inside this call refused it, and knows best.
            case KnownOutcome known -> known.outcome();
            // A socket's time-out is a kind of interrupted I/O; an interrupted thread is not distinguished by type.
            case TimeoutException _, InterruptedIOException _ -> Outcome.TIMEOUT;
            case IOException io -> isHttpTimeout(io) ? Outcome.TIMEOUT : Outcome.TRANSIENT_FAILURE;
            case UncheckedIOException unchecked -> ofError(Objects.requireNonNull(unchecked.getCause()));
            default -> Outcome.PERMANENT_FAILURE;
        };
    }

    /** By name, so that the module {@code java.net.http} need not be there. A connection not made is another matter. */
    private static boolean isHttpTimeout(IOException error) {
        return error.getClass().getName().equals("java.net.http.HttpTimeoutException");
    }
}
