package io.goodput.retry;

import static io.goodput.retry.BackoffTest.draw;
import static io.goodput.retry.BackoffTest.undrawable;
import static io.goodput.retry.RetryBudget.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.retry.RetryDecision.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final long NOW = 7_000_000_000L;
    private static final long MS = 1_000_000;
    private static final Deadline PASSED = new Deadline(NOW);

    private final RetryBudget budget = RetryBudget.of(10, 0.1);

    /** 100 ms, 200 ms, ... */
    private final RetryPolicy policy = RetryPolicy.builder()
            .attempts(3)
            .backoff(Backoff.exponential(Duration.ofMillis(100), Duration.ofSeconds(20))
                    .withJitter(Jitter.NONE))
            .budget(budget)
            .build();

    @Test
    void a_retry_says_when_after_how_long_and_what_it_took() {
        assertThat(ask(1, Outcome.TIMEOUT, null, Deadline.NONE)).isEqualTo(new Retry(NOW + 100 * MS, 100 * MS, TOKEN));
        assertThat(ask(2, Outcome.TIMEOUT, null, Deadline.NONE)).isEqualTo(new Retry(NOW + 200 * MS, 200 * MS, TOKEN));
        assertThat(budget.available()).isEqualTo(8 * TOKEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SUCCESS", "PERMANENT_FAILURE", "DROPPED", "CANCELLED"})
    void what_a_retry_cannot_mend_is_refused_before_anything_else_is_asked(Outcome outcome) {
        drain();

        // Everything else would say no as well: the attempts, the budget, the deadline.
        assertThat(ask(3, outcome, Duration.ZERO, PASSED))
                .isEqualTo(stop(Reason.NOT_RETRYABLE, outcome + " is not retried"));
    }

    @Test
    void the_last_attempt_is_refused_before_the_budget_and_the_deadline_are_asked() {
        drain();

        assertThat(ask(3, Outcome.TIMEOUT, Duration.ZERO, PASSED))
                .isEqualTo(stop(Reason.ATTEMPTS_EXHAUSTED, "the policy allows 3"));
    }

    @Test
    void an_empty_budget_refuses_before_the_deadline_is_asked() {
        drain();

        assertThat(ask(1, Outcome.TIMEOUT, Duration.ZERO, PASSED))
                .isEqualTo(new RetryDecision.Stop(new Refusal(
                        Reason.BUDGET_EXHAUSTED,
                        "the cost of retrying (1) exceeds the available retry capacity (0/10)",
                        Duration.ofMillis(100))));
    }

    @Test
    void the_shortfall_is_told_as_the_aws_sdks_tell_it() {
        RetryPolicy standard = RetryPolicy.standard();
        Object last = null;
        for (int i = 0; i <= 35; i++) {
            last = standard.afterFailure(FailedAttempt.of(1, Outcome.TRANSIENT_FAILURE), Deadline.NONE, NOW, draw(0.5));
        }
        assertThat(last)
                .hasToString(
                        "BUDGET_EXHAUSTED: the cost of retrying (14) exceeds the available retry capacity (10/500)");
    }

    @ParameterizedTest
    @CsvSource({"100, 100ms", "40, 40ms", "0, 0s"})
    void a_wait_that_outlasts_the_deadline_is_refused_and_costs_nothing(long remaining, String left) {
        assertThat(ask(1, Outcome.TIMEOUT, null, new Deadline(NOW + remaining * MS)))
                .isEqualTo(stop(Reason.DEADLINE, "the wait of 100ms outlasts the remaining " + left));
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void a_wait_that_ends_just_before_the_deadline_is_allowed() {
        assertThat(ask(1, Outcome.TIMEOUT, null, new Deadline(NOW + 100 * MS + 1)))
                .isInstanceOf(Retry.class);
    }

    @Test
    void a_retry_at_once_needs_time_left_as_well() {
        RetryPolicy atOnce = RetryPolicy.builder().budget(budget).build();

        assertThat(atOnce.afterFailure(FailedAttempt.of(1, Outcome.TIMEOUT), PASSED, NOW, undrawable()))
                .isEqualTo(stop(Reason.DEADLINE, "the wait of 0s outlasts the remaining 0s"));
        assertThat(atOnce.afterFailure(FailedAttempt.of(1, Outcome.TIMEOUT), new Deadline(NOW + 1), NOW, undrawable()))
                .isEqualTo(new Retry(NOW, 0, TOKEN));
        assertThat(budget.available()).isEqualTo(9 * TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "99, 100", "101, 101", "1234, 1234", "5100, 5100", "5101, 5100", "9000000000, 5100"})
    void a_hint_of_the_server_is_clamped_to_the_backoff_and_five_seconds_more(long hint, long wait) {
        assertThat(ask(1, Outcome.THROTTLED, Duration.ofMillis(hint), Deadline.NONE))
                .isEqualTo(new Retry(NOW + wait * MS, wait * MS, TOKEN));
    }

    @Test
    void a_hint_gets_no_jitter_of_its_own() {
        RetryPolicy jittered = RetryPolicy.builder().backoff(Backoff.STANDARD).build();

        var throttled = FailedAttempt.of(1, Outcome.THROTTLED).withRetryAfter(Duration.ofSeconds(2));
        for (double draw : new double[] {0, 0.3, 0.99}) {
            assertThat(jittered.afterFailure(throttled, Deadline.NONE, NOW, draw(draw)))
                    .isEqualTo(new Retry(NOW + 2_000 * MS, 2_000 * MS, 0));
        }
    }

    @Test
    void a_long_poll_learns_how_long_to_wait_though_the_budget_is_empty() {
        drain();
        policy.change(policy.settings().withBackoff(Backoff.STANDARD.withJitter(Jitter.NONE)));

        assertThat(backoff(1, Outcome.TRANSIENT_FAILURE, null)).isEqualTo(Duration.ofMillis(50));
        assertThat(backoff(2, Outcome.TRANSIENT_FAILURE, null)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff(1, Outcome.THROTTLED, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff(3, Outcome.TRANSIENT_FAILURE, null))
                .as("the attempts are used up")
                .isZero();
    }

    private Duration backoff(int attempt, Outcome outcome, @Nullable Duration hint) {
        return ((RetryDecision.Stop) ask(attempt, outcome, hint, Deadline.NONE))
                .why()
                .backoff();
    }

    @Test
    void the_longest_hint_does_not_overflow() {
        assertThat(ask(1, Outcome.THROTTLED, Duration.ofSeconds(Long.MAX_VALUE), Deadline.NONE))
                .isEqualTo(new Retry(NOW + 5_100 * MS, 5_100 * MS, TOKEN));
    }

    @Test
    void the_previous_wait_widens_a_decorrelated_one() {
        RetryPolicy decorrelated = RetryPolicy.builder()
                .backoff(Backoff.exponential(Duration.ofMillis(10), Duration.ofSeconds(20))
                        .withJitter(Jitter.DECORRELATED))
                .build();

        assertThat(decorrelated.afterFailure(
                        FailedAttempt.of(2, Outcome.TIMEOUT).withWait(30 * MS), Deadline.NONE, NOW, draw(0.5)))
                .isEqualTo(new Retry(NOW + 50 * MS, 50 * MS, 0));
    }

    @Test
    void without_a_budget_a_retry_takes_nothing_and_nothing_refuses_it() {
        RetryPolicy unbounded = RetryPolicy.builder().attempts(2).build();

        for (int call = 0; call < 10_000; call++) {
            assertThat(unbounded.afterFailure(FailedAttempt.of(1, Outcome.TIMEOUT), Deadline.NONE, NOW, undrawable()))
                    .isEqualTo(new Retry(NOW, 0, 0));
        }
        unbounded.succeeded(0);
        unbounded.notSent(0);
    }

    @Test
    void aws_sdk_rust_1234_a_budget_given_is_a_budget_used() {
        // A token bucket that was configured, and never asked.
        for (int call = 0; call < 10; call++) {
            assertThat(ask(1, Outcome.TIMEOUT, null, Deadline.NONE)).isInstanceOf(Retry.class);
        }
        assertThat(ask(1, Outcome.TIMEOUT, null, Deadline.NONE)).isInstanceOf(RetryDecision.Stop.class);
        assertThat(policy.budget()).isSameAs(budget);

        for (int call = 0; call < 10; call++) {
            policy.succeeded(0);
        }
        assertThat(ask(1, Outcome.TIMEOUT, null, Deadline.NONE)).isInstanceOf(Retry.class);
    }

    @Test
    void what_was_not_sent_is_put_back() {
        ask(1, Outcome.TIMEOUT, null, Deadline.NONE);
        policy.notSent(TOKEN);

        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void only_the_outcomes_named_are_retried() {
        RetryPolicy careful = RetryPolicy.builder()
                .retryOn(Outcome.THROTTLED, Outcome.TRANSIENT_FAILURE)
                .build();

        assertThat(careful.afterFailure(FailedAttempt.of(1, Outcome.TIMEOUT), Deadline.NONE, NOW, undrawable()))
                .isEqualTo(stop(Reason.NOT_RETRYABLE, "TIMEOUT is not retried"));
        assertThat(careful.afterFailure(FailedAttempt.of(1, Outcome.THROTTLED), Deadline.NONE, NOW, undrawable()))
                .isInstanceOf(Retry.class);
    }

    @Test
    void retrying_what_a_retry_cannot_mend_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.builder().retryOn(Outcome.TIMEOUT, Outcome.SUCCESS, Outcome.CANCELLED))
                .withMessage("on: [SUCCESS, CANCELLED] (expected: some of TRANSIENT_FAILURE, THROTTLED, TIMEOUT)");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1_001})
    void an_impossible_number_of_attempts_is_refused(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.builder().attempts(attempts))
                .withMessage("attempts: " + attempts + " (expected: >= 1 and <= 1000)");
    }

    @Test
    void the_standard_policy_is_that_of_the_aws_sdks() {
        RetryPolicy standard = RetryPolicy.standard();

        assertThat(standard.settings().attempts()).isEqualTo(3);
        assertThat(standard.settings().backoff())
                .isEqualTo(
                        new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(20), Jitter.FULL));
        assertThat(standard.budget())
                .extracting(RetryBudget::settings)
                .isEqualTo(new RetryBudget.Settings(500, 14, 5, 1, true));
    }

    @Test
    void settings_add_nothing_that_is_not_written() {
        assertThat(RetryPolicy.builder().build().settings()).isEqualTo(RetryPolicy.Settings.of(3));
        assertThat(new RetryPolicy(RetryPolicy.Settings.of(3)).budget()).isNull();
        assertThat(RetryPolicy.standard().settings()).isEqualTo(RetryPolicy.Settings.STANDARD);
    }

    @Test
    void a_change_holds_from_the_next_decision_on_and_the_budget_keeps_what_it_has() {
        budget.tryTake(4 * TOKEN);

        policy.change(RetryPolicy.Settings.of(2).withBudget(RetryBudget.Settings.of(20, 0.5)));

        assertThat(policy.budget()).isSameAs(budget);
        assertThat(budget.available()).isEqualTo(6 * TOKEN);
        assertThat(budget.settings()).isEqualTo(RetryBudget.Settings.of(20, 0.5));
        assertThat(ask(1, Outcome.TIMEOUT, null, Deadline.NONE)).isEqualTo(new Retry(NOW, 0, TOKEN));
        assertThat(ask(2, Outcome.TIMEOUT, null, Deadline.NONE))
                .isEqualTo(stop(Reason.ATTEMPTS_EXHAUSTED, "the policy allows 2"));
    }

    @Test
    void a_change_brings_what_was_not_there_and_takes_away_what_was() {
        var paced = RetryPolicy.Settings.of(3).withAdaptiveRate(AdaptiveRate.Settings.STANDARD);

        policy.change(paced);

        assertThat(policy.budget()).isNull();
        assertThat(policy.adaptiveRate()).isNotNull();
        assertThat(policy.settings()).isEqualTo(paced);
    }

    @Test
    void a_budget_that_was_changed_by_itself_shows_in_the_settings() {
        budget.change(RetryBudget.Settings.of(7, 0.1));

        assertThat(policy.settings().budget()).isEqualTo(RetryBudget.Settings.of(7, 0.1));
    }

    @Test
    void it_reads_as_its_settings_and_its_state() {
        assertThat(RetryPolicy.standard())
                .hasToString("RetryPolicy[attempts=3, backoff=[base=50ms, throttledBase=1s, cap=20s, jitter=FULL], "
                        + "budget=" + RetryBudget.standard() + ", on=[TRANSIENT_FAILURE, THROTTLED, TIMEOUT]]");
        assertThat(new RetryPolicy(RetryPolicy.Settings.of(1)))
                .hasToString("RetryPolicy[attempts=1, backoff=none, on=[TRANSIENT_FAILURE, THROTTLED, TIMEOUT]]");
    }

    private static RetryDecision stop(Reason reason, String why) {
        return new RetryDecision.Stop(new Refusal(reason, why));
    }

    private RetryDecision ask(int attempt, Outcome outcome, @Nullable Duration hint, Deadline deadline) {
        return policy.afterFailure(
                FailedAttempt.of(attempt, outcome).withRetryAfter(hint), deadline, NOW, undrawable());
    }

    private void drain() {
        assertThat(budget.tryTake(10 * TOKEN)).isTrue();
    }
}
