package io.goodput.testing;

import static io.goodput.testing.GoodputAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Strategy;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardRecorderTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final ScriptedDependency<String> stock = ScriptedDependency.on(timers);

    @Test
    void tells_retries_their_waits_and_how_all_ended() throws Exception {
        stock.fails(IOException::new).times(2).answers("42");
        GuardRecorder recorder = retrying();

        assertThat(recorder)
                .called(1)
                .attempted(3)
                .retried(2)
                .waited(Duration.ofMillis(50), Duration.ofMillis(100))
                .attemptsEnded(Outcome.TRANSIENT_FAILURE, Outcome.TRANSIENT_FAILURE, Outcome.SUCCESS)
                .ended(Outcome.SUCCESS)
                .hedged(0)
                .neverRefused()
                .neverOpenedBreaker();
    }

    @Test
    void tells_refusals() throws Exception {
        stock.fails(IOException::new);

        assertThat(retrying()).refused(Reason.ATTEMPTS_EXHAUSTED).ended(Outcome.TRANSIENT_FAILURE);
    }

    private GuardRecorder retrying() {
        Guard guard = guard().retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(50), Duration.ofSeconds(1))
                                .withJitter(Jitter.NONE))
                        .build())
                .build();
        GuardRecorder recorder = GuardRecorder.of(guard);
        var _ = catchThrowable(() -> guard.call(stock::call));
        return recorder;
    }

    @Test
    void tells_hedges() {
        stock.hangs().answers("42");
        Guard guard = guard().hedge(new HedgePolicy(
                        HedgePolicy.Settings.STANDARD.withDelay(HedgeDelay.fixed(Duration.ofMillis(20)))))
                .build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        var answer = guard.callAsync(CallOptions.NONE.idempotently(), stock::callAsync);
        timers.advance(Duration.ofMillis(20));

        assertThat(answer).isCompletedWithValue("42");
        assertThat(recorder).hedged(1).attempted(2).called(1).ended(Outcome.SUCCESS);
        assertThat(recorder.toString()).contains("20 ms  call 1: hedge 2 began");
    }

    static Stream<Breaker.Settings> breakers() {
        return Stream.of(
                CircuitBreaker.Settings.STANDARD.withCalls(2, 2),
                ProportionalBreaker.Settings.STANDARD.withMinCalls(1));
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void tells_that_a_breaker_opened(Breaker.Settings settings) {
        stock.fails(IOException::new, Duration.ofSeconds(1));
        Guard guard = guard().breaker(KeyedBreaker.of(settings)).build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        for (int call = 0; call < 40; call++) {
            var _ = catchThrowable(() -> guard.call(stock::call));
        }

        assertThat(recorder).openedBreaker();
        assertThat(recorder.breakerEvents()).isNotEmpty();
        assertThat(recorder.toString()).contains("breaker: ");
        assertThatThrownBy(() -> assertThat(recorder).neverOpenedBreaker())
                .hasMessageContaining(
                        "what the breakers did:\n  none opened, or let fewer calls through\nbut was:\n  one did");
    }

    @Test
    void tells_which_endpoints_were_asked_and_ejected() {
        var balancer = new Balancer(
                Balancer.Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN),
                List.of(Address.of("a"), Address.of("b"), Address.of("c")));
        Guard guard = guard().balancer(balancer).build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        for (int call = 0; call < 30; call++) {
            var _ = catchThrowable(() -> guard.callAttempt(attempt -> {
                if (attempt.target().name().equals("b")) {
                    throw new IOException("refused");
                }
                return "42";
            }));
        }

        assertThat(recorder).ejected("b");
        assertThat(recorder.balancerEvents()).isNotEmpty();
        assertThat(recorder.toString()).contains("balancer: b EJECTED, FAILURES_IN_A_ROW");
        assertThatThrownBy(() -> assertThat(recorder).ejected()).hasMessageContaining("ejected endpoints");
        recorder.clear();
        var _ = catchThrowable(() -> guard.call(() -> "42"));
        assertThatThrownBy(() -> assertThat(recorder).sentTo("b")).hasMessageContaining("endpoints of the attempts");
    }

    @Test
    void tells_that_a_limit_changed() {
        stock.fails(TimeoutException::new, Duration.ofSeconds(1));
        Guard guard = guard().limit(new ConcurrencyLimit(AimdLimit.STANDARD)).build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        var _ = catchThrowable(() -> guard.call(stock::call));

        assertThat(recorder.limitEvents()).isNotEmpty();
        assertThat(recorder.toString()).contains("limit: 20 to 18");
    }

    @Test
    void an_assertion_that_fails_tells_the_whole_story() throws Exception {
        stock.answers("42", Duration.ofMillis(20));
        Guard guard = guard().build();
        GuardRecorder recorder = GuardRecorder.of(guard);
        guard.call(stock::call);

        assertThatThrownBy(() -> assertThat(recorder).as("a retry").retried(2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        [a retry]\s
                        Expecting retries:
                          2
                        but was:
                          0
                        in what was heard of guard stock
                                0 ms  call 1: began
                                0 ms  call 1: attempt 1 began
                               20 ms  call 1: attempt 1 ended: SUCCESS
                               20 ms  call 1: ended: SUCCESS""");
    }

    @Test
    void each_assertion_can_fail() {
        GuardRecorder nothing = GuardRecorder.of(guard().build());

        assertThat(nothing).hasToString("guard stock\n  nothing");
        assertThatThrownBy(() -> assertThat(nothing).called(1)).hasMessageContaining("calls:");
        assertThatThrownBy(() -> assertThat(nothing).attempted(1)).hasMessageContaining("attempts:");
        assertThatThrownBy(() -> assertThat(nothing).hedged(1)).hasMessageContaining("hedges:");
        assertThatThrownBy(() -> assertThat(nothing).waited(Duration.ofMillis(1)))
                .hasMessageContaining("1 ms");
        assertThatThrownBy(() -> assertThat(nothing).ended(Outcome.SUCCESS)).hasMessageContaining("of the calls");
        assertThatThrownBy(() -> assertThat(nothing).attemptsEnded(Outcome.TIMEOUT))
                .hasMessageContaining("TIMEOUT");
        assertThatThrownBy(() -> assertThat(nothing).refused(Reason.BREAKER)).hasMessageContaining("refusals:");
        assertThatThrownBy(() -> assertThat(nothing).openedBreaker())
                .hasMessageContaining("one opened, or let fewer calls through\nbut was:\n  none did");
    }

    private GuardBuilder guard() {
        return Guard.builder("stock").timers(timers).random(new Random(1));
    }
}
