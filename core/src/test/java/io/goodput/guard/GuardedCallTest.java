package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Walks through the state machine: deadline 1,000 ns, attempt timeout 300 ns, waits of 100 and 200 ns. */
class GuardedCallTest {
    private static final long START = 5_000;
    private static final long DEADLINE = START + 1_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final RetryBudget budget = RetryBudget.of(10, 0);
    private final GuardedCall call = guard(3, 100).newCall();

    @Test
    void a_success_ends_the_call() {
        assertThat(start()).isEqualTo(Step.BEGIN);
        assertThat(call.attempt()).isOne();
        assertThat(call.wakeAt()).isEqualTo(START + 300);
        assertThat(call.next(START)).isEqualTo(Step.WAIT);

        assertThat(ended(1, Outcome.SUCCESS, 40)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call.refusal()).isNull();
        assertThat(call.wakeAt()).isEqualTo(NEVER);
    }

    @Test
    void a_failure_is_followed_by_a_wait_and_another_attempt() {
        start();
        assertThat(ended(1, Outcome.TRANSIENT_FAILURE, 40)).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(START + 140);
        assertThat(budget.available()).isEqualTo(tokens(9));

        assertThat(call.timerFired(START + 140)).isEqualTo(Step.BEGIN);
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.wakeAt()).isEqualTo(START + 440);

        assertThat(ended(2, Outcome.SUCCESS, 150)).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void without_backoff_a_failure_is_followed_by_the_next_attempt_at_once() {
        GuardedCall atOnce = guard(2, 0).newCall();
        atOnce.start(START, Deadline.NONE);

        assertThat(atOnce.attemptEnded(1, Outcome.TIMEOUT, START + 1)).isEqualTo(Step.BEGIN);
        assertThat(atOnce.attempt()).isEqualTo(2);
        assertThat(atOnce.attemptEnded(2, Outcome.TIMEOUT, START + 2)).isEqualTo(Step.FINISH);
        assertThat(atOnce.refusal()).isEqualTo(new Refusal(Reason.ATTEMPTS_EXHAUSTED, "the policy allows 2"));
        assertThat(atOnce.failure(null)).isNull();
    }

    @Test
    void an_attempt_out_of_time_is_cancelled_and_the_next_one_follows() {
        start();
        assertThat(call.timerFired(START + 300)).isEqualTo(Step.CANCEL);
        assertThat(call.wakeAt()).isEqualTo(NEVER);
        assertThat(call.next(START + 300)).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(START + 400);
        assertThat(call.timerFired(START + 400)).isEqualTo(Step.BEGIN);
        assertThat(call.attempt()).isEqualTo(2);
    }

