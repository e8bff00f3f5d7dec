package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.sim.Divergence.Firing;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    /** Fires "tick" every 10 to 19 ns and now and then a "tock" in between. */
    private static Simulation clock(RandomGenerator random) {
        var sim = new Simulation();
        Event tock = new Labelled("tock", now -> {});
        sim.after(0, new Event() {
            @Override
            public void fire(long now) {
                sim.after(random.nextInt(10, 20), this);
                if (random.nextInt(3) == 0) {
                    sim.after(5, tock);
                }
            }

            @Override
            public String label() {
                return "tick";
            }
        });
        return sim;
    }

    @Test
    void runs_of_one_seed_do_not_diverge() {
        assertThat(Divergence.find(() -> clock(new Streams(1).stream("clock")), 100_000))
                .isEmpty();
    }

    @Test
    void runs_of_two_seeds_diverge() {
        var seed = new AtomicInteger();
        assertThat(Divergence.find(() -> clock(new Streams(seed.incrementAndGet()).stream("clock")), 100_000))
                .isPresent();
    }

    @Test
    void a_counter_shared_between_runs_is_found_at_the_event_it_first_moves() {
        var shared = new AtomicInteger();
        var divergence = Divergence.find(
                () -> {
                    var sim = new Simulation();
                    for (int i = 0; i < 50; i++) {
                        sim.schedule(i, new Labelled("tick", now -> {}));
                    }
                    // Event 50 in both runs; the one who comes second is told to wait one longer.
                    sim.schedule(50, new Labelled("read", now -> sim.after(10 + shared.getAndIncrement(), now2 -> {})));
                    return sim;
                },
                1000);

        assertThat(divergence).contains(new Divergence(51, new Firing(60, "event"), new Firing(61, "event")));
        assertThat(divergence.orElseThrow())
                .hasToString("event 51: event at 60 ns in the first run, event at 61 ns in the second");
    }

    @Test
    void a_label_that_differs_is_a_divergence() {
        var builds = new AtomicInteger();
        assertThat(Divergence.find(
                        () -> {
                            var sim = new Simulation();
                            sim.schedule(3, new Labelled("run " + builds.incrementAndGet(), now -> {}));
                            return sim;
                        },
                        10))
                .contains(new Divergence(0, new Firing(3, "run 1"), new Firing(3, "run 2")));
    }

    @Test
    void a_run_that_ends_early_is_a_divergence_unless_it_is_past_the_end() {
        assertThat(Divergence.find(oneMoreEachTime(), 10)).contains(new Divergence(1, null, new Firing(7, "event")));
        assertThat(Divergence.find(oneMoreEachTime(), 6)).isEmpty();
    }

    private static Supplier<Simulation> oneMoreEachTime() {
        var builds = new AtomicInteger();
        return () -> {
            var sim = new Simulation();
            int events = builds.incrementAndGet();
            for (int i = 0; i < events; i++) {
                sim.schedule(i * 7L, now -> {});
            }
            return sim;
        };
    }
}
