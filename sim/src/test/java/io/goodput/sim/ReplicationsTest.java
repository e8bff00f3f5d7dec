package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReplicationsTest {
    private static long draw(int seed) {
        return new Streams(seed).stream("run").longs(1000).sum();
    }

    @Test
    void any_number_of_threads_gives_the_results_of_one_in_the_order_of_the_seeds() throws Exception {
        var serial = IntStream.range(0, 500).mapToObj(ReplicationsTest::draw).toList();
        assertThat(new Replications(1).run(500, ReplicationsTest::draw)).isEqualTo(serial);
        assertThat(new Replications(4).run(500, ReplicationsTest::draw)).isEqualTo(serial);
        assertThat(new Replications(8).run(0, ReplicationsTest::draw)).isEmpty();
    }

    @Test
    void jobs_run_at_the_same_time() throws Exception {
        var together = new CountDownLatch(3);
        assertThat(new Replications(3).run(3, seed -> {
                    together.countDown();
                    await(together);
                    return seed;
                }))
                .containsExactly(0, 1, 2);
    }

    @Test
    void progress_is_told_one_by_one() throws Exception {
        var told = new ArrayList<Integer>();
        new Replications(4).run(100, ReplicationsTest::draw, told::add);
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void the_first_failure_by_seed_is_the_one_told_and_nothing_new_starts_after_it() {
        Set<Integer> started = ConcurrentHashMap.newKeySet();
        var laterFailed = new CountDownLatch(1);
        assertThatThrownBy(() -> new Replications(2).run(1000, seed -> {
                    started.add(seed);
                    if (seed == 7) {
                        await(laterFailed);
                        throw new IllegalStateException("seven");
                    }
                    if (seed == 8) {
                        laterFailed.countDown();
                        throw new IllegalStateException("eight");
                    }
                    return seed;
                }))
                .isInstanceOf(ReplicationException.class)
                .hasMessage("seed 7: java.lang.IllegalStateException: seven")
                .cause()
                .hasMessage("seven");
        assertThat(started).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_later_failure_does_not_hide_the_first() {
        var secondStarted = new CountDownLatch(1);
        var firstFails = new CountDownLatch(1);
        assertThatThrownBy(() -> new Replications(2).run(2, seed -> {
                    if (seed == 0) {
                        await(secondStarted);
                        firstFails.countDown();
                    } else {
                        secondStarted.countDown();
                        await(firstFails);
                        draw(seed);
                    }
                    throw new IllegalStateException();
                }))
                .hasMessageStartingWith("seed 0: ");
    }

    @Test
    void an_error_is_a_failure_too() {
        assertThatThrownBy(() -> new Replications(1).run(5, seed -> {
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(ReplicationException.class)
                .hasMessage("seed 0: java.lang.AssertionError: broken");
    }

    @Test
    void interruption_stops_the_workers_before_it_is_passed_on() throws Exception {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        var bothRunning = new CountDownLatch(2);
        var outcome = new AtomicReference<String>();
        IntFunction<Long> endless = seed -> {
            workers.add(Thread.currentThread());
            bothRunning.countDown();
            var sim = new Simulation();
            sim.after(1, new Event() {
                @Override
                public void fire(long now) {
                    sim.after(1, this);
                }
            });
            sim.runUntil(Simulation.MAX_NANOS);
            return sim.events();
        };
        var caller = Thread.ofPlatform().start(() -> {
            try {
                new Replications(2).run(100, endless);
                outcome.set("completed");
            } catch (InterruptedException e) {
                outcome.set(workers.stream().anyMatch(Thread::isAlive) ? "left threads" : "interrupted");
            }
        });
        bothRunning.await();
        caller.interrupt();
        caller.join();

        assertThat(outcome).hasValue("interrupted");
        assertThat(workers).hasSize(2);
    }

    @Test
    void no_thread_is_refused() {
        assertThatThrownBy(() -> new Replications(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads: 0 (expected: > 0)");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
