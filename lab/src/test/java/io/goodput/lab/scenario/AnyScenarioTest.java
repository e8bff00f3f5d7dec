package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.problem.ConfigException;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever is in the text, it is a scenario or refused with its place: nothing else is ever thrown. */
class AnyScenarioTest {
    private static final String CLOSED = """
        goodput: 1
        scenario: closed
        workload: {arrivals: closed, clients: 10, think: 'weibull(2, 1s)', phases: [{from: 1s, to: 2s, clients: 9}]}
        service: {latency: 'bimodal(normal(mean=1s, sd=2s), 1%, lognormal(p50=1s, p99=2s))', slots: 3, queue: 4}
        policies: {a: {deadline: 2s, retry: standard}}
        run: {for: 10s, seeds: 2}
        claims: [recovery(a) < 3s, p99(a) >= 0.5 * p50(a), recovered(a) within 0.1 of 50%]
        """;

    private static final Pattern PLACED = Pattern.compile("f:[1-9]\\d*:[1-9]\\d*: \\S.*");

    private static final List<String> WORDS = List.of(
            "1",
            "0",
            "-1",
            "40/s",
            "0s",
            "1ns",
            "36500d",
            "1000000/s",
            "0/s",
            "100%",
            "0%",
            "inflight",
            "*",
            "+",
            "(",
            ")",
            ",",
            "=",
            "<",
            "within",
            "of",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "\n",
            "  ",
            "- ",
            "#",
            "..",
            "none",
            "budget",
            "a",
            "closed",
            "constant",
            "slots: 1",
            "cores: 2",
            "queue: 3",
            "null",
            "~",
            "&x ",
            "*x",
            "!x ",
            "exponential(1s)",
            "normal(0s, 1ns)",
            "lognormal(1s, 999999999)",
            "weibull(0.1, 36500d)",
            "file(x, ms)",
            "bimodal(1s, 0%, 2s)",
            "999999999",
            "0.000000001",
            "é",
            "\0",
            "\uFEFF",
            "\ud800",
            "1e9",
            "0x1",
            "1_0");

    record Edit(double at, int cut, String put) {}

    @Property(tries = 3000)
    void the_example_mutated(@ForAll("edits") List<Edit> edits) {
        parsedOrRefused(edited(Texts.EXAMPLE, edits));
    }

    @Property(tries = 3000)
    void a_closed_scenario_mutated(@ForAll("edits") List<Edit> edits) {
        parsedOrRefused(edited(CLOSED, edits));
    }

    @Property(tries = 1000)
    void any_latency_and_claim(@ForAll("expressions") String expression) {
        String quoted = "'" + expression.replace("'", "''").replace("\n", " ") + "'";
        parsedOrRefused(Texts.with("latency: 1s + 10ms * inflight", "latency: " + quoted));
        parsedOrRefused(Texts.with("metastable(budget) = 0", quoted));
    }

    @Provide
    Gen<List<Edit>> edits() {
        Gen<Double> at = Gen.doubles(0, 1);
        Gen<Integer> cut = Gen.ints(0, 12);
        Gen<String> put = puts();
        Gen<Edit> edit = choices -> new Edit(at.from(choices), cut.from(choices), put.from(choices));
        return edit.list(1, 3);
    }

    @Provide
    Gen<String> expressions() {
        return Gen.of(WORDS).list(0, 12).map(words -> String.join(" ", words));
    }

    private static Gen<String> puts() {
        return Gen.oneOf(Gen.of(WORDS), Gen.strings(Gen.chars(), 0, 3), Gen.just(""));
    }

    private static String edited(String text, List<Edit> edits) {
        var out = new StringBuilder(text);
        for (Edit edit : edits) {
            int at = (int) (edit.at * out.length());
            out.replace(at, Math.min(out.length(), at + edit.cut), edit.put);
        }
        return out.toString();
    }

    private static void parsedOrRefused(String text) {
        try {
            assertThat(Texts.parse(text).variants()).isNotEmpty();
        } catch (ConfigException e) {
            assertThat(e.problems())
                    .allSatisfy(each -> assertThat(each.text()).matches(PLACED).hasSizeLessThan(2000));
        }
    }
}
