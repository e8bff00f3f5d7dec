package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Whatever is reported, in whatever order, sensible or not. */
class GuardedCallPropertyTest {
    enum What {
        ENDED,
        ENDED_BEFORE_LAST,
        TIMER,
        GIVEN_UP
    }

    record Event(What what, Outcome outcome, @Nullable Duration retryAfter, long later) {}

    @Property(tries = 20_000)
    void no_story_makes_a_call_end_twice_or_go_on_after_its_end(
            @ForAll("stories") List<Event> story,
            @ForAll @IntRange(min = 1, max = 4) int attempts,
            @ForAll @LongRange(min = 0, max = 100) long wait,
            @ForAll @LongRange(min = 1, max = 1_000) long deadline,
            @ForAll @LongRange(min = 1, max = 300) long timeout,
            @ForAll @IntRange(min = 1, max = 3) int capacity) {
        var budget = RetryBudget.of(capacity, 0);
        Guard guard = Guard.builder("property")
                .deadline(Duration.ofNanos(deadline))
                .attemptTimeout(Duration.ofNanos(timeout))
                .random(new SplittableRandom(1))
                .retry(RetryPolicy.builder()
                        .attempts(attempts)
                        .budget(budget)
                        .backoff(Backoff.exponential(Duration.ofNanos(wait), Duration.ofNanos(500))
                                .withJitter(Jitter.EQUAL))
                        .build())
                .build();
        var driver = new Driver(guard.newCall(), attempts, deadline);

        driver.follow(driver.call.start(0, Deadline.NONE));
        for (Event event : story) {
            driver.report(event);
        }
        for (int i = 0; i < 2 * attempts && !driver.finished; i++) {
            driver.now = Math.max(driver.now, driver.call.wakeAt());
            driver.follow(driver.call.timerFired(driver.now));
        }

        assertThat(driver.finished).as("the call ends").isTrue();
        assertThat(budget.available())
                .as("every retry that was sent is paid for, and no other")
                .isEqualTo((capacity - (driver.begun - 1)) * RetryBudget.TOKEN);
    }

    @Provide
    Gen<List<Event>> stories() {
        Gen<What> whats = Gen.frequency(
                new Gen.Weighted<>(5, Gen.just(What.ENDED)),
                new Gen.Weighted<>(2, Gen.just(What.ENDED_BEFORE_LAST)),
                new Gen.Weighted<>(5, Gen.just(What.TIMER)),
                new Gen.Weighted<>(1, Gen.just(What.GIVEN_UP)));
        Gen<@Nullable Duration> hints =
                Gen.of(Duration.ZERO, Duration.ofNanos(60)).orNull(0.5);
        Gen<Long> times = Gen.oneOf(Gen.just(0L), Gen.longs(1, 120), Gen.longs(1, 1_000));
        Gen<Outcome> outcomes = Gen.of(Outcome.values());
        Gen<Event> event = choices ->
                new Event(whats.from(choices), outcomes.from(choices), hints.from(choices), times.from(choices));
        return event.list(0, 20);
    }

    /** Does what it is told, and checks that it may be told so. */
    private static final class Driver {
        private final GuardedCall call;
        private final int most;
        private final long deadline;
        private long now;
        private int begun;
        private boolean running;
        private boolean finished;

        Driver(GuardedCall call, int most, long deadline) {
            this.call = call;
            this.most = most;
            this.deadline = deadline;
        }

        void report(Event event) {
            now += event.later;
            switch (event.what) {
                case ENDED -> {
                    running = false;
                    follow(call.attemptEnded(call.attempt(), event.outcome, event.retryAfter, now));
                }
                case ENDED_BEFORE_LAST ->
                    follow(call.attemptEnded(call.attempt() - 1, event.outcome, event.retryAfter, now));
                case TIMER -> follow(call.timerFired(now));
                case GIVEN_UP -> follow(call.callerCancelled(now));
            }
        }

        void follow(Step first) {
            Step step = first;
            while (step == Step.BEGIN || step == Step.CANCEL) {
                assertThat(finished).as("%s after the end", step).isFalse();
                if (step == Step.BEGIN) {
                    assertThat(running).as("one attempt at a time").isFalse();
                    assertThat(now).as("an attempt begins in time").isLessThan(deadline);
                    begun++;
                    running = true;
                } else {
                    running = false;
                }
                assertThat(call.attempt()).isEqualTo(begun).isLessThanOrEqualTo(most);
                step = call.next(now);
            }
            if (step == Step.FINISH) {
                assertThat(finished).as("ends once").isFalse();
                finished = true;
            }
            if (finished) {
                assertThat(call.wakeAt()).isEqualTo(Long.MAX_VALUE);
            } else {
                assertThat(call.wakeAt()).as("never waits beyond the deadline").isLessThanOrEqualTo(deadline);
            }
        }
    }
}
