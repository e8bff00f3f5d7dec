package io.goodput.guard;

import static io.goodput.retry.RetryBudget.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.Ticker;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In real time, with short timeouts where time must run out and none where it must not. */
@Timeout(60)
class GuardBlockingTest {
    private final RetryBudget budget = RetryBudget.of(10, 0);
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void no_interrupt_is_left_behind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void an_answer_is_returned_null_too() throws Exception {
        Guard guard = retrying().build();

        assertThat(guard.call(() -> "answer")).isEqualTo("answer");
        assertThat(guard.<@Nullable String>call(() -> null)).isNull();
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void an_attempt_that_blocks_for_ever_is_interrupted_and_tried_again() {
        Guard guard = retrying().attemptTimeout(Duration.ofMillis(20)).build();

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(this::blockForEver))
                .withMessage(
                        "blocking: no answer in time after 3 attempts; " + "ATTEMPTS_EXHAUSTED: the policy allows 3")
                .withCauseInstanceOf(InterruptedException.class)
                .satisfies(timeout -> {
                    assertThat(timeout.attempts()).isEqualTo(3);
                    assertThat(timeout.refusal()).isNotNull();
                    assertThat(timeout.getStackTrace()).isEmpty();
                });

        assertThat(attempts).hasValue(3);
        assertThat(budget.available()).isEqualTo(8 * TOKEN);
    }

