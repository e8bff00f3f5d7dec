package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Allocations;
import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver for one thread: three attempts, 50 ns before a retry, 100 ns for each. */
class DrivenCallTest {
    private static final CallOptions ONCE = CallOptions.NONE.atMostOnce();

    @Test
    void an_attempt_that_fails_while_it_is_begun_is_followed_by_the_next_one() {
        var driver = new Driver(guard(0)) {
            @Override
            protected void begin(int attempt, long now) {
                super.begin(attempt, now);
                if (attempt < 3) {
                    attemptEnded(attempt, Outcome.NOT_PROCESSED, null, now);
                    log.add("told");
                }
            }
        };

        driver.start(ONCE, CallContext.NONE, 0);
        driver.attemptEnded(3, Outcome.SUCCESS, null, 10);

        assertThat(driver.log).containsExactly("begin 1", "told", "begin 2", "told", "begin 3", "finish SUCCESS");
    }

    @Test
    void what_is_reported_at_once_comes_after_the_steps_under_way() {
        HedgePolicy atOnce = new HedgePolicy(new HedgePolicy.Settings(1, 5, new HedgeDelay.Fixed(Duration.ZERO), 1));
        var driver = new Driver(Guard.builder("driven").hedge(atOnce).build()) {
            @Override
            protected void begin(int attempt, long now) {
                super.begin(attempt, now);
                if (attempt == 1) {
                    attemptEnded(1, Outcome.SUCCESS, null, now);
                }
            }
        };

        driver.start(CallOptions.NONE.idempotently(), CallContext.NONE, 0);

        assertThat(driver.log).containsExactly("begin 1", "begin 2", "cancel 2", "finish SUCCESS");
    }

