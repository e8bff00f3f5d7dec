package io.goodput.config.policy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.config.language.YamlFile;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.Guard;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.RetryBudget;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A guard that is changed goes on with what it knows. */
class ApplyToTest {
    private static final long S = 1_000_000_000;

    private final Random random = new Random(1);

    private static GuardSettings settings(String yaml) {
        return YamlFile.parse("guard.yaml", yaml).as(GuardSettings.CODEC);
    }

    private static Guard guard(String yaml) {
        return settings(yaml).newGuard("inventory").build();
    }

    private static <T> T the(@Nullable T policy) {
        return Objects.requireNonNull(policy);
    }

    @Test
    void the_tokens_of_a_budget_stay() {
        Guard guard = guard("retry: {budget: {capacity: 10, deposit: 0.1}}");
        RetryBudget budget = the(the(guard.retry()).budget());
        budget.tryTake(7 * RetryBudget.TOKEN);

        settings("retry: {attempts: 5, budget: {capacity: 20, deposit: 0.2}}").applyTo(guard);

        assertThat(the(guard.retry()).settings().attempts()).isEqualTo(5);
        assertThat(the(guard.retry()).budget()).isSameAs(budget);
        assertThat(budget.settings().capacity()).isEqualTo(20);
        assertThat(budget.available()).isEqualTo(3 * RetryBudget.TOKEN);
    }

    @Test
    void an_adaptive_rate_stays_as_low_as_it_is() {
        Guard guard = guard("retry: {adaptive-rate: standard}");
        var rate = the(the(guard.retry()).adaptiveRate());
        rate.ended(Outcome.THROTTLED, S);
        double throttled = rate.rate();

        settings("retry: {adaptive-rate: {max-wait: 1s}}").applyTo(guard);

        assertThat(the(guard.retry()).adaptiveRate()).isSameAs(rate);
        assertThat(rate.rate()).isEqualTo(throttled).isLessThan(10);
        assertThat(rate.settings().maxWait()).hasSeconds(1);
    }

    @Test
    void what_is_in_flight_and_the_limit_that_was_learnt_stay() {
        Guard guard = guard("limit: {aimd: standard}");
        var limit = the(guard.limit());
        limit.tryAcquire();
        limit.tryAcquire();
        limit.release(Outcome.THROTTLED, S, 2 * S);
        assertThat(limit.limit()).isEqualTo(18);

        settings("limit: {aimd: {max: 400}}").applyTo(guard);

        assertThat(the(guard.limit())).isSameAs(limit);
        assertThat(limit.limit()).isEqualTo(18);
        assertThat(limit.inFlight()).isEqualTo(1);
        assertThat(limit.settings().max()).isEqualTo(400);

        settings("limit: 7").applyTo(guard);

        assertThat(limit.settings()).isEqualTo(new FixedLimit(7));
        assertThat(limit.inFlight()).as("of another algorithm too").isEqualTo(1);
    }

    @Test
    void the_share_that_a_breaker_lets_through_stays() {
        Guard guard = guard("breaker: {min-calls: 1}");
        var breaker = the(guard.breaker());
        var keyed = breaker.of("a", 0);
        keyed.ended(Outcome.TIMEOUT, 0, S);
        keyed.ended(Outcome.TIMEOUT, 0, 3 * S);
        assertThat(keyed.admitted()).isEqualTo(0.5);

        settings("breaker: {threshold: 20%}").applyTo(guard);

        assertThat(guard.breaker()).isSameAs(breaker);
        assertThat(breaker.of("a", 4 * S)).isSameAs(keyed);
        assertThat(keyed.admitted()).isEqualTo(0.5);
        assertThat(breaker.settings())
                .isEqualTo(the(settings("breaker: {threshold: 20%}").breaker()));
    }

    @Test
    void breakers_of_another_kind_start_anew_and_others_keep_what_they_know() {
        Guard guard = guard("breaker: standard");
        var breaker = the(guard.breaker());
        var keyed = breaker.of("a", 0);

        settings("breaker: {on-off: standard}").applyTo(guard);
        assertThat(guard.breaker()).isSameAs(breaker);
        assertThat(breaker.of("a", 0)).isNotSameAs(keyed);

        var onOff = breaker.of("a", 0);
        settings("breaker: {on-off: standard, keys: 5}").applyTo(guard);
        assertThat(breaker.settings().keys()).isEqualTo(5);
        assertThat(breaker.of("a", 0)).isSameAs(onOff);
    }

