package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Timers;
import io.goodput.cache.AsyncReadThrough;
import io.goodput.cache.CacheBase;
import io.goodput.cache.ReadThrough;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.quorum.QuorumException;
import io.goodput.quorum.QuorumFetch;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is due is decided, in real time, whatever keeps the carriers busy, and whatever users' code does meanwhile. */
@Timeout(60)
class DecidingTest {
    private static final Duration SOON = Duration.ofMillis(20);

    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Thread> spinners = new ArrayList<>();

    @AfterEach
    void release() throws InterruptedException {
        released.countDown();
        for (Thread spinner : spinners) {
            spinner.join();
        }
    }

    /** Returns once every carrier is kept busy, for as long as the test lasts. */
    private void keepAllCarriersBusy() throws InterruptedException {
        int carriers = Runtime.getRuntime().availableProcessors();
        var busy = new CountDownLatch(carriers);
        for (int i = 0; i < carriers; i++) {
            spinners.add(Thread.startVirtualThread(() -> {
                busy.countDown();
                while (released.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }));
        }
        busy.await();
    }

    @Test
    void a_timeout_needs_no_carrier() throws Exception {
        Guard guard = Guard.builder("timeout").attemptTimeout(SOON).build();
        keepAllCarriersBusy();

        timesOut(guard.callAsync(CompletableFuture::new));
    }

    @Test
    void ten_thousand_timeouts_at_once_need_none_either() throws Exception {
        Guard guard = Guard.builder("timeouts").attemptTimeout(SOON).build();
        keepAllCarriersBusy();

        var calls = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < 10_000; i++) {
            calls.add(guard.callAsync(CompletableFuture::new));
        }
        for (CompletableFuture<String> call : calls) {
            timesOut(call);
        }
    }

    @Test
    void a_retry_after_a_wait_needs_no_carrier() throws Exception {
        var attempts = new AtomicInteger();
        Guard guard = retrying().attemptTimeout(SOON).build();
        keepAllCarriersBusy();

        CompletableFuture<String> call = guard.callAsync(() -> attempts.incrementAndGet() == 1
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture("second"));

        assertThat(soon(call)).isEqualTo("second");
    }

    @Test
    void a_hedged_call_ends_in_time_though_its_task_ignores_that_it_is_cancelled() throws Exception {
        Guard guard = Guard.builder("hedged")
                .hedge(new HedgePolicy(
                        new HedgePolicy.Settings(0.05, 10, new HedgeDelay.Fixed(Duration.ofMillis(1)), 1)))
                .attemptTimeout(SOON)
                .build();
        keepAllCarriersBusy();

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(CallOptions.NONE.idempotently(), () -> {
                    while (released.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return "late";
                }));
    }

    @Test
    void a_quorum_and_who_waits_for_a_cache_time_out_without_a_carrier() throws Exception {
        var fetch = new QuorumFetch(QuorumFetch.Settings.of(1, 1).withTimeout(SOON));
        var cache = new AsyncReadThrough<String, String>(
                ReadThrough.Settings.STANDARD,
                CacheBase.of(new ConcurrentHashMap<>()),
                (key, context) -> new CompletableFuture<>());
        keepAllCarriersBusy();

        CompletableFuture<?> fetched = fetch.callAsync(List.of(CompletableFuture<String>::new));
        CallContext hasty = CallContext.NONE.within(Deadline.after(Duration.ofSeconds(1), Timers.system()));
        CompletableFuture<?> leads = cache.get("key", hasty);
        CompletableFuture<?> waits = cache.get("key", hasty);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> soon(fetched))
                .withCauseInstanceOf(QuorumException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> soon(leads))
                .withCauseInstanceOf(TimeoutException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> soon(waits))
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void code_that_depends_on_a_call_and_blocks_keeps_no_other_call_waiting() throws Exception {
        Guard guard = Guard.builder("dependents").attemptTimeout(SOON).build();
        for (int i = 0; i < 20; i++) {
            var _ = guard.callAsync(CompletableFuture::new).whenComplete((_, _) -> block());
        }

        timesOut(guard.callAsync(CompletableFuture::new));
    }

    @Test
    void a_listener_that_blocks_keeps_no_call_of_others_waiting() throws Exception {
        Guard heard = Guard.builder("heard").attemptTimeout(SOON).build();
        var told = new CountDownLatch(1);
        heard.listen(event -> {
            if (event instanceof GuardEvent.CallEnded) {
                told.countDown();
                block();
            }
        });
        var _ = heard.callAsync(CompletableFuture::new);
        told.await();

        timesOut(Guard.builder("other").attemptTimeout(SOON).build().callAsync(CompletableFuture::new));
    }

    @Test
    void an_attempt_that_blocks_before_it_gives_its_stage_times_out_like_any_other() throws Exception {
        var attempts = new AtomicInteger();
        Guard guard = retrying().attemptTimeout(SOON).build();

        CompletableFuture<String> call = guard.callAsync(() -> {
            if (attempts.incrementAndGet() > 1) {
                block();
            }
            return new CompletableFuture<>();
        });

        timesOut(call);
    }

    @Test
    void a_stage_that_blocks_whoever_cancels_it_keeps_its_caller_no_longer_than_the_deadline() throws Exception {
        Guard guard =
                retrying().attemptTimeout(SOON).deadline(SOON.multipliedBy(3)).build();

        CompletableFuture<String> call = guard.callAsync(() -> new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                block();
                return false;
            }
        });

        timesOut(call);
    }

    private static GuardBuilder retrying() {
        return Guard.builder("retrying")
                .retry(RetryPolicy.builder()
                        .budget(RetryBudget.of(10, 0))
                        .backoff(Backoff.exponential(Duration.ofMillis(2), Duration.ofMillis(5)))
                        .build());
    }

    private void block() {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails if it takes unreasonably long; how long it takes else is not the point. */
    private static <T> T soon(Future<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static void timesOut(Future<?> call) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> soon(call))
                .withCauseInstanceOf(CallTimeoutException.class);
    }
}
