package io.goodput.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cache.Coalescer.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads at once. */
class CoalescerStressTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final Coalescer<Integer, CompletableFuture<Long>> coalescer = new Coalescer<>(new Settings(8, 1_000));
    private final AtomicInteger[] loading =
            IntStream.range(0, 3).mapToObj(key -> new AtomicInteger()).toArray(AtomicInteger[]::new);
    private final AtomicInteger mostLoading = new AtomicInteger();

    /** Leaders give up every third time, so that leads are handed from thread to thread. */
    @Test
    void a_key_is_loaded_by_one_thread_at_a_time_and_nobody_waits_for_ever() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 64)
                    .mapToObj(thread -> threads.submit(() -> {
                        for (int i = 0; i < 300; i++) {
                            ask(i % loading.length, i, threads);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(mostLoading).hasValue(1);
        assertThat(coalescer.keys()).isZero();
    }

    /** The load ends on another thread, so that there is time to wait for it. */
    private void ask(int key, int i, Executor threads) {
        var waiter = new CompletableFuture<Long>();
        long joined = coalescer.join(key, waiter, NEVER, 0);
        long token = joined == Coalescer.WAIT ? waiter.join() : joined;
        if (token > 0) {
            mostLoading.accumulateAndGet(loading[key].incrementAndGet(), Math::max);
            threads.execute(() -> {
                loading[key].decrementAndGet();
                tell(i % 3 == 0 ? coalescer.leaderCancelled(key, token, 0) : coalescer.completed(key, token, 0));
            });
        }
    }

    private void tell(Resolution<Integer, CompletableFuture<Long>> told) {
        told.answered().forEach(waiter -> waiter.complete(0L));
        told.leads().forEach(lead -> lead.waiter().complete(lead.token()));
    }
}
