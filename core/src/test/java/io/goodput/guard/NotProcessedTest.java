package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.balance.Strategy;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.GradientLimit;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.RetryPolicy;
import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was provably not processed may be sent again; what it says of the dependency is what any failure says. */
class NotProcessedTest {
    private static final CallOptions ONCE = CallOptions.NONE.atMostOnce();

    private int sent;

    @Test
    void a_call_that_is_done_at_most_once_is_sent_again_if_it_was_not_processed() throws Exception {
        Guard guard = guard(Outcome.NOT_PROCESSED);

        assertThat(guard.call(ONCE, this::secondIsAnswered)).isEqualTo("done");
        assertThat(sent).isEqualTo(2);
    }

    @Test
    void an_asynchronous_one_likewise() throws Exception {
        Guard guard = guard(Outcome.NOT_PROCESSED);

        assertThat(guard.callAsync(ONCE, this::secondIsAnsweredLater).get()).isEqualTo("done");
        assertThat(sent).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT_FAILURE", "THROTTLED", "TIMEOUT"})
    void it_is_not_sent_again_after_what_may_have_been_processed(Outcome outcome) {
        Guard guard = guard(outcome);

        assertThatThrownBy(() -> guard.call(ONCE, this::secondIsAnswered))
                .isInstanceOf(ConnectException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()[0])
                        .hasMessage("stock: attempt 1 was the last; NOT_RETRYABLE: " + outcome
                                + ": it may have been done, and is to be done at most once"));
        assertThat(sent).isOne();
        sent = 0;
        assertThatThrownBy(
                        () -> guard.callAsync(ONCE, this::secondIsAnsweredLater).get())
                .isInstanceOf(ExecutionException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT_FAILURE", "THROTTLED", "TIMEOUT"})
    void a_policy_that_replays_the_idempotent_only_leaves_all_other_calls_alone(Outcome outcome) throws Exception {
        Guard careful = careful(outcome);

        assertThatThrownBy(() -> careful.call(this::secondIsAnswered))
                .isInstanceOf(ConnectException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()[0])
                        .hasMessage("stock: attempt 1 was the last; NOT_RETRYABLE: " + outcome
                                + ": it may have been done, and only what is idempotent is done again"));
        assertThat(sent).isOne();
        sent = 0;
        assertThat(careful.call(CallOptions.NONE.idempotently(), this::secondIsAnswered))
                .isEqualTo("done");
        sent = 0;
        assertThat(careful(Outcome.NOT_PROCESSED).call(this::secondIsAnswered)).isEqualTo("done");
    }

    private static Guard careful(Outcome outcome) {
        return Guard.builder("stock")
                .classifier(always(outcome))
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .replay(ReplayRule.IDEMPOTENT)
                        .build())
                .build();
    }

    @Test
    void it_is_retried_whatever_the_policy_retries_but_within_its_attempts() throws Exception {
        Guard picky = Guard.builder("stock")
                .classifier(always(Outcome.NOT_PROCESSED))
                .retry(RetryPolicy.builder()
                        .attempts(2)
                        .retryOn(Outcome.THROTTLED)
                        .build())
                .build();

        assertThat(picky.call(this::secondIsAnswered)).isEqualTo("done");
        sent = -5;
        assertThatThrownBy(() -> picky.call(this::secondIsAnswered)).isInstanceOf(ConnectException.class);
        assertThat(sent).isEqualTo(-3);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PROCESSED", "TRANSIENT_FAILURE"})
    void policies_learn_from_it_what_they_learn_from_a_failure_that_passes(Outcome outcome) {
        var random = new SplittableRandom(1);
        var circuit = new CircuitBreaker(CircuitBreaker.Settings.STANDARD);
        var proportional = new ProportionalBreaker(ProportionalBreaker.Settings.STANDARD);
        var throttle = new ClientThrottle(
                ClientThrottle.Settings.STANDARD.withMinPerSecond(0).withRejections(Set.of(Outcome.TRANSIENT_FAILURE)));
        var aimd = new ConcurrencyLimit(
                new AimdLimit(20, 1, 200, 0.5, 0.9, AimdLimit.STANDARD.tooLong(), Set.of(Outcome.TRANSIENT_FAILURE)));
        var gradient = new ConcurrencyLimit(GradientLimit.STANDARD);
        for (int call = 1; call <= 400; call++) {
            long now = call * 100_000_000L;
            for (Breaker breaker : List.of(circuit, proportional)) {
                if (breaker.tryPass(now, random)) {
                    breaker.ended(outcome, now, now);
                }
            }
            if (throttle.tryPass(now, random)) {
                throttle.ended(outcome, now);
            }
            for (ConcurrencyLimit limit : List.of(aimd, gradient)) {
                assertThat(limit.tryAcquire()).isTrue();
                limit.release(outcome, now - 50_000_000, now);
            }
        }

        assertThat(circuit.dropped()).isPositive();
        assertThat(proportional.dropped()).isPositive();
        assertThat(aimd.limit()).isOne();
        assertThat(gradient.limit()).isEqualTo(20);
        assertThat(throttle.dropped()).isPositive();
    }

    @Test
    void an_endpoint_that_refuses_connections_is_ejected() throws Exception {
        var balancer = new Balancer(
                Balancer.Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN),
                List.of(Address.of("a"), Address.of("b"), Address.of("c")));
        Guard guard = Guard.builder("stock")
                .classifier(always(Outcome.NOT_PROCESSED))
                .balancer(balancer)
                .retry(RetryPolicy.builder().attempts(3).build())
                .build();

        for (int call = 0; call < 60; call++) {
            guard.callAttempt(attempt -> answerUnless("a", attempt));
        }

        assertThat(balancer.endpoints())
                .filteredOn(Endpoint::isEjected)
                .extracting(Endpoint::name)
                .containsExactly("a");
    }

    private static String answerUnless(String down, Attempt attempt) throws ConnectException {
        if (attempt.target().name().equals(down)) {
            throw new ConnectException("connection refused");
        }
        return "done";
    }

    private Guard guard(Outcome outcome) {
        return Guard.builder("stock")
                .classifier(always(outcome))
                .retry(RetryPolicy.builder().attempts(3).build())
                .build();
    }

    private static Classifier always(Outcome outcome) {
        return _ -> outcome;
    }

    private String secondIsAnswered() throws ConnectException {
        if (++sent == 2) {
            return "done";
        }
        throw new ConnectException("connection refused");
    }

    private CompletableFuture<String> secondIsAnsweredLater() {
        return ++sent == 2
                ? CompletableFuture.completedFuture("done")
                : CompletableFuture.failedFuture(new ConnectException("connection refused"));
    }
}
