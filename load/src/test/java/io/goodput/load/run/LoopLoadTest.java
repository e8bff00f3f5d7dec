package io.goodput.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.load.HttpTarget;
import io.goodput.load.RequestOutcome;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.result.MeasuredLoad.Trust;
import io.goodput.load.result.RequestCounts;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Under virtual time: the same figures on any machine. */
class LoopLoadTest {
    private static final long MILLI = 1_000_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static TrafficClass traffic(double rate, @Nullable Duration deadline) {
        return new TrafficClass(
                "a", rate, deadline, null, List.of(new WeightedTarget(HttpTarget.of("http://127.0.0.1:1/", null), 1)));
    }

    private static OpenPlan open(double rate, int mostInFlight, Duration time) {
        return new OpenPlan(
                List.of(traffic(rate, Duration.ofMillis(100))), false, 1, SECOND, time, 10_000_000, mostInFlight);
    }

    private static OpenLoop runOpen(OpenPlan plan, SimulatedLoop loop) {
        return loop.run(
                new OpenLoop(plan, 0, 1, loop.simulation(), loop.simulation().nanos(), loop));
    }

    private static RequestCounts counts(LoopLoad load) {
        assertThat(load.done()).isCompleted();
        return load.counts().of(0, 0);
    }

    private static MeasuredLoad result(LoopLoad load, Duration time) {
        return new MeasuredLoad(time, true, load.counts().rows(), load.lag(), 1, 1);
    }

    @Test
    void percentiles_of_a_planted_law_are_within_two_percent() {
        Distribution law = Distribution.logNormal(5.0 * MILLI, 0.8);
        RandomGenerator random = new Streams(1).stream("service");
        var loop = new SimulatedLoop(sent -> sent + law.sample(random));

        RequestCounts counts = counts(runOpen(open(2_000, 100_000, Duration.ofMinutes(10)), loop));

        // Of a log-normal: the median times e to the 0.8 times the normal's percentile.
        assertThat(counts.latencies().count()).isEqualTo(1_200_000);
        assertThat(counts.latencies().percentile(0.5) / 5e6).isCloseTo(1, within(0.02));
        assertThat(counts.latencies().percentile(0.9) / (5e6 * Math.exp(0.8 * 1.281552)))
                .isCloseTo(1, within(0.02));
        assertThat(counts.latencies().percentile(0.99) / (5e6 * Math.exp(0.8 * 2.326348)))
                .isCloseTo(1, within(0.02));
        assertThat(counts.latencies().percentile(0.999) / (5e6 * Math.exp(0.8 * 3.090232)))
                .isCloseTo(1, within(0.02));
    }

    @Test
    void a_stall_is_in_the_latency_of_each_request_that_it_held_up() {
        // A request each ms; nothing is answered between 2 s and 2.5 s.
        var loop = new SimulatedLoop(
                sent -> (sent >= 2_000 * MILLI && sent < 2_500 * MILLI ? 2_500 * MILLI : sent) + MILLI);

        RequestCounts counts = counts(runOpen(open(1_000, 100_000, Duration.ofSeconds(4)), loop));

        // 500 of 4000 were held up, evenly between 1 ms and 501 ms: an eighth of all.
        assertThat(counts.latencies().percentile(0.875) / MILLI).isCloseTo(1, within(1.1));
        assertThat(counts.latencies().percentile(0.9375) / MILLI).isCloseTo(251, within(2.0));
        assertThat(counts.latencies().percentile(1) / MILLI).isCloseTo(501, within(1.0));
        assertThat(counts.late()).isCloseTo(401, within(2L));
        assertThat(counts.inTime() + counts.late()).isEqualTo(4_000);
    }

