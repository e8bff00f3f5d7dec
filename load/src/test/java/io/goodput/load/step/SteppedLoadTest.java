package io.goodput.load.step;

import static io.goodput.load.step.Plans.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.load.RequestOutcome;
import io.goodput.load.step.RateStep.Validity;
import io.goodput.load.step.SteppedLoad.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteppedLoadTest {
    private static SteppedLoad.MeasuredSteps sweep(SteppedPlan plan, PlantedService service)
            throws InterruptedException {
        return new SteppedLoad(plan, service, service).run(_ -> {});
    }

    private static PlantedService answeringAfter(long latency) {
        return new PlantedService(Integer.MAX_VALUE, sent -> sent + latency);
    }

    @Test
    void what_is_sent_is_what_was_due_and_what_the_service_received() throws InterruptedException {
        var service = answeringAfter(20 * MILLI);

        SteppedLoad.MeasuredSteps result = sweep(Plans.of(100, 100.0, 200.0), service);

        assertThat(result.ending()).isEqualTo(StopReason.DONE);
        assertThat(result.steps()).extracting(RateStep::offered).containsExactly(100, 200);
        assertThat(result.steps()).extracting(RateStep::sent).containsExactly(100, 200);
        assertThat(result.steps()).extracting(RateStep::warmUp).containsExactly(49, 99);
        assertThat(service.received()).isEqualTo(result.requests()).isEqualTo(448);
    }

    @Test
    void a_stall_is_in_the_latency_of_each_request_that_it_held_up() throws InterruptedException {
        // The measured second lasts from 501 ms to 1501 ms; requests are due each 10 ms.
        var service = PlantedService.stalling(5 * MILLI, 801 * MILLI, 1101 * MILLI);

        RateStep step = sweep(Plans.of(100, 100.0), service).steps().getFirst();

        long[] slow = LongStream.of(step.good())
                .filter(latency -> latency > 5 * MILLI)
                .sorted()
                .toArray();
        assertThat(slow).hasSize(30);
        assertThat(slow[0]).isEqualTo(15 * MILLI);
        assertThat(slow[29]).isEqualTo(305 * MILLI);
        assertThat(step.latencies().percentile(100)).isEqualTo(305 * MILLI);
    }

    @Test
    void latency_counts_from_the_due_instant_even_if_the_generator_woke_late() throws InterruptedException {
        var service = answeringAfter(5 * MILLI).wakingLate(8 * MILLI);

        SteppedLoad.MeasuredSteps result = sweep(Plans.of(100, 50.0, 60.0), service);
        RateStep step = result.steps().getFirst();

        assertThat(step.lag().percentile(50)).isEqualTo(8 * MILLI);
        assertThat(LongStream.of(step.good())).allMatch(latency -> latency >= 13 * MILLI);
        assertThat(step.validity()).isEqualTo(Validity.LATE);
        assertThat(result.ending()).isEqualTo(StopReason.LATE);
        assertThat(result.steps()).hasSize(1);
    }

    @Test
    void what_is_over_the_bound_in_flight_is_counted_as_not_sent() throws InterruptedException {
        var service = answeringAfter(1_000 * MILLI);

        SteppedLoad.MeasuredSteps result = sweep(Plans.of(10, 100.0, 200.0), service);
        RateStep step = result.steps().getFirst();

        assertThat(step.offered()).isEqualTo(100);
        assertThat(step.sent() + step.notSent()).isEqualTo(100);
        assertThat(step.peak()).isEqualTo(10);
        assertThat(service.received()).isEqualTo(step.sent() + step.warmUp()).isEqualTo(20);
        assertThat(result.ending()).isEqualTo(StopReason.NOT_SENT);
        assertThat(result.steps()).hasSize(1);
    }

    @Test
    void mean_concurrency_is_goodput_times_latency() throws InterruptedException {
        RateStep step =
                sweep(Plans.of(100, 200.0), answeringAfter(50 * MILLI)).steps().getFirst();

        assertThat(step.goodput()).isEqualTo(200);
        assertThat(step.concurrency()).isCloseTo(200 * 0.05, within(1e-9));
    }

    @Test
    void a_service_that_fails_is_left_alone_at_once() throws InterruptedException {
        var service = new PlantedService(120, sent -> sent + MILLI);

        SteppedLoad.MeasuredSteps result = sweep(Plans.of(100, 100.0, 1_000.0), service);

        // 149 of the first step and one in six of them an error would be enough; it stops as soon as a tenth is.
        assertThat(result.ending()).isEqualTo(StopReason.ERRORS);
        assertThat(service.received()).isEqualTo(134);
        assertThat(result.steps()).hasSize(1);
        assertThat(result.steps().getFirst().answers()).containsEntry(RequestOutcome.FAILED, 14);
    }

    @Test
    void a_service_twenty_times_slower_than_at_first_ends_the_sweep() throws InterruptedException {
        var service =
                new PlantedService(Integer.MAX_VALUE, sent -> sent + (sent < 1_600 * MILLI ? 2 * MILLI : 40 * MILLI));

        SteppedLoad.MeasuredSteps result = sweep(Plans.of(100, 10.0, 20.0, 30.0), service);

        assertThat(result.ending()).isEqualTo(StopReason.SLOW);
        assertThat(result.steps()).hasSize(2);
    }

    @Test
    void each_step_begins_when_the_one_before_has_ended() throws InterruptedException {
        List<Integer> progress = new ArrayList<>();
        var service = answeringAfter(3_000 * MILLI);

        SteppedLoad.MeasuredSteps result =
                new SteppedLoad(Plans.of(100, 10.0, 20.0), service, service).run(progress::add);

        // 15 and 30 requests, none of them beside one of the other step: 14 and 29 of them are due in 1.5 s.
        assertThat(progress).hasSize(14 + 29).last().isEqualTo(14 + 29);
        assertThat(result.steps()).extracting(RateStep::peak).containsExactly(14, 29);
    }
}
