package io.goodput.logs.timeline;

import static io.goodput.logs.timeline.Traced.attempt;
import static io.goodput.logs.timeline.Traced.call;
import static io.goodput.logs.timeline.Traced.calls;
import static io.goodput.logs.timeline.Traced.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.logs.timeline.PathStep.Kind;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private static List<String> words(TraceTimeline timeline) {
        return timeline.path().stream()
                .map(step -> timeline.bars().get(step.bar()).kind() + " " + step.kind() + " " + step.from() / 1000 + "-"
                        + step.to() / 1000)
                .toList();
    }

    @Test
    void of_two_calls_at_once_the_later_one_is_on_it() {
        var timeline = Traced.of(work(
                "a",
                "0a",
                "",
                0,
                20,
                calls(
                        call("b", 1, 17, attempt("a1", 1, 17, "SUCCESS")),
                        call("c", 2, 8, attempt("a2", 2, 8, "SUCCESS")))));

        assertThat(words(timeline)).containsExactly("UNIT WORK 0-1", "ATTEMPT REMOTE 1-18", "UNIT WORK 18-20");
    }

    @Test
    void it_goes_into_the_other_process_and_through_its_queue() {
        var timeline = Traced.of(
                work("a", "0a", "", 0, 20, calls(call("b", 1, 17, attempt("a1", 1, 17, "SUCCESS")))),
                work("b", "0b", "a1", 6, 10, "\"queue_us\":4000"));

        assertThat(words(timeline))
                .containsExactly(
                        "UNIT WORK 0-1",
                        "ATTEMPT REMOTE 1-2",
                        "UNIT QUEUE 2-6",
                        "UNIT WORK 6-16",
                        "ATTEMPT REMOTE 16-18",
                        "UNIT WORK 18-20");
    }

    @Test
    void a_retry_puts_the_failure_before_it_and_the_wait_between_on_it() {
        var timeline = Traced.of(work(
                "a",
                "0a",
                "",
                0,
                20,
                calls(call("b", 0, 20, attempt("a1", 0, 8, "TIMEOUT"), attempt("a2", 12, 8, "SUCCESS")))));

        assertThat(words(timeline)).containsExactly("ATTEMPT REMOTE 0-8", "CALL WAIT 8-12", "ATTEMPT REMOTE 12-20");
    }

    @Test
    void an_attempt_that_was_given_up_is_not_on_it() {
        var timeline = Traced.of(work(
                "a",
                "0a",
                "",
                0,
                20,
                calls(call("b", 0, 20, attempt("a1", 0, 20, "CANCELLED"), attempt("a2", 15, 5, "SUCCESS")))));

        assertThat(words(timeline)).containsExactly("CALL WAIT 0-15", "ATTEMPT REMOTE 15-20");
    }

    @Test
    void what_went_on_after_the_attempt_ran_out_of_time_is_not_on_it() {
        var timeline = Traced.of(
                work("a", "0a", "", 0, 20, calls(call("b", 0, 20, attempt("a1", 0, 20, "TIMEOUT")))),
                work("b", "0b", "a1", 1, 90, ""));

        assertThat(words(timeline)).containsExactly("ATTEMPT REMOTE 0-20");
    }

    /** Without a hole and without an overlap, from the first asking to the end, each step within its bar. */
    @Property(tries = 20)
    void it_is_as_long_as_what_it_explains(@ForAll long seed) {
        var shop = new ShopTraffic(seed, 9, 2, 1);
        List<WorkRecord> works = ShopWorks.of(shop.lines());
        for (String trace : shop.traces) {
            var timeline = Objects.requireNonNull(TraceTimeline.of(trace, works));
            TimelineBar top = timeline.tops().getFirst();
            long at = top.arrival();
            for (PathStep step : timeline.path()) {
                TimelineBar bar = timeline.bars().get(step.bar());
                assertThat(step.from()).isEqualTo(at).isGreaterThanOrEqualTo(bar.arrival());
                assertThat(step.to()).isGreaterThan(step.from()).isLessThanOrEqualTo(bar.end());
                assertThat(step.kind() == Kind.QUEUE).isEqualTo(step.from() < bar.begin());
                at = step.to();
            }
            assertThat(at).isEqualTo(top.end());
        }
    }
}
