package io.goodput.breaker;

import static io.goodput.breaker.CircuitBreaker.State.CLOSED;
import static io.goodput.breaker.CircuitBreaker.State.HALF_OPEN;
import static io.goodput.breaker.CircuitBreaker.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.breaker.BreakerEvent.ShareChanged;
import io.goodput.breaker.BreakerEvent.StateChanged;
import io.goodput.guard.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BreakerEventTest {
    private static final long SECOND = 1_000_000_000;

    private final RandomGenerator random = new SplittableRandom(1);
    private final List<BreakerEvent> heard = new ArrayList<>();

    @Test
    void a_circuit_breaker_tells_each_change_of_its_state_once() {
        var breaker = new CircuitBreaker(CircuitBreaker.Settings.STANDARD
                .withCalls(2, 2)
                .withOpen(Duration.ofSeconds(1))
                .withProbes(1));
        breaker.listen(heard::add);

        breaker.ended(Outcome.TIMEOUT, 0, 1);
        breaker.ended(Outcome.TIMEOUT, 0, 2);
        breaker.ended(Outcome.TIMEOUT, 0, 3);
        assertThat(breaker.tryPass(3, random)).isFalse();
        assertThat(breaker.tryPass(2 + SECOND, random)).isTrue();
        breaker.ended(Outcome.SUCCESS, 2 + SECOND, 3 + SECOND);

        assertThat(heard)
                .containsExactly(
                        new StateChanged(null, CLOSED, OPEN, 2),
                        new StateChanged(null, OPEN, HALF_OPEN, 2 + SECOND),
                        new StateChanged(null, HALF_OPEN, CLOSED, 3 + SECOND));
    }

    @Test
    void a_proportional_breaker_tells_the_share_it_lets_through_when_that_changes() {
        var breaker = new ProportionalBreaker(
                ProportionalBreaker.Settings.STANDARD.withMinCalls(1).withSteps(0.5, 0.25));
        breaker.listen(heard::add);

        window(breaker, Outcome.SUCCESS, 0);
        window(breaker, Outcome.TIMEOUT, 2 * SECOND);
        window(breaker, Outcome.SUCCESS, 4 * SECOND);

        assertThat(heard)
                .containsExactly(
                        new ShareChanged(null, 1, 0.5, 1, 3 * SECOND),
                        new ShareChanged(null, 0.5, 0.75, 0, 5 * SECOND));
    }

    @Test
    void breakers_by_key_say_whose_they_are() {
        var breakers = KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(1, 1));
        breakers.listen(heard::add);

        breakers.of("shard 7", 0).ended(Outcome.TIMEOUT, 0, 1);
        breakers.whole().ended(Outcome.TIMEOUT, 0, 2);

        assertThat(heard)
                .containsExactly(new StateChanged("shard 7", CLOSED, OPEN, 1), new StateChanged(null, CLOSED, OPEN, 2));
    }

    @Test
    void the_text_of_an_event_says_whose_breaker_it_is() {
        var breakers = KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(1, 1));
        breakers.listen(heard::add);
        Guard.builder("inventory").breaker(breakers).build();
        Guard.builder("payments").breaker(breakers).build();

        breakers.of("shard 7", 0).ended(Outcome.TIMEOUT, 0, 1);
        breakers.whole().ended(Outcome.TIMEOUT, 0, 2);
        heard.add(new ShareChanged(null, 1, 0.25, 2 / 3.0, 3));

        assertThat(heard)
                .extracting(BreakerEvent::toString)
                .containsExactly(
                        "inventory: breaker of shard 7: CLOSED to OPEN",
                        "inventory: breaker: CLOSED to OPEN",
                        "breaker: 25 % of the calls let through (before: 100 %, failing: 66.7 %)");
        assertThat(heard).extracting(BreakerEvent::guard).containsExactly("inventory", "inventory", null);
    }

    @Test
    void breakers_of_another_kind_tell_those_who_listened_before() {
        var breakers = KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD);
        breakers.listen(heard::add);

        breakers.change(breakers.settings().withEach(CircuitBreaker.Settings.STANDARD.withCalls(1, 1)));
        breakers.of("a", 0).ended(Outcome.TIMEOUT, 0, 1);

        assertThat(heard).containsExactly(new StateChanged("a", CLOSED, OPEN, 1));
    }

    @Test
    void who_has_closed_the_subscription_hears_no_more() {
        var breaker = new CircuitBreaker(CircuitBreaker.Settings.STANDARD.withCalls(1, 1));
        breaker.listen(heard::add).close();

        breaker.ended(Outcome.TIMEOUT, 0, 1);

        assertThat(heard).isEmpty();
    }

    @Test
    void prints_what_a_person_wants_to_know() {
        assertThat(new CircuitBreaker(CircuitBreaker.Settings.STANDARD))
                .hasToString(
                        "CircuitBreaker[CLOSED, dropped=0, Settings[threshold=0.5, calls=100, minCalls=100, open=1m,"
                                + " probes=10, failures=[TRANSIENT_FAILURE, THROTTLED, TIMEOUT]]]");
    }

    /** Calls that end so, from then for a second. */
    private static void window(Breaker breaker, Outcome outcome, long from) {
        breaker.ended(outcome, from, from);
        breaker.ended(outcome, from, from + SECOND);
    }
}
