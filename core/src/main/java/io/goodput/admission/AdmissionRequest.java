package io.goodput.admission;

import io.goodput.CallContext;
import io.goodput.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What admission goes by in a request.
 *
 * @param priority in which order it is served, and shed
 * @param tenant who is to get a fair share, by {@code equals}; null for {@link #NO_TENANT}
 * @param deadline when an answer is of no use any more, on the ticker of whoever admits
 */
public record AdmissionRequest(Priority priority, @Nullable Object tenant, Deadline deadline) {
    /** The tenant of requests that have none. */
    public static final Object NO_TENANT = new Object() {
        @Override
        public String toString() {
            return "no tenant";
        }
    };

    /** A health check that waits as long as it takes. */
    public static final AdmissionRequest PING = of(Priority.PING);

    /** One of no tenant, without a deadline. */
    public static AdmissionRequest of(Priority priority) {
        return new AdmissionRequest(priority, null, Deadline.NONE);
    }

    /** One that starts something, as its context says. */
    public static AdmissionRequest starting(CallContext context) {
        return new AdmissionRequest(Priority.starting(context.criticality()), context.tenant(), context.deadline());
    }

    /** One that finishes something already begun, as its context says. */
    public static AdmissionRequest finishing(CallContext context) {
        return new AdmissionRequest(Priority.finishing(context.criticality()), context.tenant(), context.deadline());
    }

    /** The tenant, or {@link #NO_TENANT}. */
    Object payer() {
        return tenant == null ? NO_TENANT : tenant;
    }
}
