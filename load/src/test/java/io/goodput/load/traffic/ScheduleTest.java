package io.goodput.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import io.goodput.load.HttpTarget;
import io.goodput.load.HttpTarget.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final HttpTarget TARGET = HttpTarget.of("http://127.0.0.1:1/", null);

    private record Due(long at, int of, int target) {}

    private static TrafficClass traffic(String name, double rate, double... weights) {
        List<WeightedTarget> targets = new ArrayList<>();
        for (double weight : weights) {
            targets.add(new WeightedTarget(TARGET, weight));
        }
        return new TrafficClass(name, rate, null, null, targets);
    }

    private static OpenPlan plan(boolean poisson, int mostRequests, TrafficClass... classes) {
        return new OpenPlan(
                List.of(classes), poisson, 7, Duration.ofSeconds(1), Duration.ofSeconds(9), mostRequests, 100);
    }

    private static List<Due> all(OpenPlan plan) {
        List<Due> all = new ArrayList<>();
        Schedule schedule = plan.schedule();
        while (schedule.advance()) {
            all.add(new Due(schedule.due(), schedule.classIndex(), schedule.targetIndex()));
        }
        return all;
    }

    @Test
    void each_class_has_its_own_rate_and_each_target_its_weight() {
        List<Due> all = all(plan(true, 100_000, traffic("a", 300, 3, 1), traffic("b", 100, 1)));

        assertThat(all).extracting(Due::at).isSorted();
        assertThat(all.stream().filter(due -> due.of() == 0).count() / 10.0).isCloseTo(300, within(20.0));
        assertThat(all.stream().filter(due -> due.of() == 1).count() / 10.0).isCloseTo(100, within(10.0));
        double first =
                all.stream().filter(due -> due.of() == 0 && due.target() == 0).count();
        assertThat(first / all.stream().filter(due -> due.of() == 0).count()).isCloseTo(0.75, within(0.03));
    }

    @Test
    void a_schedule_is_the_same_each_time_and_a_class_has_its_own_chance() {
        List<Due> alone = all(plan(true, 100_000, traffic("a", 300, 1, 1)));
        List<Due> besides = all(plan(true, 100_000, traffic("a", 300, 1, 1), traffic("b", 100, 1)));

        assertThat(all(plan(true, 100_000, traffic("a", 300, 1, 1)))).isEqualTo(alone);
        assertThat(besides.stream().filter(due -> due.of() == 0).toList()).isEqualTo(alone);
    }

    @Test
    void constant_arrivals_come_at_even_distances_until_the_end_or_the_bound() {
        assertThat(all(plan(false, 100_000, traffic("a", 10, 1))))
                .hasSize(99)
                .last()
                .isEqualTo(new Due(9_900_000_000L, 0, 0));
        assertThat(all(plan(false, 25, traffic("a", 10, 1)))).hasSize(25);
    }

    @Test
    void the_criticality_of_a_class_goes_with_its_requests() {
        var vital = new TrafficClass("a", 1, null, Criticality.SHEDDABLE_PLUS, List.of(new WeightedTarget(TARGET, 1)));

        assertThat(vital.headers()).containsExactly(new Header(ContextHeaders.CRITICALITY, "sheddable-plus"));
        assertThat(traffic("b", 1, 1).headers()).isEmpty();
    }

    @Test
    void bad_plans_say_what_was_expected() {
        assertThatThrownBy(() -> traffic("a b", 1, 1)).hasMessage("class: a b (expected: letters, digits and dashes)");
        assertThatThrownBy(() -> traffic("a", 0.01, 1)).hasMessage("rate: 0.01/s (expected: 0.1/s to 1000000/s)");
        assertThatThrownBy(() -> traffic("a", 1)).hasMessage("targets: 0 (expected: >= 1 and <= 100)");
        assertThatThrownBy(() -> traffic("a", 1, 0)).hasMessage("weight: 0.0 (expected: > 0)");
        assertThatThrownBy(() -> plan(true, 1)).hasMessage("classes: 0 (expected: >= 1 and <= 100)");
        assertThatThrownBy(() -> plan(true, 1, traffic("a", 1, 1), traffic("a", 2, 1)))
                .hasMessage("class: a stands twice (expected: each name once)");
        assertThatThrownBy(() -> plan(true, 0, traffic("a", 1, 1)))
                .hasMessage("most-requests: 0 (expected: >= 1 and <= 100000000)");
        assertThatThrownBy(() -> new ClosedPlan(
                        List.of(traffic("a", 1, 1)), 1, Duration.ofMinutes(11), Duration.ofSeconds(1), 1, 1))
                .hasMessage("warm-up: 11m (expected: >= 0s and <= 10m)");
    }
}
