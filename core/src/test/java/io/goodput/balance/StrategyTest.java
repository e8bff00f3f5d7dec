package io.goodput.balance;

import static io.goodput.balance.Fixture.MILLI;
import static io.goodput.balance.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {
    private static Fixture of(Strategy strategy, int endpoints) {
        return new Fixture(Settings.STANDARD.withEjection(null).withStrategy(strategy), endpoints);
    }

    @Test
    void round_robin_gives_each_endpoint_the_same_number_of_calls() {
        assertThat(of(Strategy.ROUND_ROBIN, 7).picks(700)).containsOnly(100);
    }

    @Test
    void least_in_flight_picks_one_of_those_with_the_fewest_calls_and_each_of_them() {
        Fixture fixture = of(Strategy.LEAST_IN_FLIGHT, 5);
        fixture.endpoint(1).started();
        fixture.endpoint(3).started();

        int[] counts = fixture.picks(3_000);

        assertThat(new int[] {counts[1], counts[3]}).containsOnly(0);
        assertThat(List.of(counts[0], counts[2], counts[4])).allMatch(count -> count > 900 && count < 1_100);
    }

    @Test
    void least_in_flight_spreads_calls_evenly() {
        Fixture fixture = of(Strategy.LEAST_IN_FLIGHT, 5);
        for (int i = 0; i < 50; i++) {
            fixture.pick();
        }

        assertThat(fixture.balancer.endpoints()).allMatch(endpoint -> endpoint.inFlight() == 10);
    }

    @Test
    void power_of_two_never_picks_the_worst_of_all() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 4);
        for (int i = 0; i < 4; i++) {
            fixture.call(i, Outcome.SUCCESS, (i == 2 ? 50 : 10) * MILLI);
        }

        for (int i = 0; i < 100; i++) {
            Endpoint picked = fixture.pick();
            assertThat(picked).isNotSameAs(fixture.endpoint(2));
            fixture.end(picked, Outcome.CANCELLED, 0);
        }
    }

    @Test
    void power_of_two_weighs_latency_by_calls_in_flight() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 10 * MILLI);
        fixture.call(1, Outcome.SUCCESS, 35 * MILLI);

        // 10, 20 and 30 ms are less than 35, 40 ms are not.
        for (int i = 0; i < 3; i++) {
            assertThat(fixture.pick()).isSameAs(fixture.endpoint(0));
        }
        assertThat(fixture.pick()).isSameAs(fixture.endpoint(1));
    }

    @Test
    void a_new_endpoint_is_tried_by_one_call_at_a_time() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 10 * MILLI);

        Endpoint first = fixture.pick();
        Endpoint second = fixture.pick();

        assertThat(first).isSameAs(fixture.endpoint(1));
        assertThat(second).isSameAs(fixture.endpoint(0));
    }

    @Test
    void an_endpoint_that_did_badly_is_tried_again_in_time_and_by_one_call() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 10 * MILLI);
        fixture.call(1, Outcome.TIMEOUT, SECOND);
        assertThat(fixture.pick()).isSameAs(fixture.endpoint(0));

        // Ten time constants on, a second counts for less than a tenth of a millisecond.
        fixture.now += 100 * SECOND;
        fixture.end(fixture.endpoint(0), Outcome.SUCCESS, 10 * MILLI);

        assertThat(fixture.pick()).isSameAs(fixture.endpoint(1));
        assertThat(fixture.pick()).isSameAs(fixture.endpoint(0));
    }

    @ParameterizedTest
    @EnumSource
    void a_retry_goes_elsewhere(Strategy strategy) {
        Fixture fixture = of(strategy, 3);
        Endpoint first = fixture.endpoint(1);

        Set<Endpoint> others = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Endpoint picked = Objects.requireNonNull(fixture.balancer.pick(fixture.now, fixture.random, null, first));
            fixture.end(picked, Outcome.CANCELLED, 0);
            others.add(picked);
        }

        assertThat(others).containsExactlyInAnyOrder(fixture.endpoint(0), fixture.endpoint(2));
    }

    @ParameterizedTest
    @EnumSource
    void a_retry_goes_to_the_same_endpoint_if_there_is_no_other(Strategy strategy) {
        Fixture fixture = of(strategy, 1);

        assertThat(fixture.balancer.pick(fixture.now, fixture.random, null, fixture.endpoint(0)))
                .isSameAs(fixture.endpoint(0));
    }

    @ParameterizedTest
    @EnumSource
    void of_two_endpoints_a_retry_goes_to_the_other(Strategy strategy) {
        Fixture fixture = of(strategy, 2);
        for (int i = 0; i < 20; i++) {
            Endpoint avoid = fixture.endpoint(i % 2);
            assertThat(fixture.balancer.pick(fixture.now, fixture.random, null, avoid))
                    .isSameAs(fixture.endpoint(1 - i % 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_nothing_to_pick_from_nothing(Strategy strategy) {
        assertThat(of(strategy, 0).balancer.pick(1, new SplittableRandom(1), "key", null))
                .isNull();
    }

    @Test
    void a_failure_is_never_seen_as_a_low_latency() {
        for (Outcome outcome : Set.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT)) {
            Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
            fixture.call(0, Outcome.SUCCESS, 400 * MILLI);
            fixture.call(1, outcome, 0);

            assertThat(fixture.pick()).as("%s", outcome).isSameAs(fixture.endpoint(0));
            assertThat(fixture.endpoint(1).latencyNanos()).as("%s", outcome).isNaN();
        }
    }

    @Test
    void an_answer_that_blames_the_caller_costs_its_endpoint_nothing_and_is_no_latency() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 10 * MILLI);
        fixture.call(1, Outcome.SUCCESS, 10 * MILLI);
        double score = fixture.endpoint(1).score(fixture.now, Cost.of(Settings.STANDARD));

        fixture.call(1, Outcome.PERMANENT_FAILURE, 0);

        assertThat(fixture.endpoint(1).score(fixture.now, Cost.of(Settings.STANDARD)))
                .isEqualTo(score);
        assertThat(fixture.endpoint(1).latencyNanos()).isEqualTo(10.0 * MILLI);
    }

    @Test
    void a_failure_is_not_seen_as_fast_where_calls_take_longer_than_the_penalty() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 5 * SECOND);
        fixture.call(1, Outcome.TRANSIENT_FAILURE, MILLI);

        assertThat(fixture.pick()).isSameAs(fixture.endpoint(0));
    }

    @Test
    void dropped_and_cancelled_calls_say_nothing_about_an_endpoint() {
        Fixture fixture = of(Strategy.POWER_OF_TWO, 2);
        fixture.call(0, Outcome.SUCCESS, 10 * MILLI);
        fixture.call(1, Outcome.SUCCESS, 10 * MILLI);
        double score = fixture.endpoint(1).score(fixture.now, Cost.of(Settings.STANDARD));

        fixture.call(1, Outcome.DROPPED, 0);
        fixture.call(1, Outcome.CANCELLED, SECOND);

        assertThat(fixture.endpoint(1).score(fixture.now, Cost.of(Settings.STANDARD)))
                .isEqualTo(score);
        assertThat(fixture.endpoint(1).inFlight()).isZero();
    }

    @Test
    void the_black_hole_takes_most_calls_of_least_in_flight_alone_and_hardly_any_once_failures_cost() {
        assertThat(shareOfBlackHole(Settings.STANDARD.withEjection(null).withStrategy(Strategy.LEAST_IN_FLIGHT)))
                .isGreaterThan(0.5);
        assertThat(shareOfBlackHole(Settings.STANDARD.withEjection(null))).isLessThan(0.02);
        assertThat(shareOfBlackHole(Settings.STANDARD.withStrategy(Strategy.LEAST_IN_FLIGHT)))
                .isLessThan(0.02);
    }

    /** Ten endpoints take 50 ms, but one fails at once; a call a millisecond, five at a time at each. */
    private static double shareOfBlackHole(Settings settings) {
        Fixture fixture = new Fixture(settings, 10);
        @Nullable Endpoint[] inFlight = new @Nullable Endpoint[50];
        int calls = 10_000;
        int lost = 0;
        for (int i = 0; i < calls; i++) {
            fixture.now += MILLI;
            Endpoint done = inFlight[i % inFlight.length];
            if (done != null) {
                fixture.end(done, Outcome.SUCCESS, 50 * MILLI);
                inFlight[i % inFlight.length] = null;
            }
            Endpoint picked = fixture.pick();
            if (picked == fixture.endpoint(3)) {
                lost++;
                fixture.end(picked, Outcome.TRANSIENT_FAILURE, 0);
            } else {
                inFlight[i % inFlight.length] = picked;
            }
        }
        return (double) lost / calls;
    }

    @Test
    void power_of_two_gives_equal_endpoints_about_equal_shares() {
        int[] counts = of(Strategy.POWER_OF_TWO, 4).picks(4_000);

        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 800 && count < 1_200);
    }
}
