package io.goodput.load.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppedPlanTest {
    private static SteppedPlan plan(boolean poisson, int mostRequests, Double... rates) {
        return new SteppedPlan(
                List.of(rates),
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                poisson,
                3,
                mostRequests,
                500,
                Duration.ofSeconds(10),
                0.1);
    }

    @Test
    void rates_rise_by_the_same_factor() {
        assertThat(SteppedPlan.geometric(10, 1_000, 5)).containsExactly(10.0, 31.6, 100.0, 316.0, 1_000.0);
        assertThat(SteppedPlan.geometric(0.5, 4, 4)).containsExactly(0.5, 1.0, 2.0, 4.0);
    }

    @Test
    void a_schedule_is_the_same_each_time_and_of_about_the_rate() {
        SteppedPlan plan = plan(true, 100_000, 200.0, 400.0);

        assertThat(plan.schedule(1)).isEqualTo(plan.schedule(1)).isSorted();
        assertThat(plan.schedule(1).length / 5.0).isCloseTo(400, within(40.0));
        assertThat(plan.requests()).isEqualTo(plan.schedule(0).length + plan.schedule(1).length);
    }

    @Test
    void more_requests_than_allowed_are_refused_before_the_first_one() {
        assertThatThrownBy(() -> plan(false, 2_999, 200.0, 400.0))
                .hasMessage("most-requests: the rates come to 3000 requests (expected: at most 2999: lower or fewer"
                        + " rates, a shorter step-time)");
        int byChance = plan(true, 100_000, 1_000.0).requests();
        if (byChance > 5_000) {
            assertThatThrownBy(() -> plan(true, byChance - 1, 1_000.0).requests())
                    .hasMessageContaining("most-requests");
        }
    }

    @Test
    void bad_plans_say_what_was_expected() {
        assertThatThrownBy(() -> plan(true, 100, 5.0, 4.0)).hasMessage("rates: 4/s after 5/s (expected: ascending)");
        assertThatThrownBy(() -> plan(true, 100, 0.01)).hasMessageContaining("(expected: 0.1/s to 100000/s)");
        assertThatThrownBy(() -> plan(true, 100)).hasMessage("rates: 0 (expected: >= 1 and <= 50)");
        assertThatThrownBy(() -> plan(true, 0, 1.0)).hasMessage("most-requests: 0 (expected: >= 1 and <= 1000000)");
        assertThatThrownBy(() -> SteppedPlan.geometric(10, 5, 4)).hasMessageContaining("from low to high");
        assertThatThrownBy(() -> SteppedPlan.geometric(1, 5, 51)).hasMessage("steps: 51 (expected: >= 2 and <= 50)");
    }
}
