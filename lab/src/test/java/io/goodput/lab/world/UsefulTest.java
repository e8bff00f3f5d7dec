package io.goodput.lab.world;

import static io.goodput.lab.world.Scenarios.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers that come while somebody waits, and too late to be of use. */
class UsefulTest {
    private static Tally run(String latency) {
        return Scenarios.run("services: {api: {latency: " + latency + "}}\n"
                + "clients: {users: {arrivals: constant, rate: 10/s, useful: 50ms, calls: {to: api}}}\n");
    }

    @Test
    void an_answer_at_the_last_moment_counts() {
        assertThat(run("50ms").clients().succeeded().rate(seconds(1, 100))).isEqualTo(10);
    }

    @Test
    void a_later_one_is_no_goodput_but_has_a_latency() {
        ClientTally late = run("51ms").clients();
        assertThat(late.succeeded().sum(seconds(0, 100))).isZero();
        assertThat(late.latencies().percentile(0.5)).isBetween(51e6, 51.1e6);
    }
}