    @Test
    void endpoints_that_stay_are_the_same_and_know_what_they_knew() {
        Guard guard = guard("balance: {endpoints: [a, b]}");
        var balancer = the(guard.balancer());
        Endpoint kept = balancer.endpoints().get(1);
        Endpoint picked =
                the(balancer.pick(0, random, null, balancer.endpoints().get(0)));
        assertThat(picked).isSameAs(kept);

        settings("balance: {endpoints: [b, c], strategy: round-robin}").applyTo(guard);

        assertThat(guard.balancer()).isSameAs(balancer);
        assertThat(balancer.endpoints()).extracting(Endpoint::name).containsExactly("b", "c");
        assertThat(balancer.endpoints().getFirst()).isSameAs(kept);
        assertThat(kept.inFlight()).isEqualTo(1);
        assertThat(balancer.settings().strategy()).hasToString("ROUND_ROBIN");

        settings("balance: {subset: 1}").applyTo(guard);
        assertThat(balancer.endpoints())
                .as("those that the application told, where the file names none")
                .hasSize(2);
        assertThat(balancer.settings().subset()).isNotNull();
    }

    @Test
    void throttle_rate_limit_and_hedges_keep_what_they_counted() {
        Guard guard =
                guard("{throttle: {min-rate: 0/s, patience: 0s}, rate-limit: {rate: 1/s, burst: 5}, hedge: standard}");
        var throttle = the(guard.throttle());
        for (int i = 0; i < 100; i++) {
            throttle.tryPass(S, random);
            throttle.ended(Outcome.THROTTLED, S);
        }
        double share = throttle.dropShare(S);
        the(guard.rateLimit()).tryAcquire("tenant", 4, S);
        the(guard.hedge()).tryTake();
        long tokens = the(guard.hedge()).available();

        settings("{throttle: {min-rate: 0/s, patience: 0s, max-drop-share: 95%}, rate-limit: {rate: 2/s, burst: 5}, "
                        + "hedge: {share: 1%}}")
                .applyTo(guard);

        assertThat(the(guard.throttle()).dropShare(S))
                .isGreaterThanOrEqualTo(share)
                .isPositive();
        assertThat(the(guard.rateLimit()).tryAcquire("tenant", 4, S)).isFalse();
        assertThat(the(guard.rateLimit()).settings().each().perSecond()).isEqualTo(2);
        assertThat(the(guard.hedge()).available()).isEqualTo(tokens);
        assertThat(the(guard.hedge()).settings().share()).isEqualTo(0.01);
    }

    @Test
    void what_is_new_comes_and_what_is_gone_goes() {
        Guard guard = guard("{retry: standard, throttle: standard, balance: {endpoints: [a]}, breaker: standard}");

        settings("{deadline: 1s, hedge: standard, rate-limit: 5/s, limit: 3}").applyTo(guard);

        assertThat(guard.retry()).isNull();
        assertThat(guard.throttle()).isNull();
        assertThat(guard.balancer()).isNull();
        assertThat(guard.breaker()).isNull();
        assertThat(guard.hedge()).isNotNull();
        assertThat(guard.rateLimit()).isNotNull();
        assertThat(the(guard.limit()).limit()).isEqualTo(3);
    }

    @Test
    void the_next_call_goes_by_it() throws Exception {
        Guard guard = guard("{}");
        assertThat(guard.call(() -> 1)).isEqualTo(1);

        settings("rate-limit: {rate: 1/h, burst: 1}").applyTo(guard);

        assertThat(guard.call(() -> 2)).isEqualTo(2);
        assertThatThrownBy(() -> guard.call(() -> 3)).isInstanceOf(CallDroppedException.class);
    }

    @Test
    void what_no_file_says_stays() {
        Classifier classifier = Classifier.standard().with(IllegalStateException.class, Outcome.THROTTLED);
        Guard guard =
                settings("timeout: 1s").newGuard("a").classifier(classifier).build();

        settings("timeout: 2s").applyTo(guard);

        assertThat(guard.classifier()).isSameAs(classifier);
    }
}
