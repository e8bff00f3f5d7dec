package io.goodput.retry;

import static io.goodput.retry.RetryBudget.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
import io.goodput.bounds.Shown;
import io.goodput.guard.Guard;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.retry.RetryBudget.Settings;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {
    @Test
    void starts_full() {
        assertThat(RetryBudget.of(10, 0.1).available()).isEqualTo(10 * TOKEN);
        assertThat(RetryBudget.standard().available()).isEqualTo(500 * TOKEN);
    }

    @Test
    void brookers_bucket_pays_ten_retries_at_once_then_one_for_ten_successes() {
        RetryBudget budget = RetryBudget.of(10, 0.1);
        assertThat(drain(budget)).isEqualTo(10);

        for (int round = 0; round < 1_000; round++) {
            for (int success = 1; success <= 9; success++) {
                budget.succeeded(0);
                assertThat(budget.tryTake(TOKEN)).isFalse();
            }
            budget.succeeded(0);
            assertThat(drain(budget)).isOne();
        }
    }

    @Test
    void the_aws_bucket_pays_35_retries_after_a_failure_and_100_after_a_throttle() {
        RetryBudget failing = RetryBudget.standard();
        assertThat(failing.cost(Outcome.TRANSIENT_FAILURE)).isEqualTo(14 * TOKEN);
        assertThat(failing.cost(Outcome.TIMEOUT)).isEqualTo(14 * TOKEN);
        assertThat(take(failing, failing.cost(Outcome.TIMEOUT))).isEqualTo(35);
        assertThat(failing.available()).isEqualTo(10 * TOKEN);

        RetryBudget throttled = RetryBudget.standard();
        assertThat(throttled.cost(Outcome.THROTTLED)).isEqualTo(5 * TOKEN);
        assertThat(take(throttled, throttled.cost(Outcome.THROTTLED))).isEqualTo(100);
        assertThat(throttled.available()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 5", "14, 14"})
    void a_success_puts_back_what_its_own_last_retry_took_and_one_token_if_it_needed_none(long taken, long back) {
        RetryBudget budget = RetryBudget.standard();
        take(budget, 14 * TOKEN);
        long before = budget.available();

        budget.succeeded(taken * TOKEN);

        assertThat(budget.available() - before).isEqualTo(back * TOKEN);
    }

    @Test
    void without_refund_a_success_puts_back_the_deposit_whatever_it_took() {
        RetryBudget budget = RetryBudget.of(10, 0.1);
        drain(budget);

        budget.succeeded(TOKEN);

        assertThat(budget.available()).isEqualTo(TOKEN / 10);
    }

    @Test
    void never_holds_more_than_its_capacity() {
        RetryBudget budget = RetryBudget.of(10, 0.1);
        budget.succeeded(0);
        budget.putBack(TOKEN);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);

        assertThat(budget.tryTake(1)).isTrue();
        budget.putBack(Long.MAX_VALUE);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void changed_settings_keep_what_is_in_the_bucket_as_far_as_it_holds_that() {
        RetryBudget budget = RetryBudget.of(10, 0.1);
        budget.tryTake(4 * TOKEN);

        budget.change(Settings.of(20, 0.5));
        assertThat(budget.settings()).isEqualTo(Settings.of(20, 0.5));
        assertThat(budget.available()).isEqualTo(6 * TOKEN);
        budget.succeeded(0);
        assertThat(budget.available()).isEqualTo(6 * TOKEN + TOKEN / 2);

        budget.change(Settings.of(5, 0.5));
        assertThat(budget.available()).isEqualTo(5 * TOKEN);
    }

    @Test
    void does_not_take_a_part_of_what_it_cannot_pay() {
        RetryBudget budget = RetryBudget.standard();
        take(budget, 14 * TOKEN);

        assertThat(budget.tryTake(14 * TOKEN)).isFalse();

        assertThat(budget.available()).isEqualTo(10 * TOKEN);
        assertThat(budget.tryTake(10 * TOKEN)).isTrue();
        assertThat(budget.available()).isZero();
    }

    @Test
    void a_negative_amount_is_refused_as_it_would_turn_taking_into_giving() {
        RetryBudget budget = RetryBudget.of(10, 0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> budget.tryTake(-1))
                .withMessage("amount: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> budget.putBack(-1))
                .withMessage("amount: -1 (expected: >= 0)");
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Property(tries = 300)
    void retries_never_exceed_the_capacity_and_the_deposits_of_the_successes(
            @ForAll @DoubleRange(min = 1, max = 50) double capacity,
            @ForAll @DoubleRange(min = 0, max = 1) double deposit,
            @ForAll @DoubleRange(min = 0, max = 1) double failures,
            @ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        RetryBudget budget = RetryBudget.of(capacity, deposit);
        int calls = 2_000;
        long retries = 0;
        long successes = 0;
        for (int call = 0; call < calls; call++) {
            boolean failed = random.nextDouble() < failures;
            for (int retry = 0; failed && retry < 3 && budget.tryTake(TOKEN); retry++) {
                retries++;
                failed = random.nextDouble() < failures;
            }
            if (!failed) {
                successes++;
                budget.succeeded(TOKEN);
            }
        }
        assertThat((double) retries).isLessThanOrEqualTo(capacity + 1e-6 + (deposit + 1e-6) * successes);
        assertThat(budget.available()).isBetween(0L, Math.round(capacity * TOKEN));
    }

    @Test
    void failsafe_go_106_a_client_with_one_call_at_a_time_may_retry_as_well_as_one_with_many() {
        // A budget that was a share of the calls in flight: of one call, no share is a whole retry.
        RetryBudget budget = RetryBudget.of(10, 0.1);

        assertThat(budget.tryTake(TOKEN)).isTrue();
        budget.succeeded(TOKEN);

        assertThat(drain(budget)).isEqualTo(9);
    }

    @Test
    void a_full_outage_is_amplified_by_the_capacity_once_and_by_nothing_after() {
        RetryBudget budget = RetryBudget.of(10, 0.01);
        int calls = 100_000;
        int attempts = calls;
        for (int call = 0; call < calls; call++) {
            for (int retry = 0; retry < 3 && budget.tryTake(TOKEN); retry++) {
                attempts++;
            }
        }
        assertThat(attempts).isEqualTo(calls + 10);
        assertThat((double) attempts / calls).isLessThanOrEqualTo(1.01);
    }

    @Test
    void aws_sdk_go_v2_3550_after_an_outage_it_refills_to_the_brim() {
        // A quota that successes did not refill.
        RetryBudget budget = RetryBudget.standard();
        take(budget, 5 * TOKEN);

        for (int success = 0; success < 500; success++) {
            assertThat(budget.available()).isEqualTo(success * TOKEN);
            budget.succeeded(0);
        }

        assertThat(budget.available()).isEqualTo(500 * TOKEN);
    }

    @Test
    void aws_sdk_go_base_915_every_standard_policy_has_a_bucket_of_its_own() {
        // One bucket for unrelated clients, so that the failure of one starved the others.
        Guard orders = Guard.builder("orders").retry(RetryPolicy.standard()).build();
        Guard stock = Guard.builder("stock").retry(RetryPolicy.standard()).build();

        assertThat(budgetOf(orders)).isNotSameAs(budgetOf(stock));
        take(budgetOf(orders), TOKEN);
        assertThat(budgetOf(stock).available()).isEqualTo(500 * TOKEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, 0, 1e10, Double.POSITIVE_INFINITY})
    void an_impossible_cost_is_refused_by_its_own_name(double cost) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(10, cost, 1, 0.1, false))
                .withMessage("cost: " + Shown.of(cost) + " (expected: >= 0.000001 and <= 1000000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(10, 1, cost, 0.1, false))
                .withMessage("throttledCost: " + Shown.of(cost) + " (expected: >= 0.000001 and <= 1000000000)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1e10})
    void an_impossible_deposit_is_refused(double deposit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryBudget.of(10, deposit))
                .withMessage("deposit: " + Shown.of(deposit) + " (expected: >= 0 and <= 1000000000)");
    }

    @Test
    void a_capacity_of_nothing_pays_for_no_retry_whatever_succeeds() {
        var none = new RetryBudget(new RetryBudget.Settings(0, 14, 5, 1, true));
        for (int call = 0; call < 1_000; call++) {
            none.succeeded(0);
        }
        assertThat(none.tryTake(none.cost(Outcome.THROTTLED))).isFalse();
        assertThat(none.available()).isZero();
    }

    @Test
    void a_capacity_that_could_never_pay_for_one_retry_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(13, 5, 14, 1, true))
                .withMessage("capacity: 13 (expected: >= 14 and <= 1000000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryBudget.of(Double.NaN, 0.1))
                .withMessage("capacity: NaN (expected: >= 1 and <= 1000000000)");
    }

    @Test
    void says_how_much_is_in_it() {
        RetryBudget budget = RetryBudget.of(10, 0.1);
        budget.tryTake(TOKEN / 2);

        assertThat(budget)
                .hasToString(
                        "RetryBudget[available=9.5, Settings[capacity=10.0, cost=1.0, throttledCost=1.0, deposit=0.1, refund=false]]");
        assertThat(List.of(RetryBudget.tokens(14 * TOKEN), RetryBudget.tokens(TOKEN / 10)))
                .containsExactly("14", "0.1");
    }

    private static RetryBudget budgetOf(Guard guard) {
        return Objects.requireNonNull(Objects.requireNonNull(guard.retry()).budget());
    }

    private static int drain(RetryBudget budget) {
        return take(budget, TOKEN);
    }

    private static int take(RetryBudget budget, long amount) {
        int taken = 0;
        while (budget.tryTake(amount)) {
            taken++;
        }
        return taken;
    }
}
