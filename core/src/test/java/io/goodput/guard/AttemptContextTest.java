package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What each attempt is given of its own, whoever carries it out. */
class AttemptContextTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-";
    private static final CallContext CALLER = CallContext.NONE
            .withTrace(TRACE + "b7ad6b7169203331-01")
            .withTraceState("vendor=note")
            .withRequestId("7");

    private final List<CallContext> bound = new ArrayList<>();
    private final List<CallContext> told = new ArrayList<>();

    @Test
    void each_attempt_has_a_span_of_its_own_and_the_other_names_of_its_call() throws Exception {
        Guard guard = spans().build();

        CALLER.call(() -> guard.call(this::failOnce));

        assertThat(spansOf(bound)).doesNotHaveDuplicates().doesNotContain("b7ad6b7169203331");
        assertThat(bound).hasSize(2).allSatisfy(each -> {
            assertThat(each.trace()).matches(TRACE + "[0-9a-f]{16}-01");
            assertThat(each.withTrace(CALLER.trace())).isEqualTo(CALLER);
        });
        assertThat(told).containsExactly(bound.get(0), bound.get(0), bound.get(1), bound.get(1));
    }

    @Test
    void all_drivers_give_the_same_of_the_same_randomness() throws Exception {
        Guard blocking = spans().build();
        Guard async = spans().build();
        Guard described = spans().build();

        CALLER.call(() -> blocking.call(this::failOnce));
        List<CallContext> asBlocking = List.copyOf(bound);
        bound.clear();
        CALLER.call(() -> async.callAsync(() -> {
                    try {
                        return CompletableFuture.completedFuture(failOnce());
                    } catch (IOException failed) {
                        return CompletableFuture.failedFuture(failed);
                    }
                })
                .get());
        List<CallContext> asAsync = List.copyOf(bound);
        bound.clear();
        CALLER.call(() -> described.callAttempt(attempt -> {
            assertThat(attempt.context()).isEqualTo(CallContext.current());
            return failOnce();
        }));

        assertThat(asAsync).isEqualTo(asBlocking).hasSize(2);
        assertThat(bound).isEqualTo(asBlocking);
    }

    @Test
    void hedges_have_spans_too() throws Exception {
        var both = new CountDownLatch(2);
        Guard guard = Guard.builder("hedged")
                .attemptContext(AttemptContext.SPANS)
                .hedge(new HedgePolicy(new HedgePolicy.Settings(0.5, 5, new HedgeDelay.Fixed(Duration.ZERO), 1)))
                .build();

        CALLER.call(() -> guard.call(CallOptions.NONE.idempotently(), () -> {
            synchronized (bound) {
                bound.add(CallContext.current());
            }
            both.countDown();
            both.await();
            return "answer";
        }));

        assertThat(spansOf(bound)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void without_a_trace_there_is_no_span() throws Exception {
        Guard guard = spans().build();

        guard.call(this::failOnce);

        assertThat(bound).containsOnly(CallContext.NONE);
    }

    @Test
    void one_can_be_given_outside_of_any_request_and_has_no_more_time_than_the_attempt() throws Exception {
        var timers = new TestTimers();
        Guard guard = Guard.builder("own")
                .timers(timers)
                .attemptTimeout(Duration.ofNanos(50))
                .attemptContext((call, attempt, random) ->
                        call.withRequestId("attempt " + attempt).within(new Deadline(9_000)))
                .build();

        CallContext seen = guard.call(CallContext::current);

        assertThat(seen).isEqualTo(CallContext.NONE.withRequestId("attempt 1").within(new Deadline(50)));
    }

    @Test
    void one_that_cannot_be_had_ends_the_call_and_nothing_is_held() {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        Guard broken = Guard.builder("broken")
                .limit(limit)
                .attemptContext((call, attempt, random) -> {
                    throw new IllegalStateException("no context");
                })
                .build();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.call(() -> "answer"))
                .withMessage("no context");
        assertThat(broken.callAsync(() -> CompletableFuture.completedFuture("answer")))
                .isCompletedExceptionally();
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void none_at_all_is_refused() {
        @SuppressWarnings("NullAway") // the mistake that is meant
        Guard guard = Guard.builder("none")
                .attemptContext((call, attempt, random) -> null)
                .build();

        assertThatNullPointerException()
                .isThrownBy(() -> guard.call(() -> "answer"))
                .withMessage("none: the attempt was given no context");
    }

    private static List<String> spansOf(List<CallContext> contexts) {
        return contexts.stream()
                .map(each -> String.valueOf(each.trace()).split("-", -1)[2])
                .toList();
    }

    private GuardBuilder spans() {
        return Guard.builder("spans")
                .random(new SplittableRandom(7))
                .retry(RetryPolicy.builder().attempts(2).backoff(Backoff.NONE).build())
                .attemptContext(AttemptContext.SPANS)
                .listener(event -> {
                    switch (event) {
                        case AttemptBegan began -> told.add(began.attempt().context());
                        case AttemptEnded ended -> told.add(ended.attempt().context());
                        default -> {}
                    }
                });
    }

    private String failOnce() throws IOException {
        bound.add(CallContext.current());
        if (bound.size() == 1) {
            throw new IOException("attempt 1");
        }
        return "answer";
    }
}
