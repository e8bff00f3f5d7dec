package io.goodput.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cache.Coalescer.Settings;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads at once. */
class CoalescerStressTest {
    private static final int THREADS = 4;
    private static final int CALLS = 20_000;
    private static final int KEYS = 3;

    private final Coalescer<Integer, AtomicInteger> coalescer = new Coalescer<>(new Settings(KEYS, THREADS * CALLS));
    private final AtomicInteger[] loading =
            IntStream.range(0, KEYS).mapToObj(key -> new AtomicInteger()).toArray(AtomicInteger[]::new);
    private final AtomicInteger mostLoading = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /**
     * Leaders give up every third time, so that leads are handed on. Nobody blocks: whoever tells a leader loads for
     * it.
     */
    @Test
    void a_key_has_one_leader_and_every_waiter_is_told_once_whatever_the_threads() throws Exception {
        var start = new CyclicBarrier(THREADS);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < CALLS; i++) {
                            ask(i % KEYS, i);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(mostLoading).hasValue(1);
        assertThat(told).hasValue(waiting.get());
        assertThat(coalescer.keys()).isZero();
        assertThat(coalescer.earliestDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    private void ask(int key, int i) {
        var waiter = new AtomicInteger();
        // A far deadline, so that deadlines are kept.
        switch (coalescer.join(key, waiter, 1_000_000 + i, 0)) {
            case Joined.Leads(long token) -> load(key, token, i);
            case Joined.Waits _ -> waiting.incrementAndGet();
            case CacheRefusal refusal -> throw new AssertionError(refusal);
        }
    }

    private void load(int key, long first, int i) {
        for (long token = first; token > 0; ) {
            mostLoading.accumulateAndGet(loading[key].incrementAndGet(), Math::max);
            boolean gaveUp = (i + token) % 3 == 0;
            loading[key].decrementAndGet();
            var resolution = gaveUp ? coalescer.leaderCancelled(key, token, 0) : coalescer.completed(key, token, 0);
            token = 0;
            resolution.answered().forEach(this::tell);
            for (var lead : resolution.leads()) {
                tell(lead.waiter());
                token = lead.token();
            }
        }
    }

    private void tell(AtomicInteger waiter) {
        assertThat(waiter.incrementAndGet()).isOne();
        told.incrementAndGet();
    }
}
