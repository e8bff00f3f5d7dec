package io.goodput.lab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.result.Hostile;
import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalReportTest {
    private static final String ESCAPE = "\u001b";

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 132, 200})
    void no_line_is_wider_than_the_screen(int columns) {
        for (var report : new ScenarioResult[] {
            SampleResults.retryStorm(),
            SampleResults.oneSeed(),
            SampleResults.nothingSucceeded(),
            SampleResults.undisturbed()
        }) {
            for (var unicode : new boolean[] {true, false}) {
                assertThat(TerminalReport.render(report, new Screen(columns, false, unicode))
                                .lines())
                        .allSatisfy(
                                line -> assertThat(TextWidth.of(line)).as(line).isLessThanOrEqualTo(columns));
            }
        }
    }

    @Test
    void figures_stand_with_their_intervals() {
        var text = wide(SampleResults.retryStorm());

        assertThat(text)
                .contains("40.1 ±0.1")
                .contains("0.82 (0.76–0.86)")
                .contains("17.4 ±1.3")
                .contains("19 %");
    }

    @Test
    void every_column_is_there_however_narrow_the_screen() {
        assertThat(TerminalReport.render(SampleResults.retryStorm(), new Screen(60, false, false)))
                .contains("goodput/s", "attempts/s", "amplification", "P(metastable)", "recovery (s)", "p99.9 (s)");
    }

    @Test
    void without_colour_there_is_no_escape_sequence_not_even_one_of_the_scenario() {
        assertThat(wide(SampleResults.named(Hostile.TEXT)))
                .doesNotContain(ESCAPE)
                .doesNotContain("\u202e");
        assertThat(wide(SampleResults.retryStorm())).doesNotContain(ESCAPE);
    }

    @Test
    void colour_changes_nothing_but_the_colour() {
        var coloured = TerminalReport.render(SampleResults.retryStorm(), new Screen(100, true, true));

        assertThat(coloured).contains(ESCAPE + "[32m");
        assertThat(coloured.replaceAll(ESCAPE + "\\[\\d+m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(wide(SampleResults.retryStorm())
                        .lines()
                        .map(String::stripTrailing)
                        .toList());
    }

    @Test
    void without_unicode_it_is_ascii() {
        for (var report : new ScenarioResult[] {SampleResults.retryStorm(), SampleResults.named("名前 ✓ é 🙂")}) {
            var text = TerminalReport.render(report, new Screen(80, false, false));

            assertThat(text.chars()).allMatch(character -> character == '\n' || (character >= ' ' && character < 0x7f));
        }
    }

    @Test
    void one_seed_has_no_intervals_and_no_verdict_on_the_claims() {
        var text = wide(SampleResults.oneSeed()).replaceAll("\\s+", " ");

        assertThat(text)
                .doesNotContain("±")
                .contains("seed 7")
                .contains("One run does not judge the claims.")
                .contains("./goodput lab retry-storm --seed 7");
    }

    @Test
    void what_was_never_measured_is_a_dash() {
        assertThat(wide(SampleResults.nothingSucceeded()))
                .doesNotContain("NaN")
                .contains("–")
                .contains("✗     recovery of none < 10s   no run of none recovered");
    }

    @Test
    void long_names_are_cut() {
        var text = wide(SampleResults.named("a-policy-with-a-name-that-goes-on-and-on-and-on-and-on"));

        assertThat(text).contains("a-policy-with-a-name-tha…");
    }

    @Test
    void a_screen_too_narrow_is_refused() {
        assertThatThrownBy(() -> new Screen(39, false, false)).hasMessage("columns: 39 (expected: >= 40)");
    }

    private static String wide(ScenarioResult report) {
        return TerminalReport.render(report, new Screen(100, false, true));
    }
}
