package io.goodput.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A benchmark that fails or answers something else measures nothing. */
class PeersTest {
    @Test
    void every_retry_gives_the_answer_of_the_call() {
        var retry = new RetryBenchmark();
        assertThat(retry.resilience4j())
                .isEqualTo(retry.failsafe())
                .isEqualTo(retry.aws())
                .isEqualTo(retry.baseline());
    }

    @Test
    void a_budget_that_is_given_back_never_runs_out() {
        var budget = new BudgetBenchmark();
        for (var call = 0; call < 1_000; call++) {
            assertThat(budget.aws()).isNotNull();
        }
    }
}
