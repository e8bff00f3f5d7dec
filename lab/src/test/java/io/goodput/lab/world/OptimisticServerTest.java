package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.sent;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimisticServerTest {
    private static World writers(int clients, String guard) {
        return run("services: {row: {latency: 100ms, row: optimistic}}\n"
                + "clients: {c: {arrivals: once, at: 0s, clients: " + clients + ", calls: {to: row, guard: " + guard
                + "}}}\n");
    }

    private static long successes(World world) {
        return world.tally.clients().succeeded().sum(tenths(0, 100));
    }

    @Test
    void of_those_who_read_the_same_version_one_writes() {
        assertThat(successes(writers(10, "{}"))).isEqualTo(1);
    }

    /** In step: ten tries for the last, and 10 + 9 + … + 1 in all. */
    @Test
    void of_n_in_step_one_gets_through_in_each_round() {
        World world = writers(10, "{retry: {attempts: 10}}");
        assertThat(successes(world)).isEqualTo(10);
        assertThat(sent(world, "row")).isEqualTo(55);
        assertThat(world.tally.clients().lastSuccess()).isEqualTo(Runs.S);
    }

    @Test
    void those_who_come_one_after_the_other_do_not_meet() {
        World world = run("""
                services: {row: {latency: 9ms, row: optimistic}}
                clients: {c: {arrivals: constant, rate: 100/s, calls: {to: row}}}
                """);
        assertThat(successes(world)).isGreaterThan(995);
    }

    @Test
    void a_row_is_no_other_capacity_besides() {
        assertThatThrownBy(() -> run("""
                        services: {row: {latency: 9ms, row: optimistic, cores: 2}}
                        clients: {c: {rate: 1/s, calls: {to: row}}}
                        """)).hasMessageContaining("has several kinds of capacity");
    }
}
