package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.NameRule;
import io.goodput.Nanos;
import io.goodput.Timers;
import io.goodput.balance.Balancer;
import io.goodput.bounds.Expected;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.RateLimit;
import io.goodput.lint.Finding;
import io.goodput.lint.LintRule;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Guard}, or {@linkplain Guard#change changes} one. Null takes a time or a policy away; what a guard
 * cannot be without is refused at once.
 */
public final class GuardBuilder {
    long deadlineNanos = Long.MAX_VALUE;
    long attemptTimeoutNanos = Long.MAX_VALUE;

    @Nullable ClientThrottle throttle;

    @Nullable RateLimit rateLimit;

    @Nullable RetryPolicy retry;

    @Nullable HedgePolicy hedge;

    @Nullable Balancer balancer;

    @Nullable KeyedBreaker breaker;

    @Nullable ConcurrencyLimit limit;

    @Nullable AttemptContext attemptContext;

    Classifier classifier = Classifier.standard();
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    final List<Consumer<? super GuardEvent>> listeners = new ArrayList<>();

    private final String name;
    private final boolean changes;
    private final Set<LintRule> accepted = EnumSet.noneOf(LintRule.class);
    private Drivers drivers = Drivers.system();

    GuardBuilder(String name) {
        this.name = NameRule.WORD.check("name", name);
        this.changes = false;
    }

    GuardBuilder(String name, Policies before) {
        this.name = name;
        this.changes = true;
        this.deadlineNanos = before.deadlineNanos;
        this.attemptTimeoutNanos = before.attemptTimeoutNanos;
        this.throttle = before.callGate.throttle();
        this.rateLimit = before.callGate.rateLimit();
        this.retry = before.retry;
        this.hedge = before.hedge;
        this.balancer = before.attemptGate.balancer();
        this.breaker = before.attemptGate.breaker();
        this.limit = before.attemptGate.limit();
        this.classifier = before.classifier;
        this.random = before.random;
        this.attemptContext = before.attemptContext;
    }

    /** Time for the whole call, retries and waits included. Default: none. */
    public GuardBuilder deadline(@Nullable Duration time) {
        this.deadlineNanos = positive("deadline", time);
        return this;
    }

    /** Time for each attempt; never longer than what is left of the deadline. Default: none. */
    public GuardBuilder attemptTimeout(@Nullable Duration time) {
        this.attemptTimeoutNanos = positive("attemptTimeout", time);
        return this;
    }

    /** Holds a share of the calls back while the dependency refuses many. Default: none is held back. */
    public GuardBuilder throttle(@Nullable ClientThrottle throttle) {
        this.throttle = throttle;
        return this;
    }

    /** Bounds the rate of calls for each {@linkplain CallContext#tenant tenant}. Default: nothing does. */
    public GuardBuilder rateLimit(@Nullable RateLimit rateLimit) {
        this.rateLimit = rateLimit;
        return this;
    }

    /** How to try again. Default: not at all. */
    public GuardBuilder retry(@Nullable RetryPolicy retry) {
        this.retry = retry;
        return this;
    }

    /**
     * How to send another attempt beside a slow one, of calls that are {@linkplain CallOptions#idempotently
     * idempotent}. Default: not at all.
     */
    public GuardBuilder hedge(@Nullable HedgePolicy hedge) {
        this.hedge = hedge;
        return this;
    }

    /**
     * Chooses the endpoint of each attempt; the task finds it in its {@link Attempt}. The shard of a call is that of
     * its tenant, or else of its key. Default: none is chosen.
     */
    public GuardBuilder balancer(@Nullable Balancer balancer) {
        this.balancer = balancer;
        return this;
    }

    /**
     * Holds back attempts at what fails: of each {@linkplain CallOptions#key key}, or else of each endpoint, or else of
     * the whole dependency, by itself. Default: nothing does.
     */
    public GuardBuilder breaker(@Nullable KeyedBreaker breaker) {
        this.breaker = breaker;
        return this;
    }

    /** Bounds the attempts in flight. Default: nothing does. */
    public GuardBuilder limit(@Nullable ConcurrencyLimit limit) {
        this.limit = limit;
        return this;
    }

    /** What answers and exceptions mean. Default: {@link Classifier#standard()}. */
    public GuardBuilder classifier(Classifier classifier) {
        this.classifier = present("classifier", classifier);
        return this;
    }

    /**
     * Where jitter and chance are drawn from: safe for the threads that use the guard. Default: a generator for each
     * thread, seeded at random.
     */
    public GuardBuilder random(RandomGenerator random) {
        this.random = present("random", random);
        return this;
    }

    /** Gives each attempt a context of its own, such as {@link AttemptContext#SPANS}. Default: it has its call's. */
    public GuardBuilder attemptContext(@Nullable AttemptContext attemptContext) {
        this.attemptContext = attemptContext;
        return this;
    }

    /** Hears what the guard does, besides those that do already: see {@link Guard#listen}. Default: nobody does. */
    public GuardBuilder listener(Consumer<? super GuardEvent> listener) {
        this.listeners.add(present("listener", listener));
        return this;
    }

    /** What {@link Guard#call} and {@link Guard#callAsync} tell the time by, and wait with. Default: real time. */
    public GuardBuilder timers(Timers timers) {
        if (changes) {
            throw new IllegalStateException(name + ": the timers of a guard do not change");
        }
        this.drivers = Drivers.of(present("timers", timers));
        return this;
    }

    /** What {@link #check} does not speak of, for it is so on purpose. Default: nothing. */
    public GuardBuilder accept(LintRule... rules) {
        accepted.addAll(List.of(rules));
        return this;
    }

    /**
     * What is dangerous in what it has been given so far, though {@link #build} would take it; empty if nothing is. The
     * lab shows each of these fail, and each names the page that says how to mend it. What is {@linkplain #accept
     * accepted} is left out.
     *
     * <pre>{@code
     * assertThat(Inventory.newGuard().check()).isEmpty();
     * }</pre>
     */
    public List<Finding> check() {
        return new GuardRules(name, this)
                .findings().stream()
                        .filter(finding -> !accepted.contains(finding.rule()))
                        .toList();
    }

    /** The guard. */
    public Guard build() {
        var guard = new Guard(name, drivers, policies(false));
        listeners.forEach(guard::listen);
        return guard;
    }

    Policies policies(boolean heard) {
        if (breaker != null) {
            breaker.joinGuard(name);
        }
        return new Policies(this, heard);
    }

    private static <T> T present(String what, @Nullable T given) {
        if (given == null) {
            throw Expected.refused(what, null, "not null");
        }
        return given;
    }

    private static long positive(String what, @Nullable Duration time) {
        return time == null ? Long.MAX_VALUE : Nanos.of(Expected.positive(what, time));
    }
}
