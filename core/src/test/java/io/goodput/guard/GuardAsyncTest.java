package io.goodput.guard;

import static io.goodput.retry.RetryBudget.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On the real timer. */
@Timeout(60)
class GuardAsyncTest {
    private final RetryBudget budget = RetryBudget.of(10, 0);
    private final List<CompletableFuture<String>> attempts = new CopyOnWriteArrayList<>();

    @Test
    void an_answer_completes_the_future_null_too() {
        Guard guard = retrying().build();

        assertThat(guard.callAsync(() -> CompletableFuture.completedFuture("answer")))
                .isCompletedWithValue("answer");
        assertThat(guard.<@Nullable String>callAsync(() -> CompletableFuture.<@Nullable String>completedFuture(null)))
                .isCompletedWithValue(null);
    }

    @Test
    void a_failure_comes_through_without_its_wrappers_and_with_the_reason_at_its_side() {
        var error = new IllegalArgumentException("bug");

        Throwable seen = failureOf(retrying().build(), () -> failed(new CompletionException(error)));

        assertThat(seen).isSameAs(error);
        assertThat(seen.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("async: attempt 1 was the last; NOT_RETRYABLE: PERMANENT_FAILURE is not retried");
    }

    @Test
    void a_passing_failure_is_tried_again_after_the_wait() {
        Guard guard = retrying().build();

        assertThat(join(guard.callAsync(() -> {
                    CompletableFuture<String> attempt = attempt();
                    if (attempts.size() < 3) {
                        attempt.completeExceptionally(new IOException("passing"));
                    } else {
                        attempt.complete("third");
                    }
                    return attempt;
                })))
                .isEqualTo("third");

        assertThat(attempts).hasSize(3);
        assertThat(budget.available()).isEqualTo(8 * TOKEN);
    }

    @Test
    void an_attempt_that_never_ends_is_cancelled_and_tried_again() {
        Guard guard = retrying().attemptTimeout(Duration.ofMillis(10)).build();

        assertThat(failureOf(guard, this::attempt))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("async: no answer in time after 3 attempts; " + "ATTEMPTS_EXHAUSTED: the policy allows 3");

        assertThat(attempts).hasSize(3).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void a_deadline_that_has_passed_costs_the_dependency_nothing() {
        CompletableFuture<String> result =
                retrying().build().callAsync(CallOptions.NONE.within(new Deadline(0)), this::attempt);

        assertThat(result.exceptionNow())
                .hasMessage("async: not sent; " + "DEADLINE: the deadline had passed before the first attempt");
        assertThat(attempts).isEmpty();
    }

    @Test
    void cancelling_the_future_cancels_the_attempt_in_flight() {
        CompletableFuture<String> result = retrying().build().callAsync(this::attempt);

        result.cancel(true);

        assertThat(attempts).singleElement().matches(CompletableFuture::isCancelled);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void cancelling_the_future_during_a_wait_puts_the_tokens_back_and_sends_nothing() {
        Guard guard = Guard.builder("async")
                .retry(RetryPolicy.builder()
                        .budget(budget)
                        .backoff(Backoff.exponential(Duration.ofHours(1), Duration.ofHours(1))
                                .withJitter(Jitter.NONE))
                        .build())
                .build();
        CompletableFuture<String> result = guard.callAsync(() -> failed(new IOException("passing")));
        assertThat(budget.available()).isEqualTo(9 * TOKEN);

        result.cancel(true);

        assertThat(attempts).hasSize(1);
        assertThat(budget.available()).isEqualTo(10 * TOKEN);
    }

    @Test
    void whoever_completes_the_future_from_outside_needs_the_attempt_no_more() {
        CompletableFuture<String> result = retrying().build().callAsync(this::attempt);

        result.complete("from elsewhere");

        assertThat(attempts).singleElement().matches(CompletableFuture::isCancelled);
        assertThat(result).isCompletedWithValue("from elsewhere");
    }

    @Test
    void an_attempt_cancelled_by_the_other_side_cancels_the_call() {
        CompletableFuture<String> result = retrying().build().callAsync(this::attempt);

        attempts.getFirst().cancel(true);

        assertThat(result).isCancelled();
        assertThat(attempts).hasSize(1);
    }

    @Test
    void a_task_that_throws_has_failed_and_may_be_tried_again() {
        var bug = new IllegalStateException("no attempt");
        assertThat(failureOf(retrying().build(), () -> {
                    throw bug;
                }))
                .isSameAs(bug);

        assertThat(join(retrying().build().callAsync(() -> {
                    CompletableFuture<String> attempt = attempt();
                    if (attempts.size() == 1) {
                        throw new UncheckedIOException(new IOException("passing"));
                    }
                    attempt.complete("second");
                    return attempt;
                })))
                .isEqualTo("second");
    }

    @Test
    @SuppressWarnings("NullAway") // that is the point
    void a_task_that_gives_nothing_has_failed() {
        CompletableFuture<String> result = retrying().build().callAsync(() -> null);

        assertThat(result.exceptionNow())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("async: the task gave no stage");
    }

    @Test
    void an_attempt_that_cannot_be_cancelled_is_no_longer_waited_for() {
        Guard guard = retrying().attemptTimeout(Duration.ofMillis(10)).build();
        CompletionStage<String> stubborn = new CompletableFuture<>() {
            @Override
            public CompletableFuture<String> toCompletableFuture() {
                throw new UnsupportedOperationException("as a stage may");
            }
        };

        assertThat(failureOf(guard, () -> stubborn)).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void a_classifier_that_throws_ends_the_call_and_its_attempt() {
        Guard guard = retrying()
                .attemptTimeout(Duration.ofHours(1))
                .classifier(_ -> {
                    throw new IllegalStateException("classifier");
                })
                .build();

        assertThat(failureOf(guard, () -> failed(new IOException())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("classifier");

        CompletableFuture<String> result = guard.callAsync(this::attempt);
        attempts.getLast().completeExceptionally(new IOException());
        assertThat(catchThrowable(() -> join(result))).hasRootCauseMessage("classifier");
    }

    @Test
    void a_timer_that_cannot_be_set_ends_the_call_and_its_attempt() {
        Guard guard = retrying()
                .attemptTimeout(Duration.ofHours(1))
                .timers(new TestTimers() {
                    @Override
                    public Timer runAt(long at, Runnable action) {
                        throw new RejectedExecutionException("shut down");
                    }
                })
                .build();

        assertThat(failureOf(guard, this::attempt)).hasMessage("shut down");
        assertThat(attempts).singleElement().matches(CompletableFuture::isCancelled);
    }

    @Test
    void a_timer_that_fires_early_is_set_again() {
        var due = new ArrayDeque<Runnable>();
        var timers = new TestTimers() {
            @Override
            public Timer runAt(long at, Runnable action) {
                due.add(action);
                return () -> {};
            }
        };
        Guard guard = Guard.builder("async")
                .attemptTimeout(Duration.ofNanos(10))
                .timers(timers)
                .build();
        CompletableFuture<String> result = guard.callAsync(this::attempt);

        timers.advanceTo(9);
        due.remove().run();
        assertThat(result).isNotDone();

        timers.advanceTo(10);
        due.remove().run();
        assertThat(result.exceptionNow()).isInstanceOf(CallTimeoutException.class);
        assertThat(attempts).singleElement().matches(CompletableFuture::isCancelled);
    }

    @Test
    void a_failed_answer_is_returned_after_the_last_attempt() {
        for (Outcome failed : new Outcome[] {
            Outcome.TRANSIENT_FAILURE,
            Outcome.THROTTLED,
            Outcome.TIMEOUT,
            Outcome.PERMANENT_FAILURE,
            Outcome.DROPPED,
            Outcome.CANCELLED
        }) {
            Guard guard = retrying()
                    .classifier(new Classifier() {
                        @Override
                        public Outcome ofValue(@Nullable Object value) {
                            return failed;
                        }

                        @Override
                        public Outcome ofError(Throwable error) {
                            throw new AssertionError(error);
                        }
                    })
                    .build();
            assertThat(join(guard.callAsync(() -> CompletableFuture.completedFuture("503"))))
                    .as("%s", failed)
                    .isEqualTo("503");
        }
    }

    @Test
    void a_thousand_attempts_that_end_at_once_do_not_deepen_the_stack() {
        Guard guard = Guard.builder("async")
                .retry(RetryPolicy.builder().attempts(1_000).build())
                .build();
        var deepest = new int[1];

        assertThat(failureOf(guard, () -> {
                    deepest[0] = Math.max(deepest[0], new Throwable().getStackTrace().length);
                    return failed(new IOException("passing"));
                }))
                .isInstanceOf(IOException.class);

        assertThat(attempts).hasSize(1_000);
        assertThat(deepest[0]).isLessThan(200);
    }

    private GuardBuilder retrying() {
        return Guard.builder("async")
                .retry(RetryPolicy.builder()
                        .budget(budget)
                        .backoff(Backoff.exponential(Duration.ofMillis(2), Duration.ofMillis(5)))
                        .build());
    }

    private CompletableFuture<String> attempt() {
        var attempt = new CompletableFuture<String>();
        attempts.add(attempt);
        return attempt;
    }

    private CompletableFuture<String> failed(Throwable error) {
        CompletableFuture<String> attempt = attempt();
        attempt.completeExceptionally(error);
        return attempt;
    }

    private static Throwable failureOf(Guard guard, Supplier<? extends CompletionStage<String>> task) {
        CompletableFuture<String> result = guard.callAsync(task);
        return Objects.requireNonNull(catchThrowable(() -> {
            try {
                join(result);
            } catch (CompletionException wrapped) {
                throw Objects.requireNonNull(wrapped.getCause());
            } catch (CancellationException cancelled) {
                throw new AssertionError(cancelled);
            }
        }));
    }

    private static <T> T join(CompletableFuture<T> result) {
        return result.copy().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
