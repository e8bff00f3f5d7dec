package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final Decoder<String> RATE_TEXT = Decoder.ofText("a rate such as 40/s", text -> text);

    private final Node root = YamlFile.parse("scenario.yaml", """
        seed: 7
        workload:
          rate: 40/s
          phases:
            - a
          none:
        """);
    private static final Key<String> ARRIVALS = Key.of("arrivals", RATE_TEXT);
    private static final Key<String> RATE = Key.of("rate", RATE_TEXT);
    private static final Key<String> PHASES = Key.of("phases", RATE_TEXT);
    private static final Key<String> NONE = Key.of("none", RATE_TEXT);
    private static final Keys KEYS = Keys.of(ARRIVALS, RATE, PHASES, NONE);

    private final Node workload = keys("seed", "workload").in(root).required(key("workload"));

    private static Key<String> key(String name) {
        return Key.of(name, RATE_TEXT);
    }

    private static Keys keys(String... names) {
        return Arrays.stream(names).map(name -> Keys.of(key(name))).reduce(Keys.of(), Keys::and);
    }

    @Test
    void gives_the_values_of_its_keys() {
        var block = KEYS.in(workload);
        assertThat(block.get(RATE)).isEqualTo("40/s");
        assertThat(block.find(RATE)).isEqualTo("40/s");
        assertThat(block.find(ARRIVALS)).isNull();
        assertThat(block.get(ARRIVALS.otherwise("1/s"))).isEqualTo("1/s");
        assertThat(block.required(PHASES).items()).hasSize(1);
        assertThat(block.node(ARRIVALS)).isNull();
        assertThat(block.firstOf(Keys.of(ARRIVALS, RATE))).isSameAs(block.node(RATE));
        assertThat(workload.entries().keySet()).containsExactly("rate", "phases", "none");
    }

    @Test
    void refuses_an_unknown_key_with_the_nearest_and_all_others() {
        refused(
                () -> keys("arrivals", "rte", "phases", "none").in(workload),
                "scenario.yaml:3:3: workload.rate: unknown key"
                        + " (did you mean rte? known keys: arrivals, none, phases, rte)");
        refused(() -> keys("workload", "x").in(root), "scenario.yaml:1:1: seed: unknown key (known keys: workload, x)");
    }

    @Test
    void names_a_missing_key_on_the_line_of_its_block() {
        var block = KEYS.in(workload);
        refused(
                () -> block.get(ARRIVALS),
                "scenario.yaml:2:1: workload: missing key arrivals (expected: a rate such as 40/s)");
        refused(() -> block.required(ARRIVALS), "scenario.yaml:2:1: workload: missing key arrivals");
        refused(() -> keys("seed", "workload", "x").in(root).required(key("x")), "scenario.yaml:1:1: missing key x");
    }

    @Test
    void refuses_the_wrong_kind() {
        var block = KEYS.in(workload);
        refused(
                () -> block.required(PHASES).entries(),
                "scenario.yaml:4:3: workload.phases: found a list (expected: a block of keys)");
        refused(
                () -> block.get(PHASES),
                "scenario.yaml:4:3: workload.phases: found a list (expected: a rate such as 40/s)");
        refused(
                () -> block.required(RATE).items(),
                "scenario.yaml:3:9: workload.rate: found a single value (expected: a list)");
        refused(workload::text, "scenario.yaml:2:1: workload: found a block of keys (expected: a single value)");
        refused(
                () -> block.find(NONE),
                "scenario.yaml:6:8: workload.none: found nothing (expected: a rate such as 40/s)");
    }

    @Test
    void a_refusal_by_a_constructor_is_given_its_place() {
        Decoder<String> picky = Decoder.of("x", _ -> {
            throw new IllegalArgumentException("attempts: 0 (expected: > 0)\u0007");
        });
        refused(() -> workload.as(picky), "scenario.yaml:2:1: workload: attempts: 0 (expected: > 0)\\u0007");
    }

    @Test
    void asking_for_a_key_that_was_not_named_is_a_fault_of_the_program() {
        var block = keys("rate", "phases", "none").in(workload);
        assertThatIllegalStateException().isThrownBy(() -> block.find(key("other")));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isExactlyInstanceOf(ConfigException.class).hasMessage(message);
    }
}
