package io.goodput.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.retry.RetryDecision.Retry;
import org.junit.jupiter.api.Test;

/** A benchmark that fails or answers something else measures nothing. */
class PeersTest {
    @Test
    void every_retry_gives_the_answer_of_the_call() throws Exception {
        var retry = new RetryBenchmark();
        assertThat(retry.goodput())
                .isEqualTo(retry.resilience4j())
                .isEqualTo(retry.failsafe())
                .isEqualTo(retry.aws())
                .isEqualTo(retry.baseline());
    }

    @Test
    void a_failure_is_tried_again_by_everyone() throws Exception {
        var failure = new FailureBenchmark();
        for (var call = 0; call < 1_000; call++) {
            assertThat(failure.goodput())
                    .isEqualTo(failure.resilience4j())
                    .isEqualTo(failure.failsafe())
                    .isEqualTo(failure.aws())
                    .isEqualTo(failure.baseline());
        }
    }

    @Test
    void a_budget_that_is_given_back_never_runs_out() {
        var budget = new BudgetRetryBenchmark();
        for (var call = 0; call < 1_000; call++) {
            assertThat(budget.aws()).isNotNull();
            assertThat(budget.goodputBucket()).isTrue();
            assertThat(budget.goodputDecision()).isInstanceOf(Retry.class);
        }
    }
}
