package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static List<Long> draws(RandomGenerator random) {
        return random.longs(20).boxed().toList();
    }

    @Test
    void one_name_gives_the_same_draws_each_time_whatever_was_asked_for_before() {
        var alone = new Streams(42);
        var crowded = new Streams(42);
        crowded.stream("retries").nextLong();
        crowded.fork("server").stream("service").nextLong();

        assertThat(draws(alone.stream("arrivals"))).isEqualTo(draws(crowded.stream("arrivals")));
        assertThat(draws(alone.stream("arrivals"))).isEqualTo(draws(alone.stream("arrivals")));
        assertThat(draws(alone.fork("server").stream("service")))
                .isEqualTo(draws(crowded.fork("server").stream("service")));
    }

    @Test
    void draws_never_change_between_versions() {
        assertThat(new Streams(42).stream("arrivals").nextLong()).isEqualTo(-2103441270368477646L);
        assertThat(new Streams(42).fork("server").stream("service").nextLong()).isEqualTo(-6510583813904260715L);
    }

    @Test
    void other_seeds_names_and_paths_give_other_draws() {
        var streams = new Streams(1);
        var firsts = new ArrayList<Long>();
        for (int seed = 0; seed < 1000; seed++) {
            firsts.add(new Streams(seed).stream("a").nextLong());
        }
        firsts.add(streams.stream("ab").nextLong());
        firsts.add(streams.stream("ba").nextLong());
        firsts.add(streams.stream("").nextLong());
        firsts.add(streams.fork("a").stream("b").nextLong());
        firsts.add(streams.fork("a").fork("b").stream("").nextLong());
        firsts.add(streams.fork("ab").stream("").nextLong());
        firsts.add(streams.fork("").stream("ab").nextLong());
        assertThat(firsts).doesNotHaveDuplicates();
    }

    @Test
    void streams_of_neighbouring_names_and_seeds_are_uncorrelated() {
        int n = 100_000;
        var random = List.of(
                new Streams(0).stream("client-1"),
                new Streams(0).stream("client-2"),
                new Streams(1).stream("client-1"),
                new Streams(0).fork("client-1").stream("client-1"));
        for (int i = 0; i < random.size(); i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += (random.get(i).nextDouble() - 0.5) * (random.get(j).nextDouble() - 0.5);
                }
                // The correlation of independent streams has a standard deviation of 1/sqrt(n).
                assertThat(sum / n * 12).isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
            }
        }
    }
}
