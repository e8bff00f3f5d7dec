package io.goodput.lab.world;

import static io.goodput.lab.world.Runs.S;
import static io.goodput.lab.world.Runs.constant;
import static io.goodput.lab.world.Runs.model;
import static io.goodput.lab.world.Runs.poisson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Divergence;
import io.goodput.sim.Span;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls come as the workload says, and none is lost. */
class WorkloadTest {
    private static final Service.Capacity UNLIMITED = new Service.Unlimited();

    static List<Service.Capacity> capacities() {
        return List.of(UNLIMITED, new Service.Slots(3, 5), new Service.Slots(1, 0), new Service.Sharing(2));
    }

    private static Model closed(ClosedPopulation clients, Distribution think, Service.Capacity capacity) {
        return model(new Workload.Closed(clients, think, List.of()), Distribution.exponential(S / 10), capacity);
    }

    @Test
    void constant_arrivals_are_counted_exactly() {
        World world =
                Runs.run(model(constant(7), Distribution.constant(S / 100), UNLIMITED), GuardSettings.NONE, 1, 100);

        // The first comes after a whole gap, so an arrival on the edge of a window belongs to the next.
        assertThat(world.tally.clients().offered().sum(new Span(S, 100 * S))).isEqualTo(7 * 99);
        assertThat(world.tally.clients().offered().sum(Runs.all(world))).isEqualTo(7 * 100 - 1);
    }

    @Test
    void a_ramp_offers_the_area_under_it() {
        RateProfile ramp = RateProfile.constant(10).ramp(new Span(20 * S, 40 * S), 10, 50);
        var workload = new Workload.Open(ramp, false, List.of());
        World world = Runs.run(model(workload, Distribution.constant(S / 100), UNLIMITED), GuardSettings.NONE, 1, 60);

        assertThat(world.tally.clients().offered().sum(new Span(20 * S, 30 * S)))
                .isBetween(199L, 201L);
        assertThat(world.tally.clients().offered().sum(new Span(30 * S, 40 * S)))
                .isBetween(399L, 401L);
        assertThat(world.tally.clients().offered().sum(new Span(40 * S, 60 * S)))
                .isBetween(199L, 201L);
    }

    @Test
    void poisson_arrivals_vary_as_much_as_their_number() {
        World world = Runs.run(model(poisson(40), Distribution.constant(0), UNLIMITED), GuardSettings.NONE, 1, 5000);
        int[] counts = world.tally.clients().offered().counts();
        double mean = 0;
        double squares = 0;
        for (int count : counts) {
            mean += count / 5000.0;
            squares += (double) count * count / 5000;
        }
        assertThat(mean).isCloseTo(40, within(0.3));
        assertThat(squares - mean * mean).isCloseTo(40, within(3.0));
    }

    @ParameterizedTest
    @MethodSource("capacities")
    void every_request_is_answered_refused_or_still_inside(Service.Capacity capacity) {
        Model model = model(poisson(30), Distribution.exponential(S / 10), capacity);
        for (int seed = 0; seed < 5; seed++) {
            World world = Runs.run(model, GuardSettings.NONE, seed, 500);
            Span all = Runs.all(world);
            long refused = world.tally.clients().attempted().sum(all)
                    - world.tally.front().served().sum(all)
                    - world.fleet("service").inFlight();
            if (capacity instanceof Service.Slots) {
                assertThat(refused).isPositive();
            } else {
                assertThat(refused).isZero();
            }
            assertThat(world.tally.clients().succeeded().sum(all))
                    .isEqualTo(world.tally.front().served().sum(all));
            assertThat(world.tally.clients().attempted().sum(all))
                    .isEqualTo(world.tally.clients().offered().sum(all));
        }
    }

    @Test
    void clients_that_do_not_think_are_always_all_inside() {
        for (Service.Capacity capacity : List.of(UNLIMITED, new Service.Slots(3, 50), new Service.Sharing(2))) {
            World world = Runs.run(
                    closed(ClosedPopulation.constant(25), Distribution.constant(0), capacity),
                    GuardSettings.NONE,
                    1,
                    100);
            assertThat(world.tally.front().inFlight().values()).containsOnly(25);
        }
    }

