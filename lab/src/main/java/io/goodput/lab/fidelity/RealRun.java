package io.goodput.lab.fidelity;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.config.policy.GuardSettings;
import io.goodput.guard.Guard;
import io.goodput.lab.probe.Pace;
import io.goodput.sim.Streams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A real client: calls a server over HTTP, through a guard, at the instants that the law says, whatever became of the
 * earlier calls.
 */
final class RealRun {
    private static final long LAST_ANSWERS_SECONDS = 30;

    private final Guard guard;
    private final HttpRequest request;
    private final Pace pace = Pace.system();

    /** Calls a server under these settings; the backoff of its guard draws from the stream that it has in the lab. */
    RealRun(GuardSettings settings, String variant, URI server, Streams streams) {
        this.guard = settings.newGuard(variant)
                .random(streams.stream("backoff"))
                .classifier(new Statuses())
                .build();
        this.request = HttpRequest.newBuilder(server).build();
    }

    /** What the server's answers mean: 503 is a refusal for lack of room, as in the lab. */
    private static final class Statuses implements Classifier {
        @Override
        public Outcome ofValue(@Nullable Object value) {
            int status = value instanceof HttpResponse<?> response ? response.statusCode() : 0;
            return switch (status) {
                case 200 -> Outcome.SUCCESS;
                case 503 -> Outcome.THROTTLED;
                default -> Outcome.PERMANENT_FAILURE;
            };
        }

        @Override
        public Outcome ofError(Throwable error) {
            return Classifier.standard().ofError(error);
        }
    }

    /**
     * Makes the calls, and waits until all have ended.
     *
     * @param due in nanoseconds from the start of the run, ascending
     * @param progress told how many calls were made
     * @throws IllegalStateException if calls have not ended half a minute after the last was made
     */
    Counts run(long[] due, long runNanos, IntConsumer progress) throws InterruptedException {
        var counts = new Counts(runNanos);
        var open = new CountDownLatch(due.length);
        try (HttpClient client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            long start = pace.nanos();
            for (int i = 0; i < due.length; i++) {
                pace.waitUntil(start + due[i]);
                counts.made(due[i]);
                var _ = guard.callAsync(() -> client.sendAsync(request, BodyHandlers.discarding()))
                        .whenComplete((response, error) -> {
                            counts.ended(outcome(response, error), pace.nanos() - start);
                            open.countDown();
                        });
                progress.accept(i + 1);
            }
            pace.waitUntil(start + runNanos);
            if (!open.await(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " calls have not ended");
            }
            client.shutdownNow();
        }
        return counts;
    }

    private Outcome outcome(@Nullable HttpResponse<Void> response, @Nullable Throwable error) {
        return error == null
                ? guard.classifier().ofValue(response)
                : guard.classifier().ofError(Classifier.unwrap(error));
    }
}