    @Test
    void a_caller_may_give_up_while_an_attempt_is_begun() {
        var driver = new Driver(guard(50)) {
            @Override
            protected void begin(int attempt, long now) {
                super.begin(attempt, now);
                giveUp(now);
                answerBegan(attempt, now);
            }
        };

        driver.start(ONCE, CallContext.NONE, 0);

        assertThat(driver.log).containsExactly("begin 1", "cancel 1", "finish CANCELLED");
        assertThat(driver.wakeAt).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_said_while_an_attempt_is_begun_holds_afterwards(boolean answered) {
        var driver = new Driver(guard(50)) {
            @Override
            protected void begin(int attempt, long now) {
                super.begin(attempt, now);
                if (answered) {
                    answerBegan(attempt, now);
                } else {
                    noFurtherAttempt(now);
                }
            }
        };
        driver.start(CallOptions.NONE, CallContext.NONE, 0);

        driver.attemptEnded(1, Outcome.TRANSIENT_FAILURE, null, 10);

        assertThat(driver.log).containsExactly("begin 1", "finish TRANSIENT_FAILURE");
    }

    @Test
    void there_is_one_timer_for_attempts_and_for_waits() {
        var driver = new Driver(guard(50));
        driver.start(CallOptions.NONE, CallContext.NONE, 0);
        assertThat(driver.wakeAt).isEqualTo(100);

        driver.attemptEnded(1, Outcome.TRANSIENT_FAILURE, null, 10);
        assertThat(driver.wakeAt).isEqualTo(60);
        driver.timerFired(60);
        assertThat(driver.wakeAt).isEqualTo(160);
        driver.noFurtherAttempt(70);
        driver.timerFired(160);

        assertThat(driver.log).containsExactly("begin 1", "begin 2", "cancel 2", "finish TIMEOUT");
        assertThat(driver.wakeAt).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_an_attempt_may_be_told_without_making_anything_of_it() {
        GuardedCall call = SuccessPathTest.whole().build().newCall();
        call.start(7, CallOptions.NONE, CallContext.NONE);

        assertThat(call.endpoint()).isEqualTo(call.described().endpoint()).isNotNull();
        assertThat(call.timeoutAt())
                .isEqualTo(call.described().deadline().nanos())
                .isEqualTo(7 + Duration.ofHours(1).toNanos());
        call.attemptEnded(1, Outcome.SUCCESS, 8);
        assertThatThrownBy(call::endpoint).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_call_that_is_over_may_be_used_again_by_another_guard() {
        var driver = new Driver(guard(50));
        driver.start(CallOptions.NONE, CallContext.NONE, 0);
        assertThatThrownBy(() -> driver.reuse(guard(50))).isInstanceOf(IllegalStateException.class);
        driver.attemptEnded(1, Outcome.TRANSIENT_FAILURE, null, 10);
        assertThatThrownBy(() -> driver.reuse(guard(50))).isInstanceOf(IllegalStateException.class);
        driver.timerFired(60);
        driver.attemptEnded(2, Outcome.PERMANENT_FAILURE, null, 70);
        assertThat(driver.state().isFinished()).isTrue();
        assertThat(driver.state().refusal()).isNotNull();

        driver.reuse(Guard.builder("other").build());
        assertThat(driver.state().isFinished()).isFalse();
        driver.start(CallOptions.NONE, CallContext.NONE, 80);
        driver.attemptEnded(1, Outcome.TRANSIENT_FAILURE, null, 90);

        assertThat(driver.log)
                .containsExactly(
                        "begin 1", "begin 2", "finish PERMANENT_FAILURE", "begin 1", "finish TRANSIENT_FAILURE");
        assertThat(driver.state().refusal()).isNull();
        assertThat(driver.state().attempts()).isEqualTo(1);
    }

    @Test
    void a_call_is_unprocessed_as_long_as_each_attempt_provably_was() {
        var driver = new Driver(guard(0));
        driver.start(CallOptions.NONE, CallContext.NONE, 0);
        assertThat(driver.state().isUnprocessed()).as("one is in flight").isFalse();
        driver.attemptEnded(1, Outcome.NOT_PROCESSED, null, 10);
        driver.attemptEnded(2, Outcome.TRANSIENT_FAILURE, null, 20);
        driver.attemptEnded(3, Outcome.NOT_PROCESSED, null, 30);
        assertThat(driver.state().outcome()).isEqualTo(Outcome.NOT_PROCESSED);
        assertThat(driver.state().isUnprocessed())
                .as("the second may have been")
                .isFalse();

        driver.reuse(guard(0));
        driver.start(CallOptions.NONE, CallContext.NONE, 40);
        driver.attemptEnded(1, Outcome.NOT_PROCESSED, null, 50);
        driver.noFurtherAttempt(50);
        driver.attemptEnded(2, Outcome.NOT_PROCESSED, null, 60);
        assertThat(driver.state().isUnprocessed()).isTrue();
    }

    @Test
    void outcome_hint_and_failure_are_those_of_the_other_drivers() {
        var driver = new Driver(guard(0));
        var broken = new java.io.IOException("reset");
        driver.start(ONCE, CallContext.NONE, 0);

        Outcome outcome = driver.state().outcomeOf(null, broken);
        driver.attemptEnded(1, outcome, driver.state().retryAfter(null, broken), 10);

        assertThat(outcome).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(driver.state().failure(broken)).isSameAs(broken);
        assertThat(broken.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        RetryRefusedException.class,
                        refused -> assertThat(refused.refusal())
                                .extracting(Refusal::reason)
                                .isEqualTo(Reason.NOT_RETRYABLE));
    }

    @Test
    void a_call_that_is_used_again_and_succeeds_allocates_nothing() throws Exception {
        var driver = new Succeeding(SuccessPathTest.whole().build());
        int calls = 100_000;
        driver.run(calls);

        long bytes = Allocations.of(() -> driver.run(calls));

        assertThat(bytes).as("bytes for %s calls", calls).isLessThan(calls);
    }

    private static Guard guard(long wait) {
        Duration delay = Duration.ofNanos(wait);
        return Guard.builder("driven")
                .attemptTimeout(Duration.ofNanos(100))
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(new Backoff(delay, delay, delay, Jitter.NONE))
                        .build())
                .build();
    }

    private static class Driver extends DrivenCall {
        final List<String> log = new ArrayList<>();
        long wakeAt;

        Driver(Guard guard) {
            super(guard);
        }

        GuardedCall state() {
            return call();
        }

        @Override
        protected void begin(int attempt, long now) {
            log.add("begin " + attempt);
        }

        @Override
        protected void cancel(int attempt, long now) {
            log.add("cancel " + attempt);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            log.add("finish " + call.outcome());
        }

        @Override
        protected void wakeAt(long at) {
            wakeAt = at;
        }
    }

    /** Succeeds at once, and starts the next from the end of the last. */
    private static final class Succeeding extends DrivenCall {
        private final Guard guard;
        private long now;
        private @Nullable Object endpoint;

        Succeeding(Guard guard) {
            super(guard);
            this.guard = guard;
        }

        void run(int calls) {
            for (int i = 0; i < calls; i++) {
                reuse(guard);
                start(CallOptions.NONE, CallContext.NONE, now);
                attemptEnded(call().attempt(), Outcome.SUCCESS, null, now + 1_000_000);
            }
        }

        @Override
        protected void begin(int attempt, long now) {
            endpoint = Objects.requireNonNull(call().endpoint());
        }

        @Override
        protected void cancel(int attempt, long now) {
            throw new AssertionError("nothing is cancelled, " + endpoint);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            this.now = now;
        }

        @Override
        protected void wakeAt(long at) {}
    }
}
