package io.goodput.http;

import io.goodput.guard.Attempt;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the attempts of one call. All but the one that the caller is given are closed, so that a body that
 * nobody reads does not keep its connection.
 */
@SuppressWarnings("ReferenceEquality") // an answer is itself, and no other
final class Received<T> {
    private final List<HttpResponse<T>> kept = new ArrayList<>(1);
    private boolean over;
    private @Nullable Object given;

    /** Before an attempt that is no hedge, all earlier ones have failed. */
    synchronized void begins(Attempt attempt) {
        if (!attempt.hedge()) {
            kept.forEach(Received::discard);
            kept.clear();
        }
    }

    /** An answer has come, be it that nobody waits for it any more. */
    synchronized void came(HttpResponse<T> answer) {
        if (!over) {
            kept.add(answer);
        } else if (answer != given) {
            discard(answer);
        }
    }

    /** The caller is given this answer, or none. */
    synchronized void over(@Nullable HttpResponse<T> answer) {
        over = true;
        given = answer;
        kept.stream().filter(each -> each != answer).forEach(Received::discard);
        kept.clear();
    }

    private static void discard(HttpResponse<?> answer) {
        try {
            switch (answer.body()) {
                case AutoCloseable stream -> stream.close();
                case Publisher<?> parts -> parts.subscribe(new Uninterested());
                case null, default -> {}
            }
        } catch (Exception _) {
            // It is of no use to anybody, whole or not.
        }
    }
}
