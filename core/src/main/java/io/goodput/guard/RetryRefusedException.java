package io.goodput.guard;

import io.goodput.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rides along, suppressed, on the exception of a guarded call's last attempt, and says why there was no further one and
 * what was tried before. Never thrown itself.
 */
public final class RetryRefusedException extends Exception implements CallFailure {
    private static final long serialVersionUID = 1L;

    private final String guard;
    private final int attempts;
    private final transient @Nullable CallReport report;

    private RetryRefusedException(CallReport report) {
        super(
                report.guard() + ": attempt " + report.attempts() + " was the last" + report.because(),
                null,
                false,
                false);
        this.guard = report.guard();
        this.attempts = report.attempts();
        this.report = report;
    }

    /**
     * Adds the report to the error, once for each guard that it passes: an error that is one shared object must not
     * grow with every call, even if many threads have it at the same time.
     */
    static void attach(Throwable error, CallReport report) {
        synchronized (error) { // as addSuppressed does
            for (Throwable suppressed : error.getSuppressed()) {
                if (suppressed instanceof RetryRefusedException other && other.guard.equals(report.guard())) {
                    return;
                }
            }
            error.addSuppressed(new RetryRefusedException(report));
        }
    }

    @Override
    public String guard() {
        return guard;
    }

    /** The rule that said no, and why; null after deserialization. */
    @Override
    public @Nullable Refusal refusal() {
        return report == null ? null : report.refusal();
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public List<Tried> tried() {
        return report == null ? List.of() : report.tried();
    }
}
