package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final Decoder<String> RATE = Decoder.ofText("a rate such as 40/s", text -> text);

    private final Node root = YamlFile.parse("scenario.yaml", """
        seed: 7
        workload:
          rate: 40/s
          phases:
            - a
          none:
        """);
    private final Node workload = root.block("seed", "workload").required("workload");

    @Test
    void gives_the_values_of_its_keys() {
        var block = workload.block("arrivals", "rate", "phases", "none");
        assertThat(block.required("rate", RATE)).isEqualTo("40/s");
        assertThat(block.optional("rate", RATE)).isEqualTo("40/s");
        assertThat(block.optional("arrivals", RATE)).isNull();
        assertThat(block.optional("arrivals", RATE, "1/s")).isEqualTo("1/s");
        assertThat(block.required("phases").items()).hasSize(1);
        assertThat(workload.entries().keySet()).containsExactly("rate", "phases", "none");
    }

    @Test
    void refuses_an_unknown_key_with_the_nearest_and_all_others() {
        refused(
                () -> workload.block("arrivals", "rte", "phases", "none"),
                "scenario.yaml:3: workload.rate: unknown key"
                        + " (did you mean rte? known keys: arrivals, none, phases, rte)");
        refused(() -> root.block("workload", "x"), "scenario.yaml:1: seed: unknown key (known keys: workload, x)");
    }

    @Test
    void names_a_missing_key_on_the_line_of_its_block() {
        var block = workload.block("arrivals", "rate", "phases", "none");
        refused(
                () -> block.required("arrivals", RATE),
                "scenario.yaml:2: workload: missing key arrivals (expected: a rate such as 40/s)");
        refused(() -> block.required("arrivals"), "scenario.yaml:2: workload: missing key arrivals");
        refused(() -> root.block("seed", "workload", "x").required("x"), "scenario.yaml:1: missing key x");
    }

    @Test
    void refuses_the_wrong_kind() {
        var block = workload.block("arrivals", "rate", "phases", "none");
        refused(
                () -> block.required("phases").entries(),
                "scenario.yaml:4: workload.phases: found a list (expected: a block of keys)");
        refused(
                () -> block.required("phases", RATE),
                "scenario.yaml:4: workload.phases: found a list (expected: a rate such as 40/s)");
        refused(
                () -> block.required("rate").items(),
                "scenario.yaml:3: workload.rate: found a single value (expected: a list)");
        refused(workload::text, "scenario.yaml:2: workload: found a block of keys (expected: a single value)");
        refused(
                () -> block.optional("none", RATE),
                "scenario.yaml:6: workload.none: found nothing (expected: a rate such as 40/s)");
    }

    @Test
    void a_refusal_by_a_constructor_is_given_its_place() {
        Decoder<String> picky = Decoder.of("x", _ -> {
            throw new IllegalArgumentException("attempts: 0 (expected: > 0)\u0007");
        });
        refused(() -> workload.as(picky), "scenario.yaml:2: workload: attempts: 0 (expected: > 0)\\u0007");
    }

    @Test
    void asking_for_a_key_that_was_not_named_is_a_fault_of_the_program() {
        var block = workload.block("rate", "phases", "none");
        assertThatIllegalStateException().isThrownBy(() -> block.optional("other"));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isExactlyInstanceOf(ConfigException.class).hasMessage(message);
    }
}
