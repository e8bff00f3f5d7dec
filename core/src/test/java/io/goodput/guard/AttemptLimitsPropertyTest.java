package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What limits attempts limits all of them: first ones, retries and hedges alike. */
class AttemptLimitsPropertyTest {
    private static final long MILLI = 1_000_000;
    private static final double SECOND = 1e9;
    private static final Duration LONGEST_PACE = Duration.ofMillis(200);

    @Property(tries = 60)
    void no_attempt_of_any_kind_passes_by_the_adaptive_rate(@ForAll int seed) {
        var rate = new AdaptiveRate(new AdaptiveRate.Settings(LONGEST_PACE));
        var client = new Client(seed, 14) {
            private double allowed;
            private double fastest;
            private int begunPaced;

            @Override
            void timePassed(long nanos) {
                if (Double.isFinite(rate.rate())) {
                    allowed += rate.rate() * nanos / SECOND;
                    fastest = Math.max(fastest, rate.rate());
                }
            }

            @Override
            void attemptBegan() {
                begunPaced += Double.isFinite(rate.rate()) ? 1 : 0;
                assertThat((double) begunPaced)
                        .isLessThanOrEqualTo(allowed + fastest * LONGEST_PACE.toNanos() / SECOND + IN_HAND);
            }
        };
        client.retry = RetryPolicy.builder().attempts(3).adaptiveRate(rate).build();

        client.run();

        assertThat(rate.rate()).as("it was throttled").isFinite();
        client.checkKinds();
    }

    @Property(tries = 60)
    void no_attempt_of_any_kind_passes_by_the_concurrency_limit(@ForAll int seed) {
        var three = new ConcurrencyLimit(new FixedLimit(3));
        var client = new Client(seed, 1_000) {
            @Override
            void attemptBegan() {
                assertThat(inFlight.size()).isLessThanOrEqualTo(3).isEqualTo(three.inFlight());
            }
        };
        client.limit = three;

        client.run();

        assertThat(three.inFlight()).isZero();
        client.checkKinds();
    }

    @Property(tries = 60)
    void no_attempt_of_any_kind_passes_by_an_open_breaker(@ForAll int seed) {
        var breaker = KeyedBreaker.of(new CircuitBreaker.Settings(
                0.5, 20, 10, Duration.ofMillis(500), 2, Set.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED)));
        var whole = (CircuitBreaker) breaker.whole();
        var client = new Client(seed, 10) {
            @Override
            void attemptBegan() {
                assertThat(whole.state()).isNotEqualTo(CircuitBreaker.State.OPEN);
            }
        };
        client.breaker = breaker;

        client.run();

        assertThat(whole.dropped()).as("it opened").isPositive();
        client.checkKinds();
    }

    /**
     * Sends 30 calls a second and 5 in turn for 40 s, with hedges and retries, to a dependency that throttles what is
     * more than so many a second, and now and then fails or is slow. The driver of its calls is a queue of what happens
     * when.
     */
    private abstract static class Client {
        /** Attempts that may be on their way to be sent when the first throttle comes. */
        static final int IN_HAND = 10;

        private static final int SECONDS = 40;

        RetryPolicy retry = RetryPolicy.builder().attempts(3).build();

        @Nullable ConcurrencyLimit limit;

        @Nullable KeyedBreaker breaker;

        final Set<Object> inFlight = new HashSet<>();
        private final PriorityQueue<Event> events = new PriorityQueue<>();
        private final SplittableRandom chance;
        private final double perSecond;
        private double tokens;
        private long now;
        private int hedges;
        private int retries;

        private record Event(long at, int order, Runnable what) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                return at == other.at ? Integer.compare(order, other.order) : Long.compare(at, other.at);
            }
        }

        private record InFlightAttempt(GuardedCall call, int number) {}

        Client(int seed, double perSecond) {
            this.chance = new SplittableRandom(seed);
            this.perSecond = perSecond;
        }

        void timePassed(@SuppressWarnings("unused") long nanos) {}

        abstract void attemptBegan();

        private int scheduled;

        private void at(long when, Runnable what) {
            events.add(new Event(when, scheduled++, what));
        }

        void run() {
            GuardBuilder builder = Guard.builder("limited")
                    .attemptTimeout(Duration.ofMillis(400))
                    .deadline(Duration.ofSeconds(3))
                    .random(chance.split())
                    .hedge(new HedgePolicy(
                            new HedgePolicy.Settings(1, 1_000, new HedgeDelay.Fixed(Duration.ofMillis(30)), 2)))
                    .retry(retry);
            if (limit != null) {
                builder.limit(limit);
            }
            if (breaker != null) {
                builder.breaker(breaker);
            }
            Guard guard = builder.build();
            for (int second = 0; second < SECONDS; second++) {
                for (int call = 0, calls = second % 2 == 0 ? 30 : 5; call < calls; call++) {
                    at((long) (SECOND * (second + call / (double) calls)), () -> begin(guard.newCall()));
                }
            }
            while (!events.isEmpty()) {
                Event event = events.remove();
                long passed = event.at - now;
                timePassed(passed);
                tokens = Math.min(perSecond / 2, tokens + perSecond * passed / SECOND);
                now = event.at;
                event.what.run();
            }
        }

        private void begin(GuardedCall call) {
            follow(call, call.start(now, CallOptions.NONE.idempotently(), CallContext.NONE));
        }

        private void follow(GuardedCall call, Step first) {
            Step step = first;
            while (step == Step.BEGIN || step == Step.CANCEL) {
                var attempt = new InFlightAttempt(call, call.attempt());
                if (step == Step.BEGIN) {
                    send(attempt, call.described().hedge());
                } else {
                    inFlight.remove(attempt);
                }
                step = call.next(now);
            }
            if (step == Step.WAIT && call.wakeAt() != Long.MAX_VALUE) {
                at(call.wakeAt(), () -> follow(call, call.timerFired(now)));
            }
        }

        private void send(InFlightAttempt attempt, boolean hedge) {
            hedges += hedge ? 1 : 0;
            retries += !hedge && attempt.number > 1 ? 1 : 0;
            inFlight.add(attempt);
            attemptBegan();
            Outcome outcome = answer();
            long latency = MILLI * (chance.nextInt(10) == 0 ? 500 : 20 + chance.nextInt(60));
            at(now + latency, () -> {
                if (inFlight.remove(attempt)) {
                    follow(attempt.call, attempt.call.attemptEnded(attempt.number, outcome, now));
                }
            });
        }

        private Outcome answer() {
            if (tokens < 1) {
                return Outcome.THROTTLED;
            }
            tokens--;
            return chance.nextInt(20) == 0 ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS;
        }

        void checkKinds() {
            assertThat(hedges).as("hedges").isPositive();
            assertThat(retries).as("retries").isPositive();
        }
    }
}
