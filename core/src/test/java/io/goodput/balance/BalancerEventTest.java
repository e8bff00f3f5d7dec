package io.goodput.balance;

import static io.goodput.balance.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import io.goodput.balance.BalancerEvent.HealthChanged;
import io.goodput.balance.BalancerEvent.OutlierFound;
import io.goodput.balance.BalancerEvent.PanicChanged;
import io.goodput.balance.BalancerEvent.Returned;
import io.goodput.balance.Detection.Consequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancerEventTest {
    private final Fixture fixture = new Fixture(Settings.STANDARD, 10);
    private final List<BalancerEvent> heard = new ArrayList<>();

    @Test
    void tells_who_is_ejected_and_who_is_back() {
        fixture.balancer.listen(heard::add);

        fixture.calls(3, Outcome.TIMEOUT, 5);
        fixture.sweep();
        long ejectedAt = fixture.now;
        fixture.now += 60 * SECOND;
        fixture.sweep();

        assertThat(fixture.balancer.detections())
                .extracting(Detection::consequence)
                .containsExactly(Consequence.EJECTED);
        assertThat(heard)
                .containsExactly(
                        new OutlierFound(fixture.balancer.detections().getFirst()),
                        new Returned(fixture.endpoint(3), ejectedAt + 60 * SECOND));
    }

    @Test
    void tells_of_health_and_when_so_few_are_left_that_all_get_calls() {
        fixture.balancer.listen(heard::add);

        for (int i = 0; i < 6; i++) {
            fixture.balancer.health(fixture.endpoint(i), false);
        }
        fixture.balancer.health(fixture.endpoint(0), false);
        fixture.balancer.health(fixture.endpoint(0), true);

        assertThat(heard).hasSize(9).startsWith(new HealthChanged(fixture.endpoint(0), false));
        assertThat(heard.subList(5, 9))
                .containsExactly(
                        new HealthChanged(fixture.endpoint(5), false),
                        new PanicChanged(true, 10),
                        new HealthChanged(fixture.endpoint(0), true),
                        new PanicChanged(false, 10));
    }

    @Test
    void prints_what_a_person_wants_to_know() {
        assertThat(fixture.balancer.toString())
                .startsWith("Balancer[10 of 10 endpoints, Settings[strategy=POWER_OF_TWO, decay=10s, penalty=1s,");
    }
}