    @Test
    void clients_that_think_call_as_often_as_they_can() {
        // 20 clients, each a second of thought and a tenth of service: 20 / 1.1 calls a second.
        World world = Runs.run(
                closed(ClosedPopulation.constant(20), Distribution.exponential(S), UNLIMITED),
                GuardSettings.NONE,
                1,
                5000);
        assertThat(world.tally.clients().offered().rate(Runs.settled(world))).isCloseTo(20 / 1.1, within(0.3));
    }

    @Test
    void a_phase_adds_clients_and_takes_them_away_again() {
        ClosedPopulation phases = ClosedPopulation.constant(5)
                .phase(new Span(20 * S, 30 * S), 25)
                .phase(new Span(40 * S, 50 * S), 0)
                .phase(new Span(50 * S, 60 * S), 3);
        World world = Runs.run(closed(phases, Distribution.constant(0), UNLIMITED), GuardSettings.NONE, 1, 100);
        double[] levels = world.tally.front().inFlight().values();

        // Who leaves waits for the answer first; a second or three are enough for that.
        assertThat(levels[18]).isEqualTo(5);
        assertThat(List.of(levels[20], levels[28])).containsOnly(25.0);
        assertThat(List.of(levels[33], levels[38])).containsOnly(5.0);
        assertThat(List.of(levels[43], levels[48])).containsOnly(0.0);
        assertThat(List.of(levels[50], levels[58])).containsOnly(3.0);
        assertThat(List.of(levels[60], levels[99])).containsOnly(5.0);
    }

    /** The thought that a phase cuts short goes on in the next: nobody thinks twice at once. */
    @Test
    void a_client_that_comes_back_while_it_thinks_is_still_one_client() {
        ClosedPopulation flicker = ClosedPopulation.constant(10);
        for (int i = 1; i < 50; i++) {
            flicker = flicker.phase(new Span(2L * i * S, (2L * i + 1) * S), i % 2 == 0 ? 0 : 12);
        }
        var think = Distribution.exponential(3 * S);
        World world = Runs.run(closed(flicker, think, UNLIMITED), GuardSettings.NONE, 1, 1000);

        assertThat(world.tally.clients().offered().rate(new Span(200 * S, 1000 * S)))
                .isCloseTo(10 / 3.1, within(0.3));
    }

    @Test
    void equal_seeds_run_the_same_way_event_by_event() {
        for (Service.Capacity capacity : capacities()) {
            Model model = model(poisson(30), Distribution.exponential(S / 10), capacity);
            assertThat(Divergence.find(
                            () -> Runs.world(model, Runs.retries(S / 5, 3), 7, 100)
                                    .simulation(),
                            100 * S))
                    .isEmpty();
        }
    }

    @Test
    void a_difference_is_found_at_its_first_event() {
        Model model = model(poisson(30), Distribution.exponential(S / 10), UNLIMITED);
        var seeds = List.of(7L, 8L).iterator();
        assertThat(Divergence.find(
                        () -> Runs.world(model, GuardSettings.NONE, seeds.next(), 100)
                                .simulation(),
                        100 * S))
                .hasValueSatisfying(found -> assertThat(found.index()).isZero());

        var timeouts = List.of(S / 5, S / 5 + 1).iterator();
        assertThat(Divergence.find(
                        () -> Runs.world(model, Runs.timeout(timeouts.next()), 7, 100)
                                .simulation(),
                        100 * S))
                .hasValueSatisfying(found -> assertThat(found.index()).isPositive());
    }

    /** Found by a latency that a scenario may well write: the sum must not become negative, nor time run out. */
    @ParameterizedTest
    @MethodSource("capacities")
    void what_takes_years_only_never_ends(Service.Capacity capacity) {
        Distribution longest = Distribution.constant(Distribution.MAX_NANOS);
        var latency = new Latency(List.of(longest, longest, longest, longest, longest, longest, longest, longest), S);
        var endless = new Latency(List.of(longest), 36_500L * 86_400 * S);
        for (Latency each : List.of(latency, endless)) {
            World world = Runs.run(model(poisson(30), Delays.NONE, each, capacity), GuardSettings.NONE, 1, 10);
            assertThat(world.tally.front().served().sum(Runs.all(world))).isZero();
        }
    }
}
