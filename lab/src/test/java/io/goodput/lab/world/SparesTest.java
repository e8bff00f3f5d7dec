package io.goodput.lab.world;

import static io.goodput.lab.world.Scenarios.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that are made only where others are late, or fail. */
class SparesTest {
    private static Tally run(String latency, String faults) {
        return Scenarios.run("services: {store: {latency: " + latency + ", endpoints: 5}}\n"
                + "clients: {users: {arrivals: once, clients: 1,"
                + " calls: {to: store, parallel: 5, needed: 4, spares-after: 20ms}}}\n" + faults);
    }

    @Test
    void what_is_there_in_time_needs_no_spare() {
        Tally tally = run("10ms", "");
        assertThat(tally.service("store").sent().sum(seconds(0, 1))).isEqualTo(4);
        assertThat(tally.clients("users").lastSuccess()).isEqualTo(10_000_000);
    }

    @Test
    void what_is_late_brings_out_the_spare() {
        Tally tally = run("50ms", "");
        assertThat(tally.service("store").sent().sum(seconds(0, 1))).isEqualTo(5);
        assertThat(tally.clients("users").lastSuccess()).isEqualTo(50_000_000);
    }

    @Test
    void what_fails_brings_it_out_at_once() {
        Tally tally = Scenarios.run("""
                services: {store: {latency: 10ms, slots: 3, queue: 0}}
                clients: {users: {arrivals: once, clients: 1, calls: {to: store, parallel: 5, needed: 4, spares-after: 20ms}}}
                """);
        // The fourth finds no slot, and so does the spare.
        assertThat(tally.service("store").sent().sum(seconds(0, 1))).isEqualTo(5);
        assertThat(tally.clients("users").succeeded().sum(seconds(0, 1))).isZero();
    }

    @Test
    void there_are_no_spares_where_all_are_needed_or_one_follows_the_other() {
        for (String calls : List.of("parallel: 5", "parallel: 5, needed: 5", "times: 5, needed: 4")) {
            assertThatThrownBy(() -> Scenarios.run("services: {store: {latency: 1ms}}\nclients: {users: {rate: 1/s,"
                            + " calls: {to: store, " + calls + ", spares-after: 20ms}}}\n"))
                    .hasMessageContaining(
                            "spares-after: without spare calls (expected: beside parallel, and needed below")
                    .hasMessageContaining("that)");
        }
    }
}