    @Test
    void an_answer_that_comes_after_its_time_is_a_timeout_even_if_the_timer_has_not_fired() {
        start();

        assertThat(ended(1, Outcome.SUCCESS, 300)).isEqualTo(Step.WAIT);

        assertThat(call.wakeAt()).isEqualTo(START + 400);
        assertThat(call.failure(null)).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void the_late_answer_of_a_cancelled_attempt_changes_nothing() {
        start();
        call.timerFired(START + 300);
        assertThat(ended(1, Outcome.SUCCESS, 300)).isEqualTo(Step.WAIT);
        call.next(START + 300);

        assertThat(ended(1, Outcome.SUCCESS, 310)).isEqualTo(Step.WAIT);
        assertThat(call.timerFired(START + 400)).isEqualTo(Step.BEGIN);
        assertThat(ended(1, Outcome.SUCCESS, 410)).isEqualTo(Step.WAIT);

        assertThat(call.attempt()).isEqualTo(2);
        assertThat(ended(2, Outcome.SUCCESS, 420)).isEqualTo(Step.FINISH);
        assertThat(ended(2, Outcome.SUCCESS, 430)).isEqualTo(Step.WAIT);
    }

    @Test
    void a_timer_that_fires_early_changes_nothing() {
        start();
        assertThat(call.timerFired(START + 299)).isEqualTo(Step.WAIT);
        ended(1, Outcome.TIMEOUT, 299);
        assertThat(call.timerFired(START + 398)).isEqualTo(Step.WAIT);
        assertThat(call.attempt()).isOne();
        assertThat(call.timerFired(START + 399)).isEqualTo(Step.BEGIN);
    }

    @Test
    void a_caller_who_gives_up_during_an_attempt_cancels_it() {
        start();

        assertThat(call.callerCancelled(START + 10)).isEqualTo(Step.CANCEL);
        assertThat(call.next(START + 10)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(call.refusal()).isNull();
        assertThat(call.callerCancelled(START + 10)).isEqualTo(Step.WAIT);
    }

    @Test
    void a_caller_who_gives_up_during_a_wait_has_the_tokens_put_back() {
        start();
        ended(1, Outcome.TRANSIENT_FAILURE, 40);
        assertThat(budget.available()).isEqualTo(tokens(9));

        assertThat(call.callerCancelled(START + 10)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(budget.available()).isEqualTo(tokens(10));
        assertThat(call.timerFired(START + 140)).isEqualTo(Step.WAIT);
    }

    @Test
    void a_caller_who_gives_up_while_an_attempt_is_being_cancelled_gets_no_other() {
        start();
        call.timerFired(START + 300);

        assertThat(call.callerCancelled(START + 10)).isEqualTo(Step.WAIT);
        assertThat(call.next(START + 300)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(budget.available()).isEqualTo(tokens(10));
    }

    @Test
    void a_cancelled_attempt_ends_the_call_and_is_not_retried() {
        start();

        assertThat(ended(1, Outcome.CANCELLED, 10)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(budget.available()).isEqualTo(tokens(10));
    }

    @Test
    void a_call_whose_deadline_has_passed_is_dropped_before_it_costs_anything() {
        assertThat(call.start(START, new Deadline(START))).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(call.attempt()).isZero();
        assertThat(call.refusal())
                .isEqualTo(new Refusal(Reason.DEADLINE, "the deadline had passed before the first attempt"));
    }

    @Test
    void the_earlier_of_two_deadlines_counts_and_no_attempt_outlasts_it() {
        call.start(START, new Deadline(START + 120));
        assertThat(call.wakeAt()).isEqualTo(START + 120);

        GuardedCall other = guard(3, 100).newCall();
        other.start(START, new Deadline(START + 5_000));
        other.timerFired(START + 300);
        other.next(START + 300);
        other.timerFired(START + 750);
        assertThat(other.wakeAt()).isEqualTo(DEADLINE);
    }

    @Test
    void a_deadline_during_the_attempt_ends_the_call_as_a_timeout() {
        start();
        ended(1, Outcome.TRANSIENT_FAILURE, 290);
        call.timerFired(START + 390);
        ended(2, Outcome.TRANSIENT_FAILURE, 600);
        call.timerFired(START + 800);
        assertThat(call.wakeAt()).isEqualTo(DEADLINE);

        assertThat(call.timerFired(DEADLINE)).isEqualTo(Step.CANCEL);
        assertThat(call.next(DEADLINE)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(call.failure(null)).isInstanceOf(CallTimeoutException.class);
        assertThat(budget.available()).isEqualTo(tokens(8));
    }

    @Test
    void whoever_wakes_up_after_the_deadline_sends_nothing_any_more_and_has_the_tokens_put_back() {
        start();
        ended(1, Outcome.TRANSIENT_FAILURE, 40);

        assertThat(call.timerFired(DEADLINE)).isEqualTo(Step.FINISH);

        assertThat(call.attempt()).isOne();
        assertThat(call.outcome()).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(call.refusal()).isEqualTo(new Refusal(Reason.DEADLINE, "the deadline passed during the wait"));
        assertThat(call.failure(null)).isNull();
        assertThat(budget.available()).isEqualTo(tokens(10));
    }

    @Test
    void without_a_retry_policy_the_first_failure_is_the_last() {
        GuardedCall once = Guard.builder("once").build().newCall();
        assertThat(once.start(START, Deadline.NONE)).isEqualTo(Step.BEGIN);
        assertThat(once.wakeAt()).isEqualTo(NEVER);
        assertThat(once.attemptEnded(1, Outcome.TRANSIENT_FAILURE, START)).isEqualTo(Step.FINISH);
        assertThat(once.outcome()).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(once.refusal()).isNull();
    }

    @Test
    void a_call_starts_once() {
        start();

        assertThatIllegalStateException().isThrownBy(this::start).withMessage("a call starts once");
    }

    @Test
    void a_call_given_up_before_its_start_does_not_start() {
        assertThat(call.callerCancelled(START + 10)).isEqualTo(Step.FINISH);

        assertThatIllegalStateException().isThrownBy(this::start);
    }

    @Test
    void a_call_used_again_remembers_nothing_of_the_last() {
        start();
        ended(1, Outcome.TRANSIENT_FAILURE, 40);
        call.timerFired(START + 140);
        call.timerFired(START + 440);
        call.next(START + 440);
        ended(2, Outcome.TIMEOUT, 440);
        call.callerCancelled(START + 440);
        Guard other = Guard.builder("other").build();

        call.reuse(other);

        assertThat(call.start(START, Deadline.NONE)).isEqualTo(Step.BEGIN);
        assertThat(call.attempt()).isOne();
        assertThat(call.wakeAt()).isEqualTo(NEVER);
        assertThat(call.refusal()).isNull();
        assertThat(call.attempts()).isOne();
    }

    @Test
    void a_success_gives_the_budget_what_its_last_retry_took() {
        RetryBudget refunding = RetryBudget.standard();
        GuardedCall retried = Guard.builder("refund")
                .retry(RetryPolicy.builder().budget(refunding).build())
                .build()
                .newCall();
        retried.start(START, Deadline.NONE);
        retried.attemptEnded(1, Outcome.TRANSIENT_FAILURE, START);
        retried.attemptEnded(2, Outcome.THROTTLED, START);
        assertThat(refunding.available()).isEqualTo(tokens(500 - 14 - 5));

        retried.attemptEnded(3, Outcome.SUCCESS, START);

        assertThat(refunding.available()).isEqualTo(tokens(500 - 14));
    }

    private Guard guard(int attempts, long wait) {
        return Guard.builder("walk")
                .deadline(Duration.ofNanos(1_000))
                .attemptTimeout(Duration.ofNanos(300))
                .retry(RetryPolicy.builder()
                        .attempts(attempts)
                        .backoff(Backoff.exponential(Duration.ofNanos(wait), Duration.ofSeconds(1))
                                .withJitter(Jitter.NONE))
                        .budget(budget)
                        .build())
                .build();
    }

    private Step start() {
        return call.start(START, Deadline.NONE);
    }

    private Step ended(int number, Outcome outcome, long after) {
        return call.attemptEnded(number, outcome, START + after);
    }

    private static long tokens(long count) {
        return count * RetryBudget.TOKEN;
    }
}
