package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.guard.SlotPool.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private final TestTimers timers = new TestTimers();
    private final SlotPool pool = new SlotPool(timers);

    @Test
    void a_thread_comes_back_to_the_slot_that_it_had() {
        Slot first = pool.claim();
        first.release();

        assertThat(pool.claim()).isSameAs(first);
    }

    @Test
    void calls_nested_deeply_in_one_thread_do_not_make_the_pool_grow_without_end() {
        List<Slot> claimed = new ArrayList<>();
        for (int depth = 0; depth < 1_000; depth++) {
            claimed.add(pool.claim());
        }

        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(timers.interrupters()).isLessThanOrEqualTo(8 * 1_024);
    }

    @Test
    void a_pool_of_threads_with_neighbouring_numbers_and_nested_calls_does_not_either() throws Exception {
        assertThat(claimsOf(32, () -> List.of(pool.claim(), pool.claim()))).doesNotHaveDuplicates();

        assertThat(timers.interrupters()).isLessThanOrEqualTo(8 * 64);
    }

    @Test
    void slots_of_a_burst_are_given_up_once_calls_come_one_at_a_time() {
        List<Slot> burst = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            burst.add(pool.claim());
        }
        burst.forEach(Slot::release);
        int most = pool.size();
        assertThat(most).isGreaterThanOrEqualTo(10_000);

        for (int i = 0; i < 2 * most; i++) {
            pool.claim().release();
        }

        assertThat(pool.size()).isLessThanOrEqualTo(64);
    }

    @Test
    void slots_in_use_are_kept_and_a_lull_between_two_counts_gives_up_none() {
        List<Slot> claimed = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            claimed.add(pool.claim());
        }
        int size = pool.size();
        pool.giveUpSpares();
        claimed.forEach(Slot::release);
        pool.giveUpSpares();
        assertThat(pool.size()).isEqualTo(size);

        pool.giveUpSpares();
        assertThat(pool.size()).isEqualTo(64);
    }

    @RepeatedTest(20)
    void no_two_calls_have_the_same_slot_while_the_pool_grows() throws Exception {
        assertThat(claimsOf(16, () -> {
                    List<Slot> mine = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        mine.add(pool.claim());
                    }
                    return mine;
                }))
                .hasSize(16 * 50)
                .doesNotHaveDuplicates();
    }

    private static List<Slot> claimsOf(int threads, Callable<List<Slot>> claim) throws Exception {
        var together = new CyclicBarrier(threads);
        var all = new ArrayList<Slot>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<Future<List<Slot>>>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(() -> {
                    together.await();
                    return claim.call();
                }));
            }
            for (Future<List<Slot>> result : results) {
                all.addAll(result.get());
            }
        }
        return all;
    }
}
