package io.goodput.lab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.Span;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceTest {
    private static final String TEXT = """
            goodput: 1
            scenario: shop
            services:
              front: {latency: exponential(10ms), calls: [{to: stock, guard: {timeout: 50ms, retry: {attempts: 2}}}]}
              stock: {latency: exponential(20ms), slots: 1, queue: 2, endpoints: 2}
            clients:
              people: {rate: 40/s, phases: [{from: 4s, to: 5s, rate: 90/s}], processes: 2, calls: {to: front}}
              robots: {rate: 5/s, calls: {to: stock}}
            network: {each-way: exponential(1ms)}
            faults:
              - {fault: crash, of: stock/1, from: 2s, to: 3s}
              - {fault: loss, of: stock/2, share: 20%, from: 6s, to: 8s}
            run: {for: 10s, seeds: 1}
            """;
    private static final Scenario SHOP = ScenarioReader.parse("f", TEXT, Path.of(""));
    private static final Model MODEL = SHOP.variants().firstEntry().getValue();
    private static final Span ALL = new Span(0, 10_000_000_001L);

    private static final class Collected implements TraceSink {
        final List<TraceEvent> events = new ArrayList<>();
        boolean closed;

        @Override
        public void event(TraceEvent event) {
            events.add(event);
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static Tally tally() {
        var plan = SHOP.plan();
        return new Tally(MODEL, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
    }

    private static List<TraceEvent> events(long call, List<String> parts, List<String> kinds) {
        var sink = new Collected();
        new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, ALL, call, parts, kinds), sink).run();
        assertThat(sink.closed).isTrue();
        return sink.events;
    }

    private static List<TraceEvent> events() {
        return events(0, List.of(), List.of());
    }

    private static String text(long limit) {
        var out = new StringWriter();
        var sink = new TextTrace(MODEL, 10_000_000_000L, new PrintWriter(out), limit);
        new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, ALL, 0, List.of(), List.of()), sink).run();
        return out.toString();
    }

    private static String json() {
        var out = new StringWriter();
        var sink = new JsonTrace(new PrintWriter(out), 1_000_000);
        new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, ALL, 0, List.of(), List.of()), sink).run();
        return out.toString();
    }

    @Test
    void a_run_that_is_followed_is_the_run_that_is_not() {
        var alone = new World(MODEL, 1, tally());
        alone.run();
        var followed =
                new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, ALL, 0, List.of(), List.of()), new Collected());
        followed.run();

        assertThat(followed.hash()).isEqualTo(alone.simulation().traceHash()).isNotZero();
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        assertThat(text(100_000)).isEqualTo(text(100_000));
        assertThat(json()).isEqualTo(json()).endsWith("}\n");
        assertThat(json().lines()).hasSameSizeAs(events()).allMatch(line -> line.startsWith("{\"nanos\":"));
    }

    @Test
    void events_are_in_the_order_of_time_and_every_kind_is_told() {
        List<TraceEvent> events = events();

        assertThat(events).extracting(TraceEvent::nanos).isSorted();
        assertThat(events).extracting(TraceEvent::kind).contains(TraceKind.values());
    }

    @Test
    void every_call_and_every_attempt_begins_once_and_ends_at_most_once() {
        Map<TraceKind, Long> counts =
                events().stream().collect(Collectors.groupingBy(TraceEvent::kind, Collectors.counting()));
        var requests = events().stream()
                .filter(event -> event.kind() == TraceKind.SENT)
                .map(event -> event.leg() + "/" + event.attempt())
                .toList();

        assertThat(requests).doesNotHaveDuplicates();
        assertThat(counts.get(TraceKind.FINISHED)).isLessThanOrEqualTo(counts.get(TraceKind.CALLED));
        assertThat(counts.get(TraceKind.ARRIVED)).isLessThanOrEqualTo(counts.get(TraceKind.SENT));
        assertThat(counts.get(TraceKind.RETURNED)).isLessThanOrEqualTo(counts.get(TraceKind.ANSWERED));
    }

    @Test
    void a_refusal_says_why() {
        assertThat(events(0, List.of(), List.of("answered")))
                .extracting(TraceEvent::why)
                .contains("", "the queue is full", "the endpoint is down", "a call of its own failed");
        assertThat(events(0, List.of(), List.of("lost")))
                .extracting(TraceEvent::why)
                .contains("the request", "the answer");
    }

    @Test
    void faults_and_phases_begin_and_end_where_the_scenario_says() {
        assertThat(events(0, List.of(), List.of("begins", "ends", "down", "up")))
                .extracting(event ->
                        event.nanos() / 1_000_000_000 + " " + event.kind() + " " + event.from() + " " + event.why())
                .containsExactly(
                        "2 begins stock-1 crash",
                        "2 down stock-1 ",
                        "3 ends stock-1 crash",
                        "3 up stock-1 ",
                        "4 begins people another rate",
                        "5 ends people another rate",
                        "6 begins stock-2 loss",
                        "8 ends stock-2 loss");
    }

    @Test
    void a_level_is_who_was_there_before_and_who_is_left_after() {
        var inside = 0;
        for (TraceEvent event : events(0, List.of("stock-2"), List.of("arrived", "answered"))) {
            if (event.kind() == TraceKind.ARRIVED) {
                assertThat(event.inside()).isEqualTo(inside);
                inside++;
            } else {
                inside--;
                assertThat(event.inside()).isEqualTo(inside);
            }
        }
    }

    @Test
    void a_filter_leaves_what_is_of_interest() {
        assertThat(events(7, List.of(), List.of())).isNotEmpty().allMatch(event -> event.call() == 7);
        assertThat(events(0, List.of("people"), List.of()))
                .isNotEmpty()
                .allMatch(
                        event -> event.from().startsWith("people") || event.to().startsWith("people"));
        assertThat(events(0, List.of("people-2"), List.of("sent")))
                .isNotEmpty()
                .allMatch(event -> event.from().equals("people-2"));
        var sink = new Collected();
        var second = new Span(1_000_000_000L, 2_000_000_000L);
        new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, second, 0, List.of(), List.of()), sink).run();
        assertThat(sink.events).isNotEmpty().allMatch(event -> second.contains(event.nanos()));
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> TraceFilter.of(MODEL, ALL, 0, List.of("stokc"), List.of()))
                .hasMessage("part: stokc (expected: stock?)");
        assertThatThrownBy(() -> TraceFilter.of(MODEL, ALL, 0, List.of(), List.of("snet")))
                .hasMessage("kind: snet (expected: sent?)");
        assertThatThrownBy(() -> TraceFilter.of(MODEL, ALL, 0, List.of("cellar"), List.of()))
                .hasMessageContaining("part: cellar (expected: one of people, people-1");
    }

    @Test
    void text_stops_at_its_limit_and_says_so() {
        assertThat(text(5).lines()).hasSize(7);
        assertThat(text(5))
                .startsWith("  seconds     call  kind       from -> to")
                .contains("stopped at ")
                .contains("after 5 events");
        assertThat(text(1_000_000)).doesNotContain("stopped");
    }

    @Test
    void a_run_that_nobody_follows_any_more_is_not_run_to_its_end() {
        var filter = TraceFilter.of(MODEL, ALL, 0, List.of(), List.of());
        var brief = new TraceRun(MODEL, 1, tally(), filter, new JsonTrace(new PrintWriter(new StringWriter()), 1));
        brief.run();
        var whole = new TraceRun(MODEL, 1, tally(), filter, new Collected());
        whole.run();

        assertThat(brief.hash()).isNotEqualTo(whole.hash());
    }

    @Test
    void the_trace_event_format_is_an_array_of_spans_that_begin_once_and_end_at_most_once() {
        var out = new StringWriter();
        var sink = new ChromeTrace(new PrintWriter(out), 1_000_000);
        new TraceRun(MODEL, 1, tally(), TraceFilter.of(MODEL, ALL, 0, List.of(), List.of()), sink).run();
        var begun = new HashSet<String>();
        var named = new HashSet<Integer>();
        for (JsonNode event : new JsonMapper().readTree(out.toString())) {
            String phase = event.get("ph").asString();
            if (phase.equals("M")) {
                named.add(event.get("pid").asInt());
            } else {
                assertThat(named).contains(event.get("pid").asInt());
            }
            if (phase.equals("b")) {
                assertThat(begun.add(
                                event.get("cat").asString() + event.get("id").asString()))
                        .isTrue();
            }
            if (phase.equals("e")) {
                assertThat(begun)
                        .contains(event.get("cat").asString() + event.get("id").asString());
            }
        }
        assertThat(named)
                .as("a population, two processes, another population, three endpoints")
                .hasSize(7);
    }
}
