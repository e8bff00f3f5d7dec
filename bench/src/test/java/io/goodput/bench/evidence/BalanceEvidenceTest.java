package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.balance.Balancer.Settings;
import io.goodput.bench.evidence.BalanceEvidence.Row;
import io.goodput.bench.evidence.BalancedFleet.Trouble;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/policies/balancing.md and ejection.md say of the simulation, on fewer seeds. */
class BalanceEvidenceTest {
    private static Row row(Trouble trouble, String strategy) {
        Settings settings = Objects.requireNonNull(BalanceEvidence.strategies().get(strategy));
        return BalanceEvidence.row(trouble, settings, 2);
    }

    @Test
    void the_black_hole_swallows_least_in_flight_alone() {
        assertThat(row(Trouble.BLACK_HOLE, "least-in-flight").share().mean()).isGreaterThan(33);
        assertThat(row(Trouble.BLACK_HOLE, "least-in-flight, ejection").share().mean())
                .isLessThan(1);
        assertThat(row(Trouble.BLACK_HOLE, "power-of-two").share().mean()).isLessThan(1);
    }

    @Test
    void a_slow_server_gets_hardly_any_calls_of_power_of_two() {
        assertThat(row(Trouble.SLOW, "round-robin").goodput().mean()).isLessThan(93);
        assertThat(row(Trouble.SLOW, "power-of-two").share().mean()).isLessThan(1);
    }

    @Test
    void ejection_makes_round_robin_worse_where_servers_differ() {
        assertThat(row(Trouble.HETEROGENEOUS, "round-robin, ejection").goodput().mean())
                .isLessThan(row(Trouble.HETEROGENEOUS, "round-robin").goodput().mean());
    }

    @ParameterizedTest
    @EnumSource
    void ejection_costs_power_of_two_nothing(Trouble trouble) {
        assertThat(row(trouble, "power-of-two, ejection").goodput().mean())
                .isGreaterThanOrEqualTo(row(trouble, "power-of-two").goodput().mean());
    }
}