    @Test
    void a_closed_load_hides_the_stall_that_an_open_one_shows() {
        var loop = new SimulatedLoop(
                sent -> (sent >= 2_000 * MILLI && sent < 2_500 * MILLI ? 2_500 * MILLI : sent) + MILLI);
        var plan = new ClosedPlan(List.of(traffic(1, null)), 1, SECOND, Duration.ofSeconds(4), 10_000_000, 1);

        RequestCounts counts = counts(loop.run(
                new ClosedLoop(plan, 0, 1, loop.simulation(), loop.simulation().nanos(), loop)));

        assertThat(counts.latencies().percentile(0.999) / MILLI).isCloseTo(1, within(0.01));
        assertThat(counts.throughput()).isCloseTo(3_500 / 4.0, within(1.0));
    }

    @Test
    void latency_counts_from_the_due_instant_even_if_the_generator_woke_late() {
        var loop = new SimulatedLoop(sent -> sent + 5 * MILLI).wakingLate(8 * MILLI);
        Duration time = Duration.ofSeconds(2);

        OpenLoop load = runOpen(open(50, 100, time), loop);

        assertThat(load.lag().percentile(0.5) / MILLI).isCloseTo(8, within(0.02));
        assertThat(counts(load).latencies().percentile(0.01) / MILLI).isCloseTo(13, within(0.02));
        assertThat(counts(load).serviceTimes().percentile(0.5) / MILLI).isCloseTo(5, within(0.02));
        assertThat(result(load, time).trust()).isEqualTo(Trust.GENERATOR_LATE);
    }

    @Test
    void what_is_over_the_bound_in_flight_is_counted_as_not_sent() {
        var loop = new SimulatedLoop(sent -> sent + 1_000 * MILLI);
        Duration time = Duration.ofSeconds(2);

        OpenLoop load = runOpen(open(100, 10, time), loop);

        assertThat(counts(load).offered()).isEqualTo(200);
        assertThat(counts(load).sent()).isEqualTo(20);
        assertThat(loop.peak()).isEqualTo(10);
        assertThat(result(load, time).trust()).isEqualTo(Trust.NOT_ALL_SENT);
    }

    @Test
    void goodput_is_what_was_answered_well_and_in_time() {
        var late = new SimulatedLoop(sent -> sent + 101 * MILLI);
        var bad = new SimulatedLoop(sent -> sent + MILLI).answering(RequestOutcome.FAILED);
        Duration time = Duration.ofSeconds(2);

        OpenLoop slow = runOpen(open(100, 1_000, time), late);
        OpenLoop failing = runOpen(open(100, 1_000, time), bad);

        assertThat(counts(slow).goodput()).isZero();
        assertThat(counts(slow).late()).isEqualTo(200);
        assertThat(counts(slow).throughput()).isCloseTo(100, within(1.0));
        assertThat(counts(failing).answers())
                .containsOnlyKeys(RequestOutcome.FAILED)
                .containsEntry(RequestOutcome.FAILED, 200L);
        assertThat(counts(failing).statuses()).containsOnlyKeys(503);
        assertThat(result(failing, time).trust()).isEqualTo(Trust.NO_GOOD_ANSWER);
    }

    @Test
    void loops_share_a_load_without_a_request_lost_or_sent_twice() {
        OpenPlan plan = open(1_000, 100, Duration.ofSeconds(2));
        int received = 0;
        for (int i = 0; i < 3; i++) {
            var loop = new SimulatedLoop(sent -> sent + MILLI);
            loop.run(new OpenLoop(
                    plan, i, 3, loop.simulation(), loop.simulation().nanos(), loop));
            received += loop.received();
        }

        assertThat(received).isEqualTo(2_999);
    }

    @Test
    void a_load_ends_at_its_bound() {
        var loop = new SimulatedLoop(sent -> sent + MILLI);
        var closed = new ClosedPlan(List.of(traffic(1, null)), 1, SECOND, SECOND, 77, 5);

        loop.run(new ClosedLoop(
                closed, 0, 1, loop.simulation(), loop.simulation().nanos(), loop));

        assertThat(loop.received()).isEqualTo(77);
        assertThat(loop.peak()).isEqualTo(5);
    }
}
