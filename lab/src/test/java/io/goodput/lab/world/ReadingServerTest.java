package io.goodput.lab.world;

import static io.goodput.lab.world.Scenarios.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A server that reads what it then refuses. */
class ReadingServerTest {
    private static final String API = "services: {api: {latency: 8ms, slots: 1, queue: 1, read: 2ms}}\n";

    private static Tally at(String rate) {
        return Scenarios.run(API + "clients: {users: {arrivals: constant, rate: " + rate + ", calls: {to: api}}}");
    }

    @Test
    void what_it_reads_it_has_no_time_to_answer() {
        // (1 - 0.002 r) / 0.008 answers a second.
        assertThat(at("300/s").service("api").served().rate(seconds(0, 100))).isCloseTo(50, within(1.0));
        assertThat(at("510/s").service("api").served().sum(seconds(0, 100))).isLessThan(3);
    }

    @Test
    void below_its_capacity_it_refuses_nothing() {
        Tally tally = at("90/s");
        assertThat(tally.service("api").refused().sum(seconds(0, 100))).isZero();
        assertThat(tally.service("api").served().rate(seconds(0, 100))).isCloseTo(90, within(0.5));
    }

    @Test
    void one_is_read_before_another_is_answered_and_whoever_finds_no_room_is_refused_when_read() {
        Tally tally = Scenarios.run(API + "clients: {users: {arrivals: once, clients: 4, calls: {to: api}}}");
        // All four are read by 8 ms, three find one waiting, and the first is answered at 16 ms.
        assertThat(tally.service("api").refused().sum(seconds(0, 1))).isEqualTo(3);
        assertThat(tally.clients("users").lastSuccess()).isEqualTo(16_000_000);
    }

    @Test
    void reading_slows_down_with_its_endpoint() {
        Tally tally = Scenarios.run(API + """
                clients: {users: {arrivals: once, clients: 1, at: 1s, calls: {to: api}}}
                faults: [{fault: slow-down, of: api, by: 10x, from: 0s, to: 50s}]
                """);
        assertThat(tally.clients("users").lastSuccess()).isEqualTo(1_100_000_000);
    }

    @Test
    void what_is_too_late_when_its_turn_comes_is_refused() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 1s, slots: 1, queue: 9, read: 2ms, deadlines: remaining}}
                clients: {users: {arrivals: once, clients: 3, calls: {to: api, guard: {timeout: 1500ms}}}}
                """);
        assertThat(tally.service("api").served().sum(seconds(0, 100))).isEqualTo(2);
        assertThat(tally.service("api").refused().sum(seconds(0, 100))).isEqualTo(1);
    }

    @Test
    void an_endpoint_that_went_down_comes_back_empty() {
        Tally tally = Scenarios.run(API + """
                clients: {users: {arrivals: constant, rate: 50/s, calls: {to: api}}}
                faults: [{fault: crash, of: api, from: 10s, to: 20s}]
                """);
        assertThat(tally.service("api").served().sum(seconds(10, 20))).isZero();
        assertThat(tally.service("api").served().rate(seconds(20, 100))).isCloseTo(50, within(0.5));
    }
}
