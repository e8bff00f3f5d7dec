package io.goodput.sim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final int MESSAGES = 10_000;

    private final Simulation simulation = new Simulation();
    private final Chance chance = Chance.byMessage(new Streams(3));
    private final Network<Event> network = new Network<>(simulation, _ -> 0, chance);
    private long lastArrival;
    private int arrivals;

    private Traffic trafficUnder(Rule<Event> rule) {
        network.install(rule);
        Link<Event> link = network.link(new Station("a", "", ""), new Station("b", "", ""));
        for (int message = 0; message < MESSAGES; message++) {
            link.send(now -> {
                arrivals++;
                lastArrival = now;
            });
        }
        while (simulation.step()) {}
        return network.traffic();
    }

    @Test
    void a_share_is_lost() {
        Traffic traffic = trafficUnder(Rule.lose(0.1, chance));

        assertThat(traffic.dropped()).isBetween(900L, 1100L);
        assertThat(arrivals).isEqualTo((int) traffic.arrivals());
    }

    @Test
    void a_share_is_doubled_and_the_second_one_is_later() {
        Traffic traffic = trafficUnder(Rule.duplicate(0.1, Distribution.constant(50), chance));

        assertThat(traffic.duplicated()).isBetween(900L, 1100L);
        assertThat(arrivals).isEqualTo(MESSAGES + (int) traffic.duplicated());
        assertThat(lastArrival).isEqualTo(50);
    }

    @Test
    void all_are_later() {
        trafficUnder(Rule.delay(Distribution.constant(70), chance));

        assertThat(arrivals).isEqualTo(MESSAGES);
        assertThat(lastArrival).isEqualTo(70);
    }

    @Test
    void a_share_is_one() {
        assertThatThrownBy(() -> Rule.lose(1.5, chance)).hasMessage("share: 1.5 (expected: >= 0 and <= 1)");
        assertThatThrownBy(() -> Rule.duplicate(Double.NaN, Distribution.constant(1), chance))
                .hasMessage("share: NaN (expected: >= 0 and <= 1)");
    }
}
