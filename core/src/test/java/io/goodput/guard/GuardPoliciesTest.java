package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.balance.Strategy;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All the policies of a guard together: their order, and that each gets back what it gave. */
class GuardPoliciesTest {
    private static final CallOptions SHARD_1 = CallOptions.NONE.keyed("shard 1");
    private static final CallOptions SHARD_2 = CallOptions.NONE.keyed("shard 2");

    private final TestTimers timers = new TestTimers();

    @Test
    void a_call_beyond_the_limit_is_dropped_and_every_permit_comes_back() throws Exception {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        Guard guard = guard().limit(limit).build();

        guard.call(() -> {
            assertThat(limit.inFlight()).isOne();
            assertThatExceptionOfType(CallDroppedException.class)
                    .isThrownBy(() -> guard.call(() -> "too many"))
                    .withMessage(
                            "stock: not sent; CONCURRENCY_LIMIT: as many attempts are in flight as the limit allows")
                    .satisfies(dropped -> {
                        assertThat(dropped.guard()).isEqualTo("stock");
                        assertThat(dropped.getStackTrace()).isEmpty();
                        assertThat(dropped.attempts()).isZero();
                    });
            return "first";
        });
        assertThatThrownBy(() -> guard.call(GuardPoliciesTest::fail)).isInstanceOf(IOException.class);

        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void a_classifier_that_throws_loses_no_permit() {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        Guard guard = guard().limit(limit)
                .classifier(error -> {
                    throw new IllegalStateException("a bug in the classifier", error);
                })
                .build();

        assertThatThrownBy(() -> guard.call(GuardPoliciesTest::fail)).hasMessage("a bug in the classifier");

        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void what_the_limit_refuses_gives_its_endpoint_back() throws Exception {
        Balancer balancer = two();
        Guard guard = guard().balancer(balancer)
                .limit(new ConcurrencyLimit(new FixedLimit(1)))
                .build();

        guard.call(() -> {
            assertThat(reasonOf(guard, CallOptions.NONE)).isEqualTo(Reason.CONCURRENCY_LIMIT);
            assertThat(balancer.endpoints()).extracting(Endpoint::inFlight).containsExactlyInAnyOrder(0, 1);
            return "first";
        });
    }

    @Test
    void what_the_rate_limit_refuses_is_no_request_to_the_throttle() throws Exception {
        var throttle = new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0));
        Guard guard = guard().throttle(throttle)
                .rateLimit(new RateLimit(RateLimit.Settings.of(1)))
                .build();

        guard.call(() -> "within the rate");
        for (int i = 0; i < 100; i++) {
            assertThat(reasonOf(guard, CallOptions.NONE)).isEqualTo(Reason.RATE_LIMIT);
        }

        assertThat(throttle.dropShare(60_000_000_000L)).isZero();
    }

    @Test
    void a_caller_who_cancels_gives_the_permit_back() {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        Guard guard = guard().limit(limit).build();
        CompletableFuture<String> call = guard.callAsync(CompletableFuture::new);
        assertThat(limit.inFlight()).isOne();

        call.cancel(true);

        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void resilience4j_709_one_failing_shard_costs_that_shard_only() throws Exception {
        Guard guard = guard().breaker(tripsAtOnce()).build();
        trip(guard, SHARD_1);

        assertThat(reasonOf(guard, SHARD_1)).isEqualTo(Reason.BREAKER);
        assertThat(guard.call(SHARD_2, () -> "answer")).isEqualTo("answer");
        assertThat(guard.call(() -> "without a key")).isEqualTo("without a key");
    }

    @Test
    void without_keys_and_endpoints_the_dependency_has_one_breaker() {
        KeyedBreaker breaker = tripsAtOnce();
        Guard guard = guard().breaker(breaker).build();

        trip(guard, CallOptions.NONE);

        assertThat(breaker.whole().admitted()).isZero();
        assertThat(breaker.size()).isZero();
        assertThat(reasonOf(guard, CallOptions.NONE)).isEqualTo(Reason.BREAKER);
        breaker.change(breaker.settings().withEach(CircuitBreaker.Settings.STANDARD));
        assertThat(reasonOf(guard, CallOptions.NONE)).as("keeps what it knows").isEqualTo(Reason.BREAKER);
    }

    @Test
    void an_endpoint_whose_breaker_says_no_is_passed_over_for_another() throws Exception {
        Balancer balancer = two();
        Guard guard = guard().breaker(tripsAtOnce()).balancer(balancer).build();
        assertThatThrownBy(() -> guard.callAttempt(attempt -> fail())).isInstanceOf(IOException.class);

        List<String> used = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            used.add(guard.callAttempt(attempt -> attempt.target().name()));
        }

        assertThat(used).containsOnly("b");
        assertThat(balancer.endpoints()).extracting(Endpoint::inFlight).containsOnly(0);
    }

