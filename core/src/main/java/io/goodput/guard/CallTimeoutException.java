package io.goodput.guard;

import io.goodput.Refusal;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A guarded call had no answer in time: its last attempt ran out of time, or its deadline had passed before it began.
 *
 * <p>It has no stack trace: the guard knows what was waited for better than the thread that waited.
 */
public final class CallTimeoutException extends TimeoutException implements CallFailure {
    private static final long serialVersionUID = 1L;

    private final String guard;
    private final int attempts;
    private final transient @Nullable CallReport report;

    CallTimeoutException(CallReport report, @Nullable Throwable cause) {
        super(report.guard() + ": " + report.noAnswer() + report.because());
        this.guard = report.guard();
        this.attempts = report.attempts();
        this.report = report;
        initCause(cause);
    }

    @Override
    public String guard() {
        return guard;
    }

    /** Why there was no attempt, or no further one; null if there was one and no retry policy. */
    @Override
    public @Nullable Refusal refusal() {
        return report == null ? null : report.refusal();
    }

    /** Attempts that were made; 0 if the deadline had passed before the first. */
    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public List<Tried> tried() {
        return report == null ? List.of() : report.tried();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
