package io.goodput.lab.world;

import static io.goodput.lab.world.Runs.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Criticality;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line in which small requests pass large ones. */
class NudgeTest {
    private static final long MS = 1_000_000;
    private static final Service.Capacity NUDGE = new Service.Nudge(new Service.Slots(1, 10), 5 * MS, 50 * MS);

    @Test
    void a_small_request_passes_the_large_one_right_before_it() {
        Tally tally = run(NUDGE, calls("first", 0, 100), calls("large", 1, 60), calls("small", 2, 5));
        assertThat(doneAfterMillis(tally, "small")).isEqualTo(105);
        assertThat(doneAfterMillis(tally, "large")).isEqualTo(165);
    }

    @Test
    void a_large_request_is_passed_once() {
        Tally tally =
                run(NUDGE, calls("first", 0, 100), calls("large", 1, 60), calls("small", 2, 5), calls("smaller", 3, 1));
        assertThat(doneAfterMillis(tally, "large")).isEqualTo(165);
        assertThat(doneAfterMillis(tally, "smaller")).isEqualTo(166);
    }

    @Test
    void a_small_request_passes_one_large_one() {
        Tally tally =
                run(NUDGE, calls("first", 0, 100), calls("large", 1, 60), calls("larger", 2, 70), calls("small", 3, 5));
        assertThat(doneAfterMillis(tally, "large")).isEqualTo(160);
        assertThat(doneAfterMillis(tally, "small")).isEqualTo(165);
        assertThat(doneAfterMillis(tally, "larger")).isEqualTo(235);
    }

    @Test
    void what_is_being_worked_on_and_what_is_neither_small_nor_large_is_left_alone() {
        Tally tally = run(NUDGE, calls("first", 0, 100), calls("middling", 1, 49), calls("small", 2, 5));
        assertThat(doneAfterMillis(tally, "first")).isEqualTo(100);
        assertThat(doneAfterMillis(tally, "middling")).isEqualTo(149);
        tally = run(NUDGE, calls("first", 0, 100), calls("large", 1, 60), calls("middling", 2, 6));
        assertThat(doneAfterMillis(tally, "large")).isEqualTo(160);
    }

    @Test
    void a_full_line_refuses_whoever_comes() {
        var one = new Service.Nudge(new Service.Slots(1, 1), 5 * MS, 50 * MS);
        Tally tally = run(one, calls("first", 0, 100), calls("large", 1, 60), calls("small", 2, 5));
        assertThat(doneAfterMillis(tally, "large")).isEqualTo(160);
        assertThat(tally.clients("small").succeeded().sum(new Span(0, S))).isZero();
        assertThat(tally.service("service").refused().sum(new Span(0, S))).isEqualTo(1);
    }

    @Test
    void what_is_too_late_when_its_turn_comes_is_refused() {
        Tally tally = Scenarios.run("""
            services:
              api: {latency: 1s, slots: 1, queue: 9, nudge: {small: 1ms, large: 2s}, deadlines: remaining}
            clients: {users: {arrivals: once, clients: 3, calls: {to: api, guard: {timeout: 1500ms}}}}
            """);
        assertThat(tally.service("api").served().sum(Scenarios.seconds(0, 100))).isEqualTo(2);
        assertThat(tally.service("api").refused().sum(Scenarios.seconds(0, 100)))
                .isEqualTo(1);
    }

    @Test
    void no_request_is_small_and_large() {
        assertThatThrownBy(() -> new Service.Nudge(new Service.Slots(1, 1), 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("large: 5ns with small: 5ns (expected: small from 0ns on, and large above it)");
    }

    private static Population calls(String name, int atMillis, int work) {
        var requests = new Requests(Criticality.CRITICAL, 0, 0, work, 0, Requests.ALWAYS);
        var once = new Workload.Once(1, atMillis * MS);
        return new Population(name, once, 1, "", requests, Dependency.on("service", GuardSettings.NONE));
    }

    private static Tally run(Service.Capacity capacity, Population... populations) {
        var latency = new Latency(List.of(Distribution.constant(MS)), 0);
        var service = Service.of("service", latency, capacity);
        var model = new Model(List.of(populations), List.of(service), Delays.NONE, List.of());
        return new World(model, 1, new Tally(model, S, S / 10, new Span(0, S))).run();
    }

    private static double doneAfterMillis(Tally tally, String population) {
        return (double) tally.clients(population).lastSuccess() / MS;
    }
}
