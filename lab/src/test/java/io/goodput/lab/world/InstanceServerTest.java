package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InstanceServerTest {
    private static World function(String instances, String arrivals) {
        return run("services: {f: {latency: 100ms, instances: " + instances + "}}\n" + "clients: {c: {" + arrivals
                + ", calls: {to: f}}}\n");
    }

    private static double seconds(World world, double p) {
        return world.tally.clients().latencies().percentile(p) / (double) Runs.S;
    }

    @Test
    void a_call_that_comes_while_an_instance_is_idle_needs_no_start() {
        World world = function("{cold: 1s, keep: 3s, most: 10}", "arrivals: constant, rate: 0.5/s");
        assertThat(seconds(world, 0.999)).isCloseTo(1.1, within(0.01));
        assertThat(seconds(world, 0.5)).isCloseTo(0.1, within(0.01));
    }

    @Test
    void an_instance_that_was_idle_for_too_long_is_gone() {
        World world = function("{cold: 1s, keep: 800ms, most: 10}", "arrivals: constant, rate: 0.5/s");
        assertThat(seconds(world, 0.1)).isCloseTo(1.1, within(0.01));
    }

    @Test
    void warm_instances_are_there_from_the_start_and_stay() {
        World world = function("{cold: 1s, keep: 0s, most: 10, warm: 1}", "arrivals: constant, rate: 0.5/s");
        assertThat(seconds(world, 0.999)).isCloseTo(0.1, within(0.01));
    }

    /** Of twenty at once five find an instance warm, five start one, ten are refused. */
    @Test
    void each_instance_works_on_one_request_and_there_are_no_more_than_may_be() {
        World world = function("{cold: 1s, most: 10, warm: 5}", "arrivals: once, clients: 20, at: 1s");
        assertThat(world.tally.service("f").refused().sum(tenths(0, 100))).isEqualTo(10);
        assertThat(world.tally.clients().succeeded().sum(tenths(10, 13))).isEqualTo(5);
        assertThat(world.tally.clients().succeeded().sum(tenths(20, 23))).isEqualTo(5);
    }

    @Test
    void no_more_are_warm_than_may_be() {
        assertThatThrownBy(() -> function("{cold: 1s, most: 10, warm: 11}", "rate: 1/s"))
                .hasMessageContaining("warm: 11: above 10 (expected: a whole number from 0 to 10)");
    }
}