    @Test
    void the_deadline_ends_an_attempt_that_has_no_timeout_of_its_own() {
        Guard guard = Guard.builder("blocking").deadline(Duration.ofMillis(20)).build();

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(this::blockForEver))
                .withMessage("blocking: no answer in time after 1 attempt")
                .satisfies(timeout -> assertThat(timeout.refusal()).isNull());
    }

    @Test
    void a_deadline_that_has_passed_costs_the_dependency_nothing() {
        Guard guard = Guard.builder("blocking").build();

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(CallOptions.NONE.within(new Deadline(0)), this::blockForEver))
                .withMessage("blocking: not sent; " + "DEADLINE: the deadline had passed before the first attempt");
        assertThat(attempts).hasValue(0);
    }

    @Test
    void the_late_answer_of_a_task_that_ignores_interruption_is_a_timeout() {
        Guard guard =
                Guard.builder("blocking").attemptTimeout(Duration.ofMillis(20)).build();

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return "too late";
                }))
                .withNoCause();
    }

    @Test
    void a_caller_interrupted_during_an_attempt_gets_that_and_no_retry() throws Exception {
        Guard guard = retrying().attemptTimeout(Duration.ofHours(1)).build();
        var inside = new CountDownLatch(1);
        var ended = new CompletableFuture<@Nullable Throwable>();
        Thread caller = Thread.ofVirtual()
                .start(() -> ended.complete(catchThrowable(() -> guard.call(() -> {
                    inside.countDown();
                    return blockForEver();
                }))));
        inside.await();
        caller.interrupt();

        assertThat(ended.join()).isExactlyInstanceOf(InterruptedException.class).hasNoSuppressedExceptions();
        assertThat(attempts).hasValue(1);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void a_caller_interrupted_during_a_wait_gets_that_and_the_tokens_are_put_back() throws Exception {
        var waiting = new CountDownLatch(1);
        Guard guard = retrying()
                .retry(RetryPolicy.builder()
                        .backoff(Backoff.exponential(Duration.ofDays(1), Duration.ofDays(1)))
                        .budget(budget)
                        .build())
                .timers(new TestTimers() {
                    @Override
                    public void sleepUntil(long at) throws InterruptedException {
                        waiting.countDown();
                        new CountDownLatch(1).await();
                    }
                })
                .build();
        var ended = new CompletableFuture<@Nullable Throwable>();
        Thread caller = Thread.ofVirtual()
                .start(() -> ended.complete(catchThrowable(() -> guard.call(() -> {
                    throw new IOException("passing");
                }))));
        waiting.await();
        assertThat(budget.available()).isEqualTo(9 * TOKEN);
        caller.interrupt();

        assertThat(ended.join()).isExactlyInstanceOf(InterruptedException.class);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void a_failure_in_an_interrupted_thread_is_not_retried_whatever_its_type_and_the_thread_stays_interrupted() {
        Guard guard = retrying().build();
        var closed = new IOException("closed by interrupt");

        Throwable seen = catchThrowable(() -> guard.call(() -> {
            attempts.incrementAndGet();
            Thread.currentThread().interrupt();
            throw closed;
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).isSameAs(closed).hasNoSuppressedExceptions();
        assertThat(attempts).hasValue(1);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void an_interrupt_from_before_the_call_is_not_lost_when_the_call_runs_out_of_time() {
        Guard guard =
                Guard.builder("blocking").attemptTimeout(Duration.ofMillis(1)).build();
        Thread.currentThread().interrupt();

        Throwable seen = catchThrowable(() -> guard.call(() -> spinFor(Duration.ofMillis(20))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void checked_and_unchecked_exceptions_come_through_as_they_are_with_the_reason_at_their_side() {
        Guard guard = retrying().build();
        var passing = new IOException("passing");
        var bug = new IllegalArgumentException("bug");

        assertThatThrownBy(() -> guard.call(failing(passing))).isSameAs(passing);
        assertThat(attempts).hasValue(3);
        assertThat(reasonOf(passing)).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);

        assertThatThrownBy(() -> guard.call(failing(bug))).isSameAs(bug);
        assertThat(attempts).hasValue(4);
        assertThat(reasonOf(bug)).isEqualTo(Reason.NOT_RETRYABLE);
    }

    @Test
    void an_exception_that_is_one_shared_object_does_not_grow() {
        Guard guard = retrying().build();
        var shared = new IOException("shared");

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> guard.call(failing(shared))).isSameAs(shared);
        }

        assertThat(shared.getSuppressed()).hasSize(1);
    }

    @Test
    void an_exception_without_suppression_comes_through_as_well() {
        var closed = new Exception("closed", null, false, false) {
            private static final long serialVersionUID = 1L;
        };

        assertThatThrownBy(() -> retrying().build().call(failing(closed))).isSameAs(closed);
    }

    @Test
    void an_error_passes_at_once() {
        Guard guard = retrying().build();
        var error = new AssertionError("a bug");

        assertThatThrownBy(() -> guard.call(() -> {
                    attempts.incrementAndGet();
                    throw error;
                }))
                .isSameAs(error);

        assertThat(attempts).hasValue(1);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void a_virtual_machine_in_need_is_asked_for_nothing_more() {
        var error = new OutOfMemoryError("as if");

        assertThatThrownBy(() -> retrying().build().call(() -> {
                    throw error;
                }))
                .isSameAs(error)
                .hasNoSuppressedExceptions();
    }

    @Test
    void a_failed_answer_is_returned_after_the_last_attempt() throws Exception {
        for (Outcome failed : new Outcome[] {Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT}) {
            attempts.set(0);
            assertThat(answering(failed).call(() -> "503 #" + attempts.incrementAndGet()))
                    .isEqualTo("503 #3");
        }
        for (Outcome failed : new Outcome[] {Outcome.PERMANENT_FAILURE, Outcome.DROPPED, Outcome.CANCELLED}) {
            attempts.set(0);
            assertThat(answering(failed).call(() -> "503 #" + attempts.incrementAndGet()))
                    .isEqualTo("503 #1");
        }
    }

    @Test
    void what_the_dependencys_own_guard_dropped_is_not_told_as_a_timeout() {
        var dropped = new RejectedExecutionException("full");
        Guard guard = retrying()
                .classifier(Classifier.standard().with(RejectedExecutionException.class, Outcome.DROPPED))
                .build();

        assertThatThrownBy(() -> guard.call(failing(dropped))).isSameAs(dropped);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void an_answer_after_a_failure_shows_nothing_of_the_failure() throws Exception {
        assertThat(retrying().build().call(() -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IOException("passing");
                    }
                    return "third";
                }))
                .isEqualTo("third");
        assertThat(budget.available()).isEqualTo(8 * TOKEN);
    }

    @Test
    void guards_can_be_nested_and_the_inner_ones_timeout_is_the_outer_ones_to_retry() {
        Guard inner =
                Guard.builder("inner").attemptTimeout(Duration.ofMillis(10)).build();
        Guard outer = retrying().attemptTimeout(Duration.ofHours(1)).build();

        assertThatThrownBy(() -> outer.call(() -> inner.call(this::blockForEver)))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageStartingWith("inner: no answer in time after 1 attempt");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void the_outer_ones_timeout_interrupts_the_inner_one_which_does_not_retry() {
        Guard inner = retrying().attemptTimeout(Duration.ofHours(1)).build();
        Guard outer =
                Guard.builder("outer").attemptTimeout(Duration.ofMillis(10)).build();

        assertThatThrownBy(() -> outer.call(() -> inner.call(this::blockForEver)))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageStartingWith("outer: no answer in time after 1 attempt");
        assertThat(attempts).hasValue(1);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void a_classifier_that_throws_ends_the_call_and_leaves_no_interrupt_behind() throws Exception {
        Guard guard = retrying()
                .attemptTimeout(Duration.ofHours(1))
                .classifier(_ -> {
                    throw new IllegalStateException("classifier");
                })
                .build();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> guard.call(failing(new IOException()))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(guard.call(() -> "fine")).isEqualTo("fine");
    }

    @Test
    void impossible_times_are_refused() {
        assertThatThrownBy(() -> Guard.builder("x").deadline(Duration.ZERO))
                .hasMessage("deadline: 0s (expected: > 0s)");
        assertThatThrownBy(() -> Guard.builder("x").attemptTimeout(Duration.ofMillis(-1)))
                .hasMessage("attemptTimeout: -1ms (expected: > 0s)");
    }

    private GuardBuilder retrying() {
        return Guard.builder("blocking")
                .retry(RetryPolicy.builder().budget(budget).build());
    }

    private Guard answering(Outcome outcome) {
        return retrying()
                .retry(RetryPolicy.builder().build())
                .classifier(new Classifier() {
                    @Override
                    public Outcome ofValue(@Nullable Object value) {
                        return outcome;
                    }

                    @Override
                    public Outcome ofError(Throwable error) {
                        throw new AssertionError(error);
                    }
                })
                .build();
    }

    private String blockForEver() throws InterruptedException {
        attempts.incrementAndGet();
        new CountDownLatch(1).await();
        return "never";
    }

    private Callable<String> failing(Exception error) {
        return () -> {
            attempts.incrementAndGet();
            throw error;
        };
    }

    private static String spinFor(Duration time) {
        long end = Ticker.system().nanos() + time.toNanos();
        while (Ticker.system().nanos() < end) {
            Thread.onSpinWait();
        }
        return "done";
    }

    private static @Nullable Reason reasonOf(Throwable error) {
        assertThat(error.getSuppressed()).hasSize(1);
        var refusal = ((RetryRefusedException) error.getSuppressed()[0]).refusal();
        return refusal == null ? null : refusal.reason();
    }
}
