package io.goodput.balance;

import static io.goodput.balance.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.balance.Detection.Consequence;
import io.goodput.balance.Detection.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalancerSnapshotTest {
    private final Fixture fixture = new Fixture(Balancer.Settings.STANDARD, 10);

    @Test
    void all_is_zero_where_nothing_has_happened() {
        BalancerSnapshot snapshot = fixture.balancer.snapshot();

        assertThat(snapshot.endpoints()).isEqualTo(10);
        assertThat(snapshot.available()).isEqualTo(10);
        assertThat(List.of(snapshot.inFlight(), snapshot.ejected())).containsOnly(0);
        assertThat(List.of(snapshot.returned(), snapshot.healthChanges(), snapshot.panics()))
                .containsOnly(0L);
        Map<Consequence, Long> none =
                Map.of(Consequence.EJECTED, 0L, Consequence.TOO_MANY_EJECTED, 0L, Consequence.DRY_RUN, 0L);
        assertThat(snapshot.found()).isEqualTo(Map.of(Reason.FAILURES_IN_A_ROW, none, Reason.SUCCESS_RATE, none));
    }

    @Test
    void counts_outliers_by_what_became_of_them_and_those_who_return() {
        for (int time = 0; time < 100; time++) {
            fixture.calls(3, Outcome.TIMEOUT, 5);
            fixture.calls(4, Outcome.TIMEOUT, 5);
            fixture.sweep();
            fixture.now += 400 * SECOND;
            fixture.sweep();
        }

        BalancerSnapshot snapshot = fixture.balancer.snapshot();
        assertThat(snapshot.found(Consequence.EJECTED)).isEqualTo(100);
        assertThat(snapshot.found(Consequence.TOO_MANY_EJECTED)).isEqualTo(100);
        assertThat(snapshot.found(Consequence.DRY_RUN)).isZero();
        assertThat(snapshot.returned()).isEqualTo(100);
        assertThat(fixture.balancer.detections()).hasSize(64);
    }

    @Test
    void counts_changes_of_health_and_the_panic_that_they_bring() {
        Endpoint busy = fixture.pick();
        for (int endpoint = 0; endpoint < 8; endpoint++) {
            fixture.balancer.health(fixture.endpoint(endpoint), false);
            fixture.balancer.health(fixture.endpoint(endpoint), false);
        }

        BalancerSnapshot snapshot = fixture.balancer.snapshot();
        assertThat(snapshot.healthChanges()).isEqualTo(8);
        assertThat(snapshot.panics()).isEqualTo(1);
        assertThat(snapshot.panicking()).isTrue();
        assertThat(snapshot.inFlight()).isEqualTo(busy.inFlight()).isEqualTo(1);
    }
}
