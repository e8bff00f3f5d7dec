package io.goodput.config.policy.client;

import io.goodput.Range;
import io.goodput.balance.Balancer;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.RateLimit;
import io.goodput.lint.LintRule;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link Guard} as a block of YAML gives them. What the block leaves out, the guard does without:
 * nothing is added that is not written.
 *
 * <pre>{@code
 * deadline: 2s
 * timeout: 300ms
 * retry: {attempts: 3, backoff: {base: 50ms}, budget: {capacity: 10, deposit: 0.1}}
 * breaker: standard
 * limit: 20
 * }</pre>
 *
 * @param deadline of the whole call, if it has one
 * @param timeout of each attempt, if it has one
 * @param throttle what holds calls back while the dependency refuses many, if anything does
 * @param rateLimit what bounds the rate of each tenant, if anything does
 * @param retry how it tries again, if it does
 * @param hedge how it sends a second attempt beside a slow first one, if it does
 * @param balance what chooses the endpoint of an attempt, if anything does
 * @param breaker what holds back attempts at what fails, if anything does
 * @param limit what bounds the attempts in flight, if anything does
 * @param accept what is dangerous in these, and is so on purpose
 */
public record GuardSettings(
        @Nullable Duration deadline,
        @Nullable Duration timeout,
        ClientThrottle.@Nullable Settings throttle,
        RateLimit.@Nullable Settings rateLimit,
        RetryPolicy.@Nullable Settings retry,
        HedgePolicy.@Nullable Settings hedge,
        @Nullable BalanceSettings balance,
        KeyedBreaker.@Nullable Settings breaker,
        ConcurrencyLimit.@Nullable Settings limit,
        Set<LintRule> accept) {
    /** No policy at all. */
    public static final GuardSettings NONE =
            new GuardSettings(null, null, null, null, null, null, null, null, null, Set.of());

    /** What the deadline and the timeout may be. */
    public static final Range<Duration> TIMES = new Range<>(Duration.ofNanos(1), Durations.MAX);

    private static final Codec<Duration> TIME = Decoders.duration(TIMES);
    private static final Field<GuardSettings, Duration> DEADLINE =
            Field.of("deadline", TIME, GuardSettings::deadline).about("Of the whole call, waits included");
    private static final Field<GuardSettings, Duration> TIMEOUT =
            Field.of("timeout", TIME, GuardSettings::timeout).about("Of each attempt");
    private static final Field<GuardSettings, ClientThrottle.Settings> THROTTLE = Field.of(
                    "throttle", ThrottleBlock.CODEC, GuardSettings::throttle)
            .about("Holds a share of the calls back while the dependency refuses many");
    private static final Field<GuardSettings, RateLimit.Settings> RATE_LIMIT = Field.of(
                    "rate-limit", RateLimitBlock.CODEC, GuardSettings::rateLimit)
            .about("For each tenant");
    private static final Field<GuardSettings, RetryPolicy.Settings> RETRY =
            Field.of("retry", RetryBlock.CODEC, GuardSettings::retry).about("How it tries again");
    private static final Field<GuardSettings, HedgePolicy.Settings> HEDGE = Field.of(
                    "hedge", HedgeBlock.CODEC, GuardSettings::hedge)
            .about("A second attempt beside a slow first one, of calls declared idempotent only");
    private static final Field<GuardSettings, BalanceSettings> BALANCE = Field.of(
                    "balance", BalanceSettings.CODEC, GuardSettings::balance)
            .about("What chooses the endpoint of an attempt");
    private static final Field<GuardSettings, KeyedBreaker.Settings> BREAKER = Field.of(
                    "breaker", BreakerBlock.CODEC, GuardSettings::breaker)
            .about("What holds back attempts at what fails");
    private static final Field<GuardSettings, ConcurrencyLimit.Settings> LIMIT =
            Field.of("limit", LimitBlock.CODEC, GuardSettings::limit).about("What bounds the attempts in flight");
    private static final Field<GuardSettings, Set<LintRule>> ACCEPT = Field.of(
                    "accept",
                    LintRuleWords.CODEC,
                    (GuardSettings guard) -> guard.accept.isEmpty() ? null : guard.accept)
            .about("What a check finds dangerous here, and is so on purpose");

    /**
     * The keys {@code deadline}, {@code timeout}, {@code throttle}, {@code rate-limit}, {@code retry}, {@code hedge},
     * {@code balance}, {@code breaker}, {@code limit} and {@code accept}, all optional.
     */
    public static final Codec<GuardSettings> CODEC = BlockCodec.of(
                    "a guard such as {timeout: 300ms, retry: {attempts: 3}}",
                    GuardSettings::decode,
                    DEADLINE,
                    TIMEOUT,
                    THROTTLE,
                    RATE_LIMIT,
                    RETRY,
                    HEDGE,
                    BALANCE,
                    BREAKER,
                    LIMIT,
                    ACCEPT)
            .defined("guard");

    /** Refuses a time that is none. */
    public GuardSettings {
        accept = Set.copyOf(accept);
        if (deadline != null) {
            TIMES.check("deadline", deadline);
        }
        if (timeout != null) {
            TIMES.check("timeout", timeout);
        }
    }

    private static GuardSettings decode(Block block) {
        return new GuardSettings(
                block.find(DEADLINE),
                block.find(TIMEOUT),
                block.find(THROTTLE),
                block.find(RATE_LIMIT),
                block.find(RETRY),
                block.find(HEDGE),
                block.find(BALANCE),
                block.find(BREAKER),
                block.find(LIMIT),
                Objects.requireNonNullElse(block.find(ACCEPT), Set.of()));
    }

    /** These settings, and the others' where these say nothing. */
    public GuardSettings orElse(GuardSettings others) {
        return new GuardSettings(
                either(deadline, others.deadline),
                either(timeout, others.timeout),
                either(throttle, others.throttle),
                either(rateLimit, others.rateLimit),
                either(retry, others.retry),
                either(hedge, others.hedge),
                either(balance, others.balance),
                either(breaker, others.breaker),
                either(limit, others.limit),
                both(accept, others.accept));
    }

    private static <T> @Nullable T either(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }

    private static Set<LintRule> both(Set<LintRule> own, Set<LintRule> others) {
        Set<LintRule> all = new HashSet<>(own);
        all.addAll(others);
        return all;
    }

    /** A builder of guards with these settings. Each call makes state of its own: a budget that starts full. */
    public GuardBuilder newGuard(String name) {
        GuardBuilder guard = Guard.builder(name);
        set(guard, Guard.builder(name).build());
        return guard.accept(accept.toArray(LintRule[]::new));
    }

    /**
     * Changes a guard in place, from the next call on. A policy that it has and is to have keeps its state: what is in
     * the budget, in flight and learnt, the share that a breaker lets through, what is known of the endpoints that
     * stay. One that is new starts from its beginning, one that is left out goes. Of what a file does not say
     * (classifier, listeners, random, timers) nothing changes.
     *
     * <p>No call mixes old and new terms of its own: the deadline, the timeout, the attempts, the backoff and the
     * outcomes of retries, the delay and number of hedges, and which policies there are at all, are those of its
     * beginning, to its end. What calls share, the tokens, rates, breakers, limits and endpoints, is changed right
     * before that, one policy after the other: each of their decisions goes by the old settings or by the new, also for
     * calls under way.
     *
     * <p>Breakers start anew if they are of another kind, or for another number of keys.
     */
    public void applyTo(Guard guard) {
        guard.change(builder -> set(builder, guard));
    }

    private void set(GuardBuilder builder, Guard before) {
        builder.deadline(deadline)
                .attemptTimeout(timeout)
                .throttle(Changed.of(before.throttle(), throttle, ClientThrottle::new, ClientThrottle::change))
                .rateLimit(Changed.of(before.rateLimit(), rateLimit, RateLimit::new, RateLimit::change))
                .retry(Changed.copyOf(before.retry(), retry, RetryPolicy::new, RetryPolicy::changed))
                .hedge(Changed.copyOf(before.hedge(), hedge, HedgePolicy::new, HedgePolicy::changed))
                .balancer(Changed.of(
                        before.balancer(),
                        balance,
                        BalanceSettings::newBalancer,
                        (Balancer balancer, BalanceSettings settings) -> settings.applyTo(balancer)))
                .breaker(Changed.of(before.breaker(), breaker, KeyedBreaker::new, KeyedBreaker::change))
                .limit(Changed.of(before.limit(), limit, ConcurrencyLimit::new, ConcurrencyLimit::change));
    }

    /** The same with another deadline, or none. */
    public GuardSettings withDeadline(@Nullable Duration other) {
        return new GuardSettings(other, timeout, throttle, rateLimit, retry, hedge, balance, breaker, limit, accept);
    }

    /** The same with another timeout, or none. */
    public GuardSettings withTimeout(@Nullable Duration other) {
        return new GuardSettings(deadline, other, throttle, rateLimit, retry, hedge, balance, breaker, limit, accept);
    }

    /** The same with another throttle, or none. */
    public GuardSettings withThrottle(ClientThrottle.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, other, rateLimit, retry, hedge, balance, breaker, limit, accept);
    }

    /** The same with another rate limit, or none. */
    public GuardSettings withRateLimit(RateLimit.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, throttle, other, retry, hedge, balance, breaker, limit, accept);
    }

    /** The same with other retries, or none. */
    public GuardSettings withRetry(RetryPolicy.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, other, hedge, balance, breaker, limit, accept);
    }

    /** The same with other hedges, or none. */
    public GuardSettings withHedge(HedgePolicy.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, retry, other, balance, breaker, limit, accept);
    }

    /** The same with another balancer, or none. */
    public GuardSettings withBalance(@Nullable BalanceSettings other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, retry, hedge, other, breaker, limit, accept);
    }

    /** The same with another breaker, or none. */
    public GuardSettings withBreaker(KeyedBreaker.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, retry, hedge, balance, other, limit, accept);
    }

    /** The same with another limit, or none. */
    public GuardSettings withLimit(ConcurrencyLimit.@Nullable Settings other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, retry, hedge, balance, breaker, other, accept);
    }

    /** The same, with these dangers accepted. */
    public GuardSettings withAccept(Set<LintRule> other) {
        return new GuardSettings(deadline, timeout, throttle, rateLimit, retry, hedge, balance, breaker, limit, other);
    }

    /** The same without a limit. */
    public GuardSettings withoutLimit() {
        return withLimit(null);
    }
}
