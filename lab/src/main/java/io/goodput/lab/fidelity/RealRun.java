package io.goodput.lab.fidelity;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.guard.Guard;
import io.goodput.load.HttpTarget;
import io.goodput.load.LoadClock;
import io.goodput.load.http.HttpSender;
import io.goodput.load.http.HttpSettings;
import io.goodput.sim.Streams;
import java.net.URI;
import java.time.Duration;
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

    /** The guard says when to give up, and how many may be in flight: what carries the calls has no part in it. */
    private static final HttpSettings SETTINGS =
            HttpSettings.STANDARD.connections(20_000).timeout(Duration.ofMinutes(1));

    private final Guard guard;
    private final HttpTarget target;
    private final LoadClock clock = LoadClock.system();

    /** Calls a server under these settings; the backoff of its guard draws from the stream that it has in the lab. */
    RealRun(GuardSettings settings, String variant, URI server, Streams streams) {
        this.guard = settings.newGuard(variant)
                .random(streams.stream("backoff"))
                .classifier(new Statuses())
                .build();
        this.target = HttpTarget.of(server.toString(), null);
    }

    /** What the server's answers mean: 503 is a refusal for lack of room, as in the lab. */
    private static final class Statuses implements Classifier {
        @Override
        public Outcome ofValue(@Nullable Object value) {
            return switch (value instanceof Integer status ? status : 0) {
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
        try (var sender = new HttpSender(target, SETTINGS)) {
            long start = clock.nanos();
            for (int i = 0; i < due.length; i++) {
                clock.waitUntil(start + due[i]);
                counts.made(due[i]);
                var _ = guard.callAsync(sender::status).whenComplete((status, error) -> {
                    counts.ended(outcome(status, error), clock.nanos() - start);
                    open.countDown();
                });
                progress.accept(i + 1);
            }
            clock.waitUntil(start + runNanos);
            if (!open.await(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " calls have not ended");
            }
        }
        return counts;
    }

    private Outcome outcome(@Nullable Integer status, @Nullable Throwable error) {
        return error == null
                ? guard.classifier().ofValue(status)
                : guard.classifier().ofError(Classifier.unwrap(error));
    }
}
