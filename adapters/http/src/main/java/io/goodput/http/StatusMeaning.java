package io.goodput.http;

import io.goodput.Outcome;
import java.util.List;

/**
 * What a status code means to a guard, and where that is written.
 *
 * @param status the code
 * @param outcome what it means
 * @param source the section that says so
 */
record StatusMeaning(int status, Outcome outcome, String source) {
    /** Those that do not mean what their class means. */
    static final List<StatusMeaning> EXCEPTIONS = List.of(
            new StatusMeaning(408, Outcome.TRANSIENT_FAILURE, "RFC 9110, 15.5.9"),
            new StatusMeaning(421, Outcome.NOT_PROCESSED, "RFC 9110, 15.5.20"),
            new StatusMeaning(425, Outcome.NOT_PROCESSED, "RFC 8470, 5.2"),
            new StatusMeaning(429, Outcome.THROTTLED, "RFC 6585, 4"),
            new StatusMeaning(501, Outcome.PERMANENT_FAILURE, "RFC 9110, 15.6.2"),
            new StatusMeaning(504, Outcome.TIMEOUT, "RFC 9110, 15.6.5"),
            new StatusMeaning(505, Outcome.PERMANENT_FAILURE, "RFC 9110, 15.6.6"));

    /** The one that means something else with a Retry-After: it then says that there is too much to do. */
    static final StatusMeaning WITH_RETRY_AFTER = new StatusMeaning(503, Outcome.THROTTLED, "RFC 9110, 10.2.3");

    /** A code that is none of these means what its class does, and one of no class means a broken server (15). */
    static Outcome of(int status, boolean retryAfter) {
        if (retryAfter && status == WITH_RETRY_AFTER.status) {
            return WITH_RETRY_AFTER.outcome;
        }
        for (StatusMeaning exception : EXCEPTIONS) {
            if (exception.status == status) {
                return exception.outcome;
            }
        }
        return switch (status / 100) {
            case 1, 2, 3 -> Outcome.SUCCESS;
            case 4 -> Outcome.PERMANENT_FAILURE;
            default -> Outcome.TRANSIENT_FAILURE;
        };
    }
}
