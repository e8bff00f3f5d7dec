package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A response has begun, or a body is gone: hedges after 100 ms, three attempts, 50 ms before a retry. */
class GuardedCallLastAttemptTest {
    private static final long MILLI = 1_000_000;
    private static final CallOptions READ = CallOptions.NONE.idempotently();

    private final RetryBudget budget = new RetryBudget(new RetryBudget.Settings(10, 1, 1, 0, false));
    private final ConcurrencyLimit limit =
            new ConcurrencyLimit(new AimdLimit(20, 1, 200, 0.5, 0.9, AimdLimit.STANDARD.tooLong(), Set.of()));
    private final GuardedCall call = Guard.builder("reads")
            .deadline(Duration.ofSeconds(1))
            .attemptTimeout(Duration.ofMillis(300))
            .limit(limit)
            .hedge(new HedgePolicy(new HedgePolicy.Settings(0, 2, new HedgeDelay.Fixed(Duration.ofMillis(100)), 1)))
            .retry(RetryPolicy.builder()
                    .attempts(3)
                    .backoff(new Backoff(
                            Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), Jitter.NONE))
                    .budget(budget)
                    .build())
            .build()
            .newCall();

    @Test
    void once_a_body_is_gone_a_failure_is_the_last_be_it_of_what_was_not_processed() {
        begin();

        assertThat(call.noFurtherAttempt(10 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.attemptEnded(1, Outcome.NOT_PROCESSED, 20 * MILLI)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.NOT_PROCESSED);
        assertThat(call.refusal()).extracting(Refusal::reason).isEqualTo(Reason.NOT_RETRYABLE);
        assertThat(tokens()).isEqualTo(10);
    }

    @Test
    void no_hedge_is_sent_any_more_and_the_attempt_keeps_its_time() {
        begin();
        assertThat(call.wakeAt()).isEqualTo(100 * MILLI);

        call.noFurtherAttempt(10 * MILLI);

        assertThat(call.wakeAt()).isEqualTo(300 * MILLI);
        assertThat(call.timerFired(100 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.timerFired(300 * MILLI)).isEqualTo(Step.CANCEL);
        assertThat(call.next(300 * MILLI)).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void attempts_that_are_in_flight_already_may_still_answer() {
        begin();
        assertThat(call.timerFired(100 * MILLI)).isEqualTo(Step.BEGIN);
        call.next(100 * MILLI);

        assertThat(call.noFurtherAttempt(110 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.attemptEnded(1, Outcome.TRANSIENT_FAILURE, 120 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.attemptEnded(2, Outcome.SUCCESS, 130 * MILLI)).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_wait_for_a_retry_ends_and_what_was_taken_for_it_goes_back() {
        begin();
        assertThat(call.attemptEnded(1, Outcome.TRANSIENT_FAILURE, 10 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(tokens()).isEqualTo(9);

        assertThat(call.noFurtherAttempt(20 * MILLI)).isEqualTo(Step.FINISH);

        assertThat(call.outcome()).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(tokens()).isEqualTo(10);
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void the_answer_that_has_begun_is_the_only_one() {
        begin();
        assertThat(call.timerFired(100 * MILLI)).isEqualTo(Step.BEGIN);
        call.next(100 * MILLI);

        assertThat(call.answerBegan(2, 150 * MILLI)).isEqualTo(Step.CANCEL);
        assertThat(call.attempt()).isOne();
        assertThat(call.next(150 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.wakeAt()).isEqualTo(400 * MILLI);

        assertThat(call.attemptEnded(1, Outcome.SUCCESS, 160 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.attemptEnded(2, Outcome.TRANSIENT_FAILURE, 200 * MILLI)).isEqualTo(Step.FINISH);
        assertThat(call.outcome()).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(call.decisive()).isEqualTo(2);
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void an_answer_of_an_attempt_that_is_given_up_changes_nothing() {
        begin();
        assertThat(call.timerFired(100 * MILLI)).isEqualTo(Step.BEGIN);
        call.next(100 * MILLI);
        call.attemptEnded(1, Outcome.TRANSIENT_FAILURE, 110 * MILLI);

        assertThat(call.answerBegan(1, 120 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.attemptEnded(2, Outcome.TRANSIENT_FAILURE, 130 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.timerFired(180 * MILLI)).isEqualTo(Step.BEGIN);
    }

    @Test
    void what_can_be_sent_once_is_not_hedged_from_the_beginning() {
        assertThat(call.noFurtherAttempt(0)).isEqualTo(Step.WAIT);
        begin();

        assertThat(call.wakeAt()).isEqualTo(300 * MILLI);
        assertThat(call.attemptEnded(1, Outcome.TRANSIENT_FAILURE, 10 * MILLI)).isEqualTo(Step.FINISH);
    }

    @Test
    void after_the_end_nothing_changes() {
        begin();
        call.attemptEnded(1, Outcome.SUCCESS, 10 * MILLI);

        assertThat(call.noFurtherAttempt(20 * MILLI)).isEqualTo(Step.WAIT);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    private void begin() {
        assertThat(call.start(0, READ, CallContext.NONE)).isEqualTo(Step.BEGIN);
        assertThat(call.next(0)).isEqualTo(Step.WAIT);
    }

    private long tokens() {
        return budget.available() / RetryBudget.TOKEN;
    }
}