    @Test
    void a_retry_goes_elsewhere() throws Exception {
        Guard guard =
                guard().retry(RetryPolicy.builder().build()).balancer(two()).build();

        List<String> used = new ArrayList<>();
        guard.callAttempt(attempt -> {
            used.add(attempt.target().name());
            return attempt.number() == 1 ? fail() : "answer";
        });

        assertThat(used).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void without_endpoints_there_is_nowhere_to_go() {
        Guard guard = guard().balancer(new Balancer(Balancer.Settings.STANDARD, List.of()))
                .build();

        assertThat(reasonOf(guard, CallOptions.NONE)).isEqualTo(Reason.NO_ENDPOINT);
    }

    @Test
    void a_retry_that_the_breaker_holds_back_ends_the_call_and_costs_no_token() {
        var budget = RetryBudget.of(10, 0);
        Guard guard = guard().retry(
                        RetryPolicy.builder().attempts(5).budget(budget).build())
                .breaker(tripsAtOnce())
                .build();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> guard.call(GuardPoliciesTest::fail))
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessage("stock: attempt 1 was the last; BREAKER: the breaker holds it back"));

        assertThat(budget.available()).isEqualTo(10 * RetryBudget.TOKEN);
    }

    @Test
    void a_refusal_says_whose_breaker_it_was() {
        Guard alone = guard().breaker(tripsAtOnce()).build();
        Guard balanced = guard().breaker(tripsAtOnce())
                .balancer(new Balancer(Balancer.Settings.STANDARD, List.of(new Address("a", ""))))
                .build();
        trip(alone, SHARD_1);
        trip(alone, CallOptions.NONE);
        trip(balanced, CallOptions.NONE);

        assertThat(whyOf(alone, SHARD_1)).isEqualTo("the breaker of its key holds it back");
        assertThat(whyOf(alone, CallOptions.NONE)).isEqualTo("the breaker holds it back");
        assertThat(whyOf(balanced, CallOptions.NONE)).isEqualTo("the breaker of its endpoint holds it back");
    }

    @Test
    void a_tenant_beyond_its_rate_is_dropped_and_the_others_are_not() throws Exception {
        Guard guard = guard().rateLimit(new RateLimit(RateLimit.Settings.of(1))).build();
        CallContext blue = CallContext.NONE.withTenant("blue");
        blue.call(() -> guard.call(() -> "first"));

        blue.run(() -> assertThat(reasonOf(guard, CallOptions.NONE)).isEqualTo(Reason.RATE_LIMIT));

        assertThat(guard.call(() -> "somebody else")).isEqualTo("somebody else");
    }

    @Test
    void the_throttle_holds_calls_back_while_the_dependency_refuses_them() {
        Guard guard = guard().throttle(new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0)))
                .classifier(Classifier.standard().with(IOException.class, Outcome.THROTTLED))
                .build();

        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            timers.advanceTo(i * 1_000_000L);
            reasons.add(reasonOf(guard, CallOptions.NONE));
        }

        assertThat(reasons.stream().filter(Reason.CLIENT_THROTTLE::equals).count())
                .isGreaterThan(500);
    }

    @Test
    void the_adaptive_rate_makes_calls_wait_after_a_throttle_and_drops_those_that_would_wait_too_long() {
        var pace = new AdaptiveRate(AdaptiveRate.Settings.STANDARD);
        Guard guard = guard().retry(
                        RetryPolicy.builder().attempts(1).adaptiveRate(pace).build())
                .classifier(Classifier.standard().with(IOException.class, Outcome.THROTTLED))
                .build();
        reasonOf(guard, CallOptions.NONE);

        GuardedCall next = guard.newCall();
        assertThat(next.start(timers.nanos(), CallOptions.NONE, CallContext.NONE))
                .isEqualTo(GuardedCall.Step.WAIT);
        assertThat(next.wakeAt()).isGreaterThan(timers.nanos()).isLessThan(Long.MAX_VALUE);
        assertThat(next.timerFired(next.wakeAt())).isEqualTo(GuardedCall.Step.BEGIN);

        var hurried = CallOptions.NONE.within(new Deadline(timers.nanos() + 1));
        assertThat(reasonOf(guard, hurried)).isEqualTo(Reason.DEADLINE);
    }

    @Test
    void a_policy_that_is_left_in_a_changed_guard_keeps_its_state() throws Exception {
        var budget = RetryBudget.of(10, 0);
        budget.tryTake(4 * RetryBudget.TOKEN);
        Guard guard = guard().retry(RetryPolicy.builder().budget(budget).build())
                .breaker(tripsAtOnce())
                .build();
        trip(guard, SHARD_1);

        guard.change(more -> more.limit(new ConcurrencyLimit(new FixedLimit(5))));

        assertThat(guard.limit()).isNotNull();
        assertThat(budget.available()).isLessThanOrEqualTo(6 * RetryBudget.TOKEN);
        assertThat(reasonOf(guard, SHARD_1)).isEqualTo(Reason.BREAKER);
        guard.change(less -> less.breaker(null));
        assertThat(guard.call(SHARD_1, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void a_call_under_way_goes_by_what_it_began_with() throws Exception {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        Guard guard = guard().limit(limit).build();

        guard.call(() -> {
            guard.change(less -> less.limit(null));
            return "answer";
        });

        assertThat(limit.inFlight()).isZero();
        assertThat(guard.limit()).isNull();
    }

    @Test
    void the_timers_of_a_guard_do_not_change() {
        Guard guard = guard().build();

        assertThatThrownBy(() -> guard.change(other -> other.timers(new TestTimers())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stock: the timers of a guard do not change");
    }

    @Test
    void a_failure_tells_what_was_tried_where_and_when() {
        Guard guard = guard().retry(RetryPolicy.builder().attempts(2).build())
                .balancer(two())
                .build();
        timers.advanceTo(5_000_000);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> guard.callAttempt(attempt -> {
                    timers.advanceTo(timers.nanos() + 3_000_000);
                    return fail();
                }))
                .satisfies(failure -> {
                    var report = (CallFailure) failure.getSuppressed()[0];
                    assertThat(report.attempts()).isEqualTo(2);
                    assertThat(report.tried())
                            .extracting(Tried::toString)
                            .satisfiesExactly(
                                    first -> assertThat(first).matches("1 at [ab]: TRANSIENT_FAILURE from 0s for 3ms"),
                                    second -> assertThat(second)
                                            .matches("2 at [ab]: TRANSIENT_FAILURE from 3ms for 3ms"));
                });
    }

    private GuardBuilder guard() {
        return Guard.builder("stock").timers(timers);
    }

    private static KeyedBreaker tripsAtOnce() {
        return KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(1, 1));
    }

    private static Balancer two() {
        return new Balancer(
                Balancer.Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN),
                List.of(new Address("a", ""), new Address("b", "")));
    }

    private static void trip(Guard guard, CallOptions options) {
        assertThatThrownBy(() -> guard.call(options, GuardPoliciesTest::fail)).isInstanceOf(IOException.class);
    }

    private static Reason reasonOf(Guard guard, CallOptions options) {
        return refusalOf(guard, options).map(Refusal::reason).orElse(Reason.NOT_RETRYABLE);
    }

    private static String whyOf(Guard guard, CallOptions options) {
        return refusalOf(guard, options).map(Refusal::why).orElse("not refused");
    }

    private static Optional<Refusal> refusalOf(Guard guard, CallOptions options) {
        try {
            throw new AssertionError(guard.call(options, GuardPoliciesTest::fail));
        } catch (Exception thrown) {
            return Stream.concat(Stream.of(thrown), Stream.of(thrown.getSuppressed()))
                    .filter(CallFailure.class::isInstance)
                    .map(failure -> Objects.requireNonNull(((CallFailure) failure).refusal()))
                    .findFirst();
        }
    }

    private static String fail() throws IOException {
        throw new IOException("connection reset");
    }
}
