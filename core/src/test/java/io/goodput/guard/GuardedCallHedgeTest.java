package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Walks through the state machine with hedges after 100 ms: deadline 1 s, attempt timeout 300 ms, no waits. */
class GuardedCallHedgeTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 5_000 * MILLI;
    private static final CallOptions READ = CallOptions.NONE.idempotently();

    private final HedgePolicy hedge =
            new HedgePolicy(new HedgePolicy.Settings(0, 2, new HedgeDelay.Fixed(Duration.ofMillis(100)), 1));
    private final GuardedCall call = guard().build().newCall();

    @Test
    void a_slow_attempt_is_hedged_and_whichever_answers_first_wins() {
        assertThat(begin(call)).isEqualTo(Step.BEGIN);
        assertThat(call.wakeAt()).isEqualTo(at(100));

        assertThat(call.timerFired(at(100))).isEqualTo(Step.BEGIN);
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.described().hedge()).isTrue();
        assertThat(call.next(at(100))).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(at(300));

        assertThat(ended(2, Outcome.SUCCESS, 150)).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isOne();
        assertThat(call.next(at(150))).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call.decisive()).isEqualTo(2);
        assertThat(tokens()).isOne();
    }

    @Test
    void the_first_attempt_may_win_all_the_same() {
        hedged();

        assertThat(ended(1, Outcome.SUCCESS, 150)).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.next(at(150))).isEqualTo(Step.FINISH);
        assertThat(call.decisive()).isOne();
    }

    @Test
    void resilience4j_HedgeImpl_a_failed_hedge_does_not_fail_the_call_whose_first_attempt_lives() {
        for (Outcome failure : Outcome.values()) {
            if (failure != Outcome.SUCCESS) {
                GuardedCall other = guard().build().newCall();
                hedge.putBack();
                begin(other);
                assertThat(other.timerFired(at(100))).isEqualTo(Step.BEGIN);

                assertThat(other.attemptEnded(2, failure, at(120)))
                        .as(failure.name())
                        .isEqualTo(Step.WAIT);

                assertThat(other.attemptEnded(1, Outcome.SUCCESS, at(200))).isEqualTo(Step.FINISH);
                assertThat(other.outcome()).isEqualTo(Outcome.SUCCESS);
                assertThat(other.decisive()).isOne();
            }
        }
    }

    @Test
    void a_first_attempt_that_fails_leaves_the_hedge_to_answer() {
        hedged();

        assertThat(ended(1, Outcome.TRANSIENT_FAILURE, 120)).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(at(400));
        assertThat(ended(2, Outcome.SUCCESS, 350)).isEqualTo(Step.FINISH);
    }

    @Test
    void a_first_attempt_that_fails_for_good_ends_the_call_and_takes_the_hedge_back() {
        hedged();

        assertThat(ended(1, Outcome.PERMANENT_FAILURE, 120)).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.next(at(120))).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.PERMANENT_FAILURE);
        assertThat(call.decisive()).isOne();
    }

    @Test
    void when_both_have_failed_the_call_is_tried_again_as_if_there_had_been_one() {
        GuardedCall retried =
                guard().retry(RetryPolicy.builder().attempts(2).build()).build().newCall();
        begin(retried);
        retried.timerFired(at(100));
        retried.attemptEnded(2, Outcome.TRANSIENT_FAILURE, at(120));

        assertThat(retried.attemptEnded(1, Outcome.TRANSIENT_FAILURE, at(130))).isEqualTo(Step.BEGIN);
        assertThat(retried.attempt()).isEqualTo(3);
        assertThat(retried.wakeAt()).as("a call is hedged once").isEqualTo(at(430));
        assertThat(retried.attemptEnded(3, Outcome.TRANSIENT_FAILURE, at(140))).isEqualTo(Step.FINISH);
        assertThat(retried.refusal()).isEqualTo(new Refusal(Reason.ATTEMPTS_EXHAUSTED, "the policy allows 2"));
    }

    @Test
    void an_attempt_out_of_time_is_cancelled_while_its_hedge_goes_on() {
        hedged();

        assertThat(call.timerFired(at(300))).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isOne();
        assertThat(call.next(at(300))).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(at(400));
        assertThat(call.timerFired(at(400))).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.next(at(400))).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void a_caller_who_gives_up_cancels_both() {
        hedged();

        assertThat(call.callerCancelled(at(120))).isEqualTo(Step.CANCEL);
        assertThat(call.next(at(120))).isEqualTo(Step.CANCEL);
        assertThat(call.next(at(120))).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void failsafe_go_141_an_exhausted_hedge_budget_does_not_touch_the_attempts_in_flight() {
        hedge.tryTake();
        hedge.tryTake();
        begin(call);

        assertThat(call.timerFired(at(100))).isEqualTo(Step.WAIT);

        assertThat(call.wakeAt()).isEqualTo(at(300));
        assertThat(ended(1, Outcome.SUCCESS, 150)).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_call_that_is_not_said_to_be_idempotent_is_not_hedged() {
        call.start(START, CallOptions.NONE, CallContext.NONE);

        assertThat(call.wakeAt()).isEqualTo(at(300));
    }

    @Test
    void with_no_delay_both_are_sent_at_once() {
        GuardedCall twice = Guard.builder("twice")
                .hedge(new HedgePolicy(new HedgePolicy.Settings(0, 1, new HedgeDelay.Fixed(Duration.ZERO), 1)))
                .build()
                .newCall();

        assertThat(begin(twice)).isEqualTo(Step.BEGIN);
        assertThat(twice.next(START)).isEqualTo(Step.BEGIN);
        assertThat(twice.attempt()).isEqualTo(2);
        assertThat(twice.next(START)).isEqualTo(Step.WAIT);
    }

    @Test
    void a_hedge_takes_its_token_and_the_retries_keep_theirs() {
        RetryBudget budget = RetryBudget.of(10, 0);
        GuardedCall retried = guard().retry(RetryPolicy.builder().budget(budget).build())
                .build()
                .newCall();
        begin(retried);
        retried.timerFired(at(100));
        retried.attemptEnded(2, Outcome.SUCCESS, at(120));

        assertThat(tokens()).isOne();
        assertThat(budget.available()).isEqualTo(10 * RetryBudget.TOKEN);
    }

    private GuardBuilder guard() {
        return Guard.builder("reads")
                .deadline(Duration.ofSeconds(1))
                .attemptTimeout(Duration.ofMillis(300))
                .hedge(hedge);
    }

    private static Step begin(GuardedCall call) {
        return call.start(START, READ, CallContext.NONE);
    }

    private void hedged() {
        begin(call);
        call.timerFired(at(100));
    }

    private Step ended(int number, Outcome outcome, long millis) {
        return call.attemptEnded(number, outcome, at(millis));
    }

    private static long at(long millis) {
        return START + millis * MILLI;
    }

    private long tokens() {
        return hedge.available() / RetryBudget.TOKEN;
    }
}
