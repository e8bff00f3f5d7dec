package io.goodput.logs.timeline;

import static io.goodput.logs.timeline.Traced.attempt;
import static io.goodput.logs.timeline.Traced.call;
import static io.goodput.logs.timeline.Traced.calls;
import static io.goodput.logs.timeline.Traced.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TraceTimelineTest {
    @Test
    void each_unit_hangs_below_the_attempt_that_asked_for_it() {
        var timeline = Traced.of(
                work("c", "0c", "a2", 12, 5, ""),
                work("b", "0b", "a1", 2, 5, ""),
                work(
                        "a",
                        "0a",
                        "",
                        0,
                        20,
                        calls(
                                call("b", 1, 7, attempt("a1", 1, 7, "SUCCESS")),
                                call("c", 10, 8, attempt("a2", 10, 8, "SUCCESS")))));

        assertThat(timeline.tops()).singleElement().satisfies(top -> {
            assertThat(top.process()).isEqualTo("a/1");
            assertThat(top.inside()).extracting(TimelineBar::name).containsExactly("b", "c");
            TimelineBar attempt = top.inside().getFirst().inside().getFirst();
            assertThat(attempt.inside()).extracting(TimelineBar::process).containsExactly("b/1");
        });
        assertThat(timeline.micros()).isEqualTo(20_000);
    }

    @Test
    void a_parent_without_a_record_is_a_gap_and_nothing_is_made_up_for_it() {
        var timeline = Traced.of(
                work("b", "0b", "gone", 2, 5, ""),
                work("c", "0c", "gone", 4, 5, ""),
                work("d", "0d", "lost", 5, 1, ""));

        assertThat(timeline.tops()).extracting(TimelineBar::kind).containsOnly(BarKind.GAP);
        assertThat(timeline.tops()).extracting(TimelineBar::span).containsExactly("gone", "lost");
        assertThat(timeline.tops().getFirst().inside()).hasSize(2);
        assertThat(timeline.bars()).extracting(TimelineBar::index).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void parts_of_long_work_are_one_bar_and_missing_ones_are_told() {
        WorkRecord first = work("a", "0a", "", 0, 10, calls(call("b", 1, 2, attempt("a1", 1, 2, "SUCCESS"))));
        WorkRecord third = ShopWorks.withPart(
                work("a", "0a", "", 20, 10, calls(call("b", 1, 2, attempt("a2", 1, 2, "SUCCESS")))), 3, false);

        var timeline = Traced.of(third, ShopWorks.withPart(first, 1, false), first);

        assertThat(Traced.bars(timeline, BarKind.UNIT)).singleElement().satisfies(bar -> {
            assertThat(bar.micros()).isEqualTo(30_000);
            assertThat(bar.facts().parts()).isEqualTo(2);
            assertThat(bar.facts().missing()).isEqualTo(1);
            assertThat(bar.facts().hasEnded()).isFalse();
            assertThat(bar.inside()).extracting(TimelineBar::begin).containsExactly(1_000L, 21_000L);
        });
    }

    @Test
    void spans_that_only_reach_themselves_are_shown_all_the_same() {
        var timeline = Traced.of(
                work("a", "0a", "a1", 0, 9, calls(call("a", 1, 2, attempt("a1", 1, 2, "SUCCESS")))),
                work("b", "0b", "0c", 0, 9, ""),
                work("c", "0c", "0b", 0, 9, ""));

        assertThat(Traced.bars(timeline, BarKind.UNIT)).hasSize(3);
    }

    @Test
    void a_forged_chain_of_thousands_is_no_burden() {
        List<WorkRecord> chain = new ArrayList<>();
        for (int i = 0; i < TraceTimeline.MOST_UNITS + 10; i++) {
            chain.add(work("a", "u" + i, i == 0 ? "" : "u" + (i - 1), i, 1, ""));
        }

        var timeline = Objects.requireNonNull(TraceTimeline.of(Traced.TRACE, chain));

        assertThat(Traced.bars(timeline, BarKind.UNIT)).hasSize(TraceTimeline.MOST_UNITS);
        assertThat(timeline.leftOut()).isEqualTo(10);
        assertThat(timeline.bars()).allMatch(bar -> bar.depth() <= 201);
    }

    @Test
    void a_trace_of_which_there_is_nothing_is_none() {
        assertThat(TraceTimeline.of("0", List.of(work("a", "0a", "", 0, 1, ""))))
                .isNull();
    }

    /** In the shop every parent is known, and no clock differs by less than a network takes. */
    @Property(tries = 20)
    void whatever_the_shop_writes_comes_out_whole(@ForAll long seed) {
        var shop = new ShopTraffic(seed, 9, 2, 1);
        List<WorkRecord> works = ShopWorks.of(shop.lines());
        for (String trace : shop.traces) {
            var timeline = Objects.requireNonNull(TraceTimeline.of(trace, works));
            long units =
                    works.stream().filter(work -> trace.equals(work.trace())).count();

            assertThat(timeline.tops()).hasSize(1);
            assertThat(Traced.bars(timeline, BarKind.UNIT)).hasSize((int) units);
            assertThat(Traced.bars(timeline, BarKind.UNIT).skip(1))
                    .allSatisfy(bar -> assertThat(bar.depth()).isPositive());
            timeline.bars()
                    .forEach(bar -> bar.inside().stream()
                            .filter(inner -> inner.kind() == BarKind.UNIT)
                            .forEach(inner -> assertThat(inner.arrival()).isGreaterThanOrEqualTo(bar.begin())));
        }
    }
}
