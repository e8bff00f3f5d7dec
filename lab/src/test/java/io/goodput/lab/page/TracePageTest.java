package io.goodput.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lab.trace.TraceFilter;
import io.goodput.lab.trace.TraceRun;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TracePageTest {
    private static final Scenario STORM = ScenarioReader.parse("f", """
            goodput: 1
            scenario: storm
            workload: {rate: 100/s, phases: [{from: 5s, to: 10s, rate: 300/s}]}
            service: {latency: exponential(50ms), slots: 8, queue: 50}
            client: {timeout: 200ms}
            policies:
              retries: {retry: {attempts: 3}}
            run: {for: 60s, seeds: 1}
            """, Path.of(""));

    private static Tally tally(Model model) {
        var plan = STORM.plan();
        return new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
    }

    private static TracePage page(Duration to) {
        Model model = STORM.variants().firstEntry().getValue();
        var span = new Span(0, to.toNanos());
        var page = new TracePage("storm <b>", "retries", model, 1, span);
        new TraceRun(model, 1, tally(model), TraceFilter.of(model, span, 0, List.of(), List.of()), page).run();
        return page;
    }

    @Test
    void the_same_run_gives_the_same_page() {
        assertThat(page(Duration.ofSeconds(8)).render())
                .isEqualTo(page(Duration.ofSeconds(8)).render());
    }

    @Test
    void it_has_no_script_asks_the_network_for_nothing_and_escapes_names() {
        String page = page(Duration.ofSeconds(8)).render();

        assertThat(page)
                .contains("default-src 'none'", "script-src 'none'", "style-src 'sha256-")
                .contains("storm &lt;b&gt;")
                .doesNotContain("<script", "style=\"", "unsafe-inline", "{{")
                .doesNotContainPattern("(src|href)=\"(?!data:)");
    }

    @Test
    void it_shows_waiting_work_for_nobody_refusals_and_the_phase() {
        assertThat(page(Duration.ofSeconds(8)).render())
                .contains(
                        "class=\"wait\" d=\"M", "class=\"late\" d=\"M", "class=\"left\" d=\"M", "class=\"fail\" d=\"M")
                .contains("<rect class=\"shade\"")
                .contains("Shaded: another rate: clients from 5 s to 10 s.")
                .contains("<title>call 1 of clients at ");
    }

    @Test
    void it_is_bounded_and_says_what_it_left_out() {
        var page = page(Duration.ofSeconds(60));

        assertThat(page.isFull()).isTrue();
        assertThat(page.summary()).startsWith("2,000 calls with ").endsWith("; it is full, the rest is left out");
        assertThat(page.render()).hasSizeLessThan(2_000_000);
        assertThat(page(Duration.ofSeconds(8)).summary()).doesNotContain("full");
    }

    @Test
    void a_stretch_within_a_phase_is_shaded_and_its_calls_are_in_order() {
        var span = new Span(7_000_000_000L, 8_000_000_000L);
        Model model = STORM.variants().firstEntry().getValue();
        var page = new TracePage("storm", "retries", model, 1, span);
        new TraceRun(model, 1, tally(model), TraceFilter.of(model, span, 0, List.of(), List.of()), page).run();

        assertThat(page.render()).contains("from 5 s to 10 s").contains("<rect class=\"shade\" x=\"0\"");
        assertThat(Pattern.compile("<title>call (\\d+)")
                        .matcher(page.render())
                        .results()
                        .map(title -> Integer.parseInt(title.group(1))))
                .isSorted();
    }

    @Test
    void a_run_in_which_nothing_happens_is_a_page() {
        var page = new TracePage("empty", "none", STORM.variants().firstEntry().getValue(), 1, new Span(0, 1_000));

        assertThat(page.summary()).startsWith("0 calls with 0 requests");
        assertThat(page.render()).doesNotContain("NaN");
    }
}
