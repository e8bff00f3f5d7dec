package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardAsyncStressTest {
    private static final int CALLS = 3_000;

    /** Not all are sent: the call may have ended by then. */
    private final AtomicLong begun = new AtomicLong();

    private final RetryBudget budget = RetryBudget.of(1e9, 0);
    private final Guard guard = Guard.builder("race")
            .deadline(Duration.ofMillis(4))
            .attemptTimeout(Duration.ofMillis(1))
            .retry(RetryPolicy.builder()
                    .attempts(4)
                    .budget(budget)
                    .backoff(Backoff.exponential(Duration.ofNanos(100_000), Duration.ofMillis(1)))
                    .build())
            .listener(event -> {
                if (event instanceof GuardEvent.AttemptBegan) {
                    begun.incrementAndGet();
                }
            })
            .build();

    private final AtomicInteger overlapping = new AtomicInteger();

    /** Answers, timers and callers who give up, all at about the same time and from different threads. */
    @RepeatedTest(3)
    void every_call_ends_once_and_its_attempts_follow_each_other() {
        var results = new ArrayList<CompletableFuture<String>>();
        try (ScheduledExecutorService others = Executors.newScheduledThreadPool(3)) {
            for (int i = 0; i < CALLS; i++) {
                CompletableFuture<String> result = guard.callAsync(new Task(others, i)::attempt);
                results.add(result);
                if (i % 5 == 0) {
                    var _ = others.schedule(() -> result.cancel(true), 900 + i % 200, TimeUnit.MICROSECONDS);
                }
            }
            for (CompletableFuture<String> result : results) {
                var _ = result.handle((_, _) -> "ended")
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join();
            }
        }
        assertThat(overlapping).hasValue(0);
        assertThat(results).anyMatch(result -> !result.isCompletedExceptionally());
        // Every retry that began is paid for; one that was called off has been put back.
        // A future that was cancelled has ended before its call has.
        while (1_000_000_000 - budget.available() / RetryBudget.TOKEN != begun.get() - CALLS) {
            Thread.onSpinWait();
        }
    }

    /** The attempts of one call. */
    private final class Task {
        private final ScheduledExecutorService others;
        private final SplittableRandom random;
        private final List<CompletableFuture<String>> attempts = new ArrayList<>();

        Task(ScheduledExecutorService others, int seed) {
            this.others = others;
            this.random = new SplittableRandom(seed);
        }

        CompletableFuture<String> attempt() {
            if (attempts.stream().anyMatch(earlier -> !earlier.isDone())) {
                overlapping.incrementAndGet();
            }
            var attempt = new CompletableFuture<String>();
            attempts.add(attempt);
            boolean fails = random.nextInt(3) == 0;
            Runnable end = () -> {
                if (fails) {
                    attempt.completeExceptionally(new IOException("passing"));
                } else {
                    attempt.complete("answer");
                }
            };
            if (random.nextInt(10) == 0) {
                end.run();
            } else {
                var _ = others.schedule(end, 700 + random.nextInt(600), TimeUnit.MICROSECONDS);
            }
            return attempt;
        }
    }
}
