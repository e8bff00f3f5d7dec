package io.goodput.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import dev.failsafe.CircuitBreakerOpenException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.goodput.guard.CallDroppedException;
import io.goodput.retry.RetryDecision.Retry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A benchmark that fails or answers something else measures nothing. */
class PeersTest {
    @Test
    void every_retry_gives_the_answer_of_the_call() throws Exception {
        var retry = new RetryBenchmark();
        assertThat(retry.goodput())
                .isEqualTo(retry.resilience4j())
                .isEqualTo(retry.failsafe())
                .isEqualTo(retry.aws())
                .isEqualTo(retry.spring())
                .isEqualTo(retry.springRetry())
                .isEqualTo(retry.baseline());
    }

    @Test
    void a_failure_is_tried_again_by_everyone() throws Exception {
        var failure = new FailureBenchmark();
        for (var call = 0; call < 1_000; call++) {
            assertThat(failure.goodput())
                    .isEqualTo(failure.resilience4j())
                    .isEqualTo(failure.failsafe())
                    .isEqualTo(failure.aws())
                    .isEqualTo(failure.spring())
                    .isEqualTo(failure.springRetry())
                    .isEqualTo(failure.baseline());
        }
    }

    @Test
    void a_budget_that_is_given_back_never_runs_out() {
        var budget = new BudgetRetryBenchmark();
        for (var call = 0; call < 1_000; call++) {
            assertThat(budget.aws()).isNotNull();
            assertThat(budget.goodputBucket()).isTrue();
            assertThat(budget.goodputDecision()).isInstanceOf(Retry.class);
        }
    }

    @Test
    void every_composition_gives_the_answer_of_the_call() throws Exception {
        var composed = new ComposedBenchmark();
        assertThat(composed.goodputGradient())
                .isEqualTo(composed.goodputAimd())
                .isEqualTo(composed.resilience4j())
                .isEqualTo(composed.failsafe())
                .isEqualTo(composed.sentinel(new ComposedBenchmark.Resource()))
                .isEqualTo(composed.baseline());
    }

    @Test
    void every_breaker_is_closed_and_every_limit_has_room() throws Exception {
        var time = new OwnTime();
        var breaker = new BreakerBenchmark();
        var limit = new FixedLimitBenchmark();
        var adaptive = new AdaptiveLimitBenchmark();
        var breakerSentinel = new BreakerBenchmark.Resource();
        var limitSentinel = new FixedLimitBenchmark.Resource();
        for (var call = 0; call < 1_000; call++) {
            assertThat(List.of(
                            breaker.goodputProportional(),
                            breaker.goodputProportionalGivenTime(time),
                            breaker.goodputOnOff(),
                            breaker.goodputOnOffGivenTime(time),
                            breaker.resilience4j(),
                            breaker.failsafe(),
                            breaker.sentinel(breakerSentinel),
                            limit.goodputFixed(),
                            adaptive.goodputAimd(),
                            adaptive.goodputAimdGivenTime(time),
                            adaptive.goodputGradient(),
                            adaptive.goodputGradientGivenTime(time),
                            limit.resilience4j(),
                            limit.failsafe(),
                            limit.sentinel(limitSentinel)))
                    .containsOnly(true);
        }
    }

    @Test
    void a_rate_limiter_has_plenty_of_permits_or_none() {
        var time = new OwnTime();
        var plenty = new RateBenchmark();
        var none = new RateRefusalBenchmark();
        var plentySentinel = new RateBenchmark.Resource();
        var noneSentinel = new RateRefusalBenchmark.Resource();
        for (var call = 0; call < 1_000; call++) {
            assertThat(List.of(
                            plenty.goodput(),
                            plenty.goodputGivenTime(time),
                            plenty.goodputOverall(),
                            plenty.resilience4j(),
                            plenty.bucket4j(),
                            plenty.failsafeSmooth(),
                            plenty.failsafeBursty(),
                            plenty.sentinel(plentySentinel)))
                    .containsOnly(true);
            assertThat(List.of(
                            none.goodput(),
                            none.goodputGivenTime(time),
                            none.goodputOverall(),
                            none.resilience4j(),
                            none.bucket4j(),
                            none.failsafeSmooth(),
                            none.failsafeBursty(),
                            none.sentinel(noneSentinel)))
                    .containsOnly(false);
        }
    }

    @Test
    void whoever_is_full_or_open_says_so_by_an_exception_of_its_own() {
        var full = new LimitRefusalBenchmark();
        assertThat(full.goodput()).isInstanceOf(CallDroppedException.class);
        assertThat(full.resilience4j()).isInstanceOf(BulkheadFullException.class);
        assertThat(full.resilience4jNoTrace()).isInstanceOf(BulkheadFullException.class);
        assertThat(full.failsafe()).isInstanceOf(dev.failsafe.BulkheadFullException.class);
        assertThat(full.sentinel(new LimitRefusalBenchmark.Resource())).isInstanceOf(BlockException.class);

        var open = new BreakerRefusalBenchmark();
        assertThat(open.goodput()).isInstanceOf(CallDroppedException.class);
        assertThat(open.resilience4j()).isInstanceOf(CallNotPermittedException.class);
        assertThat(open.resilience4jNoTrace()).isInstanceOf(CallNotPermittedException.class);
        assertThat(open.failsafe()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(open.sentinel(new BreakerRefusalBenchmark.Resource())).isInstanceOf(BlockException.class);
    }
}
