package io.goodput.guard;

import io.goodput.KnownOutcome;
import io.goodput.Outcome;
import io.goodput.Refusal;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A guarded call was not sent: one of the guard's own rules held it back before it cost the dependency anything. It is
 * thrown often just when there is much to do, so it has no stack trace and costs little.
 */
public final class CallDroppedException extends RejectedExecutionException implements CallFailure, KnownOutcome {
    private static final long serialVersionUID = 1L;

    private final String guard;
    private final transient @Nullable CallReport report;

    CallDroppedException(CallReport report) {
        this.guard = report.guard();
        this.report = report;
    }

    @Override
    public String getMessage() {
        return report == null ? guard : guard + ": not sent" + report.because();
    }

    @Override
    public String guard() {
        return guard;
    }

    @Override
    public @Nullable Refusal refusal() {
        return report == null ? null : report.refusal();
    }

    /** The dependency has not seen the call. */
    @Override
    public Outcome outcome() {
        return Outcome.DROPPED;
    }

    @Override
    public int attempts() {
        return 0;
    }

    @Override
    public List<Tried> tried() {
        return List.of();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
