package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConnectionTest {
    /** Forty processes, two endpoints, 400 calls of 10 ms a second. */
    private static World gateway(String connection, String faults) {
        return run("""
                services: {gateway: {endpoints: 2, latency: 10ms}}
                clients:
                  c: {arrivals: constant, rate: 400/s, processes: 40, calls: {to: gateway, connection: CONNECTION}}
                """.replace("CONNECTION", connection) + faults);
    }

    /** The share of the time inside both endpoints that was spent in the first. */
    private static double shareOfFirst(World world) {
        double first = world.fleet("gateway").hosts().getFirst().residence.timeInside(world.end);
        double other = world.fleet("gateway").hosts().getLast().residence.timeInside(world.end);
        return first / (first + other);
    }

    private static long succeeded(World world, int from, int to) {
        return world.tally.clients().succeeded().sum(tenths(from, to));
    }

    @Test
    void without_an_age_nobody_comes_back_to_an_endpoint_that_was_down() {
        String away = "faults: [{fault: crash, of: gateway/1, from: 0s, to: 1s}]\n";
        assertThat(shareOfFirst(gateway("{}", away))).isZero();
        // Eight of ten seconds after it was back and all had connected anew.
        assertThat(shareOfFirst(gateway("{age: {most: 1s, jitter: 100%}}", away)))
                .isCloseTo(0.45, within(0.1));
    }

    @Test
    void a_connection_to_an_endpoint_that_goes_down_is_opened_anew_elsewhere() {
        World world = gateway("{}", "faults: [{fault: crash, of: gateway/1, from: 5s, to: 9s}]\n");
        assertThat(succeeded(world, 51, 90)).isCloseTo(39 * 40, within(5L));
    }

    @Test
    void the_first_request_of_a_connection_is_more_work() {
        World once = gateway("{handshake: 90ms}", "");
        assertThat(succeeded(once, 1, 100)).isGreaterThan(3940);
        assertThat(once.tally.clients().latencies().percentile(0.9999) / 1e6).isCloseTo(100, within(0.2));
        // 40 of 4000 calls.
        assertThat(once.tally.clients().latencies().percentile(0.985) / 1e6).isCloseTo(10, within(0.1));
        World often = gateway("{handshake: 90ms, age: {most: 1s, jitter: 0%}}", "");
        // Ten times as many.
        assertThat(often.tally.clients().latencies().percentile(0.93) / 1e6).isCloseTo(100, within(0.2));
    }

    /** All were opened within a fraction of a second. */
    @Test
    void without_jitter_all_that_were_opened_together_are_closed_together() {
        double together = busiest(gateway("{handshake: 500ms, age: {most: 4s, jitter: 0%}}", ""));
        double spread = busiest(gateway("{handshake: 500ms, age: {most: 4s, jitter: 100%}}", ""));
        assertThat(together).isGreaterThan(30);
        assertThat(spread).isLessThan(30);
    }

    /** The most inside at once, from the second second on: handshakes are nearly all of it. */
    private static double busiest(World world) {
        double most = 0;
        double[] levels = world.tally.front().inFlight().values();
        for (int tenth = 25; tenth < levels.length; tenth++) {
            most = Math.max(most, levels[tenth]);
        }
        return most;
    }

    @Test
    void a_connection_is_no_way_besides_others() {
        String model =
                "services: {gateway: {latency: 1ms}}\nclients: {c: {rate: 1/s, calls: {to: gateway, connection: {}";
        assertThatThrownBy(() -> run(model + ", route: by-key}}}\n"))
                .hasMessageContaining("beside a balancer or a route");
        assertThatThrownBy(() -> run(model + ", guard: {balance: standard}}}}\n"))
                .hasMessageContaining("beside a balancer or a route");
    }
}
