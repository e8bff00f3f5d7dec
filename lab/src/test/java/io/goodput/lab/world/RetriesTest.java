package io.goodput.lab.world;

import static io.goodput.lab.world.Runs.S;
import static io.goodput.lab.world.Runs.constant;
import static io.goodput.lab.world.Runs.model;
import static io.goodput.lab.world.Runs.poisson;
import static io.goodput.lab.world.Runs.retries;
import static io.goodput.lab.world.Runs.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.retry.RetryBudget;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies in the loop: what they send, and what becomes of the answers. */
class RetriesTest {
    private static final long TIMEOUT = 3 * S;

    /** Nothing is answered in time, ever. */
    private static final Model OUTAGE = model(poisson(40), Distribution.constant(10 * S), new Service.Unlimited());

    private static double amplification(World world, Span span) {
        return world.tally.clients().attempted().rate(span)
                / world.tally.clients().offered().rate(span);
    }

    @Test
    void three_attempts_are_three_times_the_load_in_an_outage() {
        World world = Runs.run(OUTAGE, retries(TIMEOUT, 3), 1, 1000);
        assertThat(amplification(world, Runs.settled(world))).isCloseTo(3, within(0.02));
        assertThat(world.tally.clients().succeeded().sum(Runs.all(world))).isZero();
    }

    @Test
    void a_budget_is_spent_once_in_an_outage_and_not_again() {
        World world = Runs.run(OUTAGE, retries(TIMEOUT, 3, RetryBudget.Settings.of(10, 0.1)), 1, 1000);
        Span all = Runs.all(world);
        assertThat(world.tally.clients().attempted().sum(all)
                        - world.tally.clients().offered().sum(all))
                .isEqualTo(10);
        assertThat(amplification(world, Runs.settled(world))).isEqualTo(1);
    }

    /** Half of the answers come in time: the deposits of the others pay for retries, and never for more. */
    @ParameterizedTest
    @CsvSource({"10, 0.1", "500, 0.02", "10, 1", "1, 0"})
    void retries_never_cost_more_than_the_budget_holds(double capacity, double deposit) {
        Model flaky = model(
                poisson(40),
                Distribution.bimodal(0.5, Distribution.constant(S), Distribution.constant(10 * S)),
                new Service.Unlimited());
        for (int seed = 0; seed < 5; seed++) {
            World world = Runs.run(flaky, retries(TIMEOUT, 3, RetryBudget.Settings.of(capacity, deposit)), seed, 500);
            int[] offered = world.tally.clients().offered().counts();
            int[] attempted = world.tally.clients().attempted().counts();
            int[] succeeded = world.tally.clients().succeeded().counts();
            long retries = 0;
            double paid = capacity;
            for (int second = 0; second < offered.length; second++) {
                retries += attempted[second] - offered[second];
                paid += deposit * succeeded[second];
                assertThat((double) retries).as("after second %d", second).isLessThanOrEqualTo(paid + 1e-6);
            }
            assertThat(retries).isGreaterThanOrEqualTo((long) capacity);
        }
    }

    @Test
    void an_answer_that_comes_late_is_throughput_and_nothing_else() {
        Model late = model(constant(10), Distribution.constant(4 * S), new Service.Unlimited());
        World world = Runs.run(late, timeout(TIMEOUT), 1, 100);
        Span middle = new Span(50 * S, 90 * S);

        assertThat(world.tally.front().served().rate(middle)).isEqualTo(10);
        assertThat(world.tally.clients().timedOut().rate(middle)).isEqualTo(10);
        assertThat(world.tally.clients().succeeded().sum(Runs.all(world))).isZero();
        assertThat(world.tally.clients().latencies().count()).isZero();
        assertThat(world.tally.front().inFlight().values()[60]).isBetween(39.0, 40.0);
    }

    /** The answer to the first attempt comes while the second is under way, and does not stand for it. */
    @Test
    void a_late_answer_does_not_end_the_next_attempt() {
        Model late = model(constant(1), Distribution.constant(4 * S), new Service.Unlimited());
        World world = Runs.run(late, retries(TIMEOUT, 2), 1, 100);
        Span middle = new Span(50 * S, 90 * S);

        assertThat(world.tally.clients().attempted().rate(middle)).isEqualTo(2);
        assertThat(world.tally.front().served().rate(middle)).isEqualTo(2);
        assertThat(world.tally.clients().succeeded().sum(Runs.all(world))).isZero();
    }

    @Test
    void the_latency_of_a_call_counts_all_of_its_attempts() {
        Model model = model(
                constant(1),
                Distribution.bimodal(0.5, Distribution.constant(S), Distribution.constant(10 * S)),
                new Service.Unlimited());
        World world = Runs.run(model, retries(TIMEOUT, 2), 1, 2000);

        assertThat(world.tally.clients().latencies().percentile(0.5) / S).isCloseTo(1, within(0.01));
        assertThat(world.tally.clients().latencies().percentile(0.99) / S).isCloseTo(4, within(0.01));
    }

    @Test
    void the_network_is_crossed_twice() {
        var network = new Delays(Distribution.constant(S / 4), Distribution.constant(0));
        var latency = new Latency(List.of(Distribution.constant(S)), 0);
        Model model = model(constant(1), network, latency, new Service.Unlimited());
        World world = Runs.run(model, GuardSettings.NONE, 1, 100);
        assertThat(world.tally.clients().latencies().percentile(0.5) / S).isCloseTo(1.5, within(0.002));
        assertThat(world.tally.front().inFlight().values()[50]).isEqualTo(1);
    }

    @Test
    void policies_meet_the_same_arrivals() {
        Model model = model(poisson(40), Distribution.exponential(2 * S), new Service.Slots(60, 10));
        int[] offered = Runs.run(model, timeout(TIMEOUT), 3, 200)
                .tally
                .clients()
                .offered()
                .counts();
        assertThat(Runs.run(model, retries(TIMEOUT, 3), 3, 200)
                        .tally
                        .clients()
                        .offered()
                        .counts())
                .isEqualTo(offered);
        assertThat(Runs.run(model, timeout(TIMEOUT), 4, 200)
                        .tally
                        .clients()
                        .offered()
                        .counts())
                .isNotEqualTo(offered);
    }
}
