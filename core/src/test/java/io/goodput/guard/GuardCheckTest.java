package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardCheckTest {
    private static final Duration TIME = Duration.ofMillis(300);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private static GuardBuilder safe() {
        return Guard.builder("stock").deadline(DEADLINE).attemptTimeout(TIME).retry(RetryPolicy.standard());
    }

    private static List<String> found(GuardBuilder guard) {
        return guard.check().stream()
                .map(finding -> finding.level().word() + " " + finding.rule().code() + " " + finding.setting())
                .toList();
    }

    private static RetryPolicy retry(int attempts, Backoff backoff) {
        return new RetryPolicy(RetryPolicy.Settings.of(attempts).withBackoff(backoff));
    }

    @Test
    void what_the_first_page_shows_is_safe_and_so_is_everything_standard() {
        assertThat(found(safe())).isEmpty();
        assertThat(found(safe().hedge(HedgePolicy.standard())
                        .limit(new ConcurrencyLimit(ConcurrencyLimit.Settings.STANDARD))
                        .balancer(new Balancer(Balancer.Settings.STANDARD, List.of()))))
                .isEmpty();
    }

    @Test
    void retries_without_a_budget_are_dangerous_with_backoff_too() {
        assertThat(found(safe().retry(retry(3, Backoff.STANDARD))))
                .containsExactly("warning retry-without-budget retry");
        assertThat(found(safe().retry(retry(3, Backoff.NONE))))
                .containsExactly("warning retry-without-budget retry", "warning retry-without-backoff retry");
    }

    @Test
    void with_a_budget_retries_at_once_are_only_worth_a_note() {
        var budgeted = new RetryPolicy(RetryPolicy.Settings.of(3).withBudget(RetryBudget.Settings.of(10, 0.1)));
        assertThat(found(safe().retry(budgeted))).containsExactly("note retry-without-backoff retry");
    }

    @Test
    void an_attempt_that_hangs_leaves_the_next_one_some_time() {
        Duration second = Duration.ofSeconds(1);
        assertThat(found(safe().deadline(second).attemptTimeout(Duration.ofMillis(950))))
                .containsExactly("warning no-second-attempt timeout");
        assertThat(found(safe().deadline(second).attemptTimeout(Duration.ofMillis(880))))
                .as("70 ms and a wait of up to 50 ms")
                .containsExactly("warning no-second-attempt timeout");
        assertThat(found(safe().deadline(second).attemptTimeout(Duration.ofMillis(800))))
                .isEmpty();
        assertThat(found(Guard.builder("stock").deadline(second).attemptTimeout(Duration.ofMillis(950))))
                .as("no retry")
                .isEmpty();
    }

    @Test
    void a_wait_that_outlasts_the_deadline_is_no_retry() {
        assertThat(found(safe().retry(budgeted(waits(2, Jitter.NONE)))))
                .containsExactly("warning backoff-above-deadline retry");
        assertThat(found(safe().retry(budgeted(waits(4, Jitter.FULL)))))
                .containsExactly("warning backoff-above-deadline retry");
        assertThat(found(safe().retry(budgeted(waits(3, Jitter.FULL)))))
                .containsExactly("note backoff-above-deadline retry");
        assertThat(found(safe().retry(budgeted(waits(1, Jitter.NONE))))).isEmpty();
        assertThat(safe().retry(budgeted(waits(5, Jitter.NONE)))
                        .check()
                        .getFirst()
                        .message())
                .isEqualTo("a backoff from 5s on with a deadline of 2s; a wait that outlasts it is refused: no retry is"
                        + " ever sent");
    }

    private static Backoff waits(int seconds, Jitter jitter) {
        return Backoff.exponential(Duration.ofSeconds(seconds), Duration.ofSeconds(60))
                .withJitter(jitter);
    }

    private static RetryPolicy budgeted(Backoff backoff) {
        return new RetryPolicy(
                RetryPolicy.Settings.of(3).withBackoff(backoff).withBudget(RetryBudget.Settings.of(10, 0.1)));
    }

    private static RetryPolicy budgeted(double capacity, double deposit) {
        return new RetryPolicy(RetryPolicy.Settings.of(3)
                .withBackoff(Backoff.STANDARD)
                .withBudget(RetryBudget.Settings.of(capacity, deposit)));
    }

    @Test
    void a_budget_that_refuses_hardly_any_retry_is_none() {
        assertThat(found(safe().retry(budgeted(9_999, 0.9)))).isEmpty();
        assertThat(found(safe().retry(budgeted(10_000, 0.1)))).containsExactly("warning budget-without-bound retry");
        assertThat(found(safe().retry(budgeted(10, 1)))).containsExactly("note budget-without-bound retry");
        assertThat(safe().retry(budgeted(10, 1.5)).check().getFirst().message())
                .isEqualTo("each success pays for 1.5 retries; while some calls fail the load may grow by as much");
    }

    @Test
    void who_does_not_retry_needs_neither() {
        assertThat(found(safe().retry(retry(1, Backoff.NONE)))).isEmpty();
        var none = new RetryPolicy(RetryPolicy.Settings.of(3).withBudget(RetryBudget.Settings.of(0, 0)));
        assertThat(found(safe().retry(none))).isEmpty();
        assertThat(found(safe().retry(none).attemptTimeout(DEADLINE))).isEmpty();
        assertThat(found(safe().retry(none).deadline(null))).isEmpty();
    }

    @Test
    void a_call_without_an_end_is_dangerous_and_one_that_something_ends_or_bounds_is_worth_a_note() {
        assertThat(found(Guard.builder("stock"))).containsExactly("warning deadline-missing ");
        assertThat(found(safe().deadline(null))).containsExactly("note deadline-missing ");
        assertThat(found(Guard.builder("stock").attemptTimeout(TIME))).isEmpty();
        assertThat(found(Guard.builder("stock").limit(new ConcurrencyLimit(new FixedLimit(5)))))
                .containsExactly("note deadline-missing ");
        assertThat(found(Guard.builder("stock").deadline(DEADLINE))).isEmpty();
    }

    @Test
    void a_time_of_a_day_or_more_is_none() {
        var day = Duration.ofDays(1);
        assertThat(Guard.builder("stock").deadline(day).check())
                .extracting(Finding::message)
                .containsExactly(
                        "neither deadline nor timeout of less than a day; a call that hangs keeps its caller for ever");
        assertThat(found(Guard.builder("stock").attemptTimeout(day))).containsExactly("warning deadline-missing ");
        assertThat(found(Guard.builder("stock").deadline(day.minusNanos(1)))).isEmpty();
    }

    @Test
    void a_timeout_that_leaves_no_time_to_try_again_is_dangerous() {
        assertThat(found(safe().attemptTimeout(DEADLINE))).containsExactly("warning timeout-above-deadline timeout");
        assertThat(found(safe().attemptTimeout(DEADLINE.minusMillis(1))))
                .containsExactly("warning no-second-attempt timeout");
        assertThat(found(safe().retry(null).attemptTimeout(DEADLINE.plusMillis(1))))
                .containsExactly("note timeout-above-deadline timeout");
        assertThat(found(safe().retry(null).attemptTimeout(DEADLINE))).isEmpty();
    }

    @Test
    void no_timeout_leaves_no_time_to_try_again_unless_the_task_has_one_of_its_own() {
        assertThat(found(safe().attemptTimeout(null))).containsExactly("note timeout-above-deadline retry");
        assertThat(found(safe().attemptTimeout(null).retry(null))).isEmpty();
        assertThat(found(safe().attemptTimeout(null).hedge(HedgePolicy.standard())))
                .as("another one is sent beside it")
                .isEmpty();
    }

    @Test
    void a_backoff_that_is_over_at_once_is_none() {
        var brief = Backoff.exponential(Duration.ofNanos(999_999), Duration.ofSeconds(20));
        assertThat(found(safe().retry(retry(3, brief))))
                .containsExactly("warning retry-without-budget retry", "warning retry-without-backoff retry");
        var enough = Backoff.exponential(Duration.ofMillis(1), Duration.ofSeconds(20));
        assertThat(found(safe().retry(retry(3, enough)))).containsExactly("warning retry-without-budget retry");
    }

    @Test
    void hedges_for_half_of_the_calls_have_no_budget() {
        assertThat(safe().hedge(new HedgePolicy(HedgePolicy.Settings.STANDARD.withShare(0.5)))
                        .check())
                .extracting(Finding::message)
                .containsExactly(
                        "a share of 50% is no budget; when all calls are slow the dependency gets 1.5 times the load");
        assertThat(found(safe().hedge(new HedgePolicy(HedgePolicy.Settings.STANDARD.withShare(1)))))
                .containsExactly("warning hedge-without-budget hedge");
        assertThat(found(safe().hedge(new HedgePolicy(HedgePolicy.Settings.STANDARD.withShare(0.1)))))
                .isEmpty();
    }

    @Test
    void endpoints_of_one_zone_are_lost_together() {
        assertThat(found(safe().balancer(balancer("a", "a")))).containsExactly("warning one-zone balance");
        assertThat(found(safe().balancer(balancer("a", "b")))).isEmpty();
        assertThat(found(safe().balancer(balancer("", "")))).isEmpty();
        assertThat(found(safe().balancer(balancer("a", "")))).isEmpty();
    }

    private static Balancer balancer(String first, String second) {
        return new Balancer(Balancer.Settings.STANDARD, List.of(new Address("one", first), new Address("two", second)));
    }

    @Test
    void what_is_accepted_is_not_spoken_of() {
        GuardBuilder risky = safe().retry(retry(3, Backoff.NONE));

        assertThat(found(risky.accept(LintRule.RETRY_WITHOUT_BUDGET)))
                .containsExactly("warning retry-without-backoff retry");
        assertThat(found(risky.accept(LintRule.RETRY_WITHOUT_BACKOFF))).isEmpty();
    }

    @Test
    void a_finding_says_what_where_and_which_page() {
        Finding finding = safe().retry(retry(3, Backoff.STANDARD)).check().getFirst();

        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding)
                .hasToString(
                        "warning: stock.retry: 3 attempts without a budget; when all calls fail the dependency gets"
                                + " 3 times the load [retry-without-budget, docs/policies/retry.md#retry-without-budget]");
    }
}
