package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.Allocations;
import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyLimitTest {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final Settings AIMD = AimdLimit.STANDARD.withLimits(4, 2, 8);
    private static final Settings GRADIENT = GradientLimit.STANDARD.withLimits(4, 2, 8);

    static Stream<Settings> algorithms() {
        return Stream.of(new FixedLimit(20), AimdLimit.STANDARD, GradientLimit.STANDARD);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void admits_as_many_as_the_limit_says_and_one_more_for_each_that_ends(Settings settings) {
        var limit = new ConcurrencyLimit(settings);
        assertThat(acquired(limit)).isEqualTo(20);
        assertThat(limit.inFlight()).isEqualTo(20);

        limit.release(Outcome.PERMANENT_FAILURE, 0, 1);

        assertThat(acquired(limit)).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "CANCELLED", "PERMANENT_FAILURE"})
    void what_says_nothing_about_the_load_gives_the_permit_back_and_teaches_nothing(Outcome outcome) {
        algorithms().forEach(settings -> {
            var limit = new ConcurrencyLimit(settings);
            new Traffic(limit).run(100, 100, inFlight -> Traffic.SECOND, outcome);
            // Neither a cut, nor growth: a fast failure must not look like low latency.
            new Traffic(limit).run(1, 100, inFlight -> Traffic.MILLI / 10, outcome);
            assertThat(limit.limit()).isEqualTo(20);
            assertThat(limit.inFlight()).isEqualTo(19);
        });
    }

    @Test
    void a_fixed_limit_stays_whatever_happens() {
        var limit = new ConcurrencyLimit(new FixedLimit(3));
        for (Outcome outcome : Outcome.values()) {
            new Traffic(limit).run(10, 9, inFlight -> Traffic.SECOND, outcome);
            assertThat(limit.limit()).isEqualTo(3);
        }
    }

    @Test
    void a_permit_given_back_twice_is_refused_and_breaks_nothing() {
        var limit = new ConcurrencyLimit(new FixedLimit(2));
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, 0, 1);

        for (Outcome outcome : Outcome.values()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> limit.release(outcome, 0, 1))
                    .withMessage("released more often than acquired");
        }

        assertThat(limit.limit()).isEqualTo(2);
        assertThat(acquired(limit)).isEqualTo(2);
    }

    @Test
    void successes_are_counted_past_what_fits_into_their_bits() {
        var limit = new ConcurrencyLimit(new FixedLimit(ConcurrencyLimit.LIMIT.most()));
        limit.tryAcquire();
        int before = limit.successes();
        for (int i = 0; i < (1 << 24) + 5; i++) {
            limit.tryAcquire();
            limit.release(Outcome.SUCCESS, 0, 1);
        }
        assertThat(limit.since(before)).isEqualTo(5);
        assertThat(limit.inFlight()).isOne();
        assertThat(limit.limit()).isEqualTo(ConcurrencyLimit.LIMIT.most());
    }

    @Test
    void a_lower_limit_takes_nothing_back_but_admits_nothing_until_enough_have_ended() {
        var limit = new ConcurrencyLimit(new FixedLimit(10));
        assertThat(acquired(limit)).isEqualTo(10);

        limit.change(new FixedLimit(8));

        assertThat(limit.inFlight()).isEqualTo(10);
        for (int i = 0; i < 2; i++) {
            assertThat(limit.tryAcquire()).isFalse();
            limit.release(Outcome.SUCCESS, 0, 1);
        }
        assertThat(limit.tryAcquire()).isFalse();
        limit.release(Outcome.SUCCESS, 0, 1);
        assertThat(limit.tryAcquire()).isTrue();
    }

    @Test
    void the_same_algorithm_keeps_what_it_learnt_within_the_new_bounds() {
        var limit = new ConcurrencyLimit(AIMD);
        new Traffic(limit).run(10, 100, inFlight -> Traffic.MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(8);

        limit.change(AimdLimit.STANDARD.withLimits(4, 2, 100));
        assertThat(limit.limit()).isEqualTo(8);
        limit.change(AimdLimit.STANDARD.withLimits(4, 2, 6));
        assertThat(limit.limit()).isEqualTo(6);
        assertThat(limit.settings()).isEqualTo(AimdLimit.STANDARD.withLimits(4, 2, 6));
        limit.change(AimdLimit.STANDARD.withLimits(50, 40, 60));
        assertThat(limit.limit()).isEqualTo(40);
    }

    @Test
    void a_gradient_goes_on_from_the_limit_that_a_change_of_bounds_left_it() {
        var limit = new ConcurrencyLimit(GradientLimit.STANDARD);
        var traffic = new Traffic(limit);
        traffic.run(20, 500, inFlight -> 20 * Traffic.MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);

        limit.change(GradientLimit.STANDARD.withLimits(5, 1, 10));
        assertThat(limit.limit()).isEqualTo(10);
        limit.change(GradientLimit.STANDARD);
        traffic.run(2, 500, inFlight -> 20 * Traffic.MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isBetween(10, 40);
    }

    @Test
    void another_algorithm_starts_from_its_own_beginning_and_keeps_what_is_in_flight() {
        var limit = new ConcurrencyLimit(AIMD);
        new Traffic(limit).run(10, 100, inFlight -> Traffic.MILLI, Outcome.SUCCESS);
        int inFlight = limit.inFlight();

        limit.change(GRADIENT);

        assertThat(limit.limit()).isEqualTo(4);
        assertThat(limit.inFlight()).isEqualTo(inFlight);
        assertThat(limit.settings()).isEqualTo(GRADIENT);
    }

    @Property(tries = 200)
    void permits_are_never_lost_and_the_limit_stays_within_its_bounds(
            @ForAll("settings") Settings first, @ForAll("settings") Settings second, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var limit = new ConcurrencyLimit(first);
        int inFlight = 0;
        long now = 0;
        for (int step = 0; step < 2_000; step++) {
            if (step == 1_000) {
                limit.change(second);
            }
            now += random.nextLong(50 * Traffic.MILLI);
            if (random.nextInt(5) < 3) {
                boolean room = inFlight < limit.limit();
                assertThat(limit.tryAcquire()).isEqualTo(room);
                inFlight += room ? 1 : 0;
            } else if (inFlight > 0) {
                Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                limit.release(outcome, Math.max(0, now - random.nextLong(10 * Traffic.SECOND)), now);
                inFlight--;
            }
            assertThat(limit.inFlight()).isEqualTo(inFlight);
            assertThat(limit.limit())
                    .isBetween(limit.settings().min(), limit.settings().max());
        }
        for (; inFlight > 0; inFlight--) {
            limit.release(Outcome.CANCELLED, now, now);
        }
        assertThat(limit.inFlight()).isZero();
        assertThat(acquired(limit)).isEqualTo(limit.limit());
    }

    @Provide
    Gen<Settings> settings() {
        return choices -> {
            int min = Gen.ints(1, 10).from(choices);
            int max = Gen.ints(min, min + 30).from(choices);
            int initial = Gen.ints(min, max).from(choices);
            return Gen.<Settings>of(
                            new FixedLimit(initial),
                            AimdLimit.STANDARD.withLimits(initial, min, max),
                            GradientLimit.STANDARD.withLimits(initial, min, max))
                    .from(choices);
        };
    }

    @Property(tries = 20)
    void a_response_that_is_slower_never_leaves_a_higher_limit(
            @ForAll @IntRange(min = 1, max = 5_000) int fast, @ForAll @IntRange(min = 0, max = 10_000) int more) {
        algorithms().forEach(settings -> {
            int quicker = afterLatency(settings, fast * Traffic.MILLI);
            int slower = afterLatency(settings, (fast + more) * Traffic.MILLI);
            assertThat(slower).isLessThanOrEqualTo(quicker);
        });
    }

    /** The limit after half a minute of 20 ms and fifty calls of that latency. */
    private static int afterLatency(Settings settings, long latency) {
        var limit = new ConcurrencyLimit(settings);
        new Traffic(limit, 0).run(30, 100, inFlight -> 20 * Traffic.MILLI, Outcome.SUCCESS);
        long now = 100 * Traffic.SECOND;
        for (int i = 0; i < 60; i++) {
            now += Traffic.SECOND / 50;
            limit.tryAcquire();
            limit.release(Outcome.SUCCESS, now - latency, now);
        }
        return limit.limit();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void nothing_is_allocated(Settings settings) throws Exception {
        var limit = new ConcurrencyLimit(settings);
        int calls = 200_000;
        callOften(limit, calls);
        long bytes = Allocations.of(() -> callOften(limit, calls));

        assertThat(bytes).as("bytes for %s calls", calls).isLessThan(calls / 10);
    }

    /** At the limit, so that it is changed too, with a failure now and then. */
    private static void callOften(ConcurrencyLimit limit, int calls) {
        long now = Traffic.SECOND;
        for (int i = 0; i < calls; i++) {
            while (limit.tryAcquire()) {
                now++;
            }
            now += Traffic.MILLI;
            limit.release(i % 1_000 == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS, now - 10 * Traffic.MILLI, now);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001})
    void an_impossible_limit_is_refused_by_its_own_name(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedLimit(value))
                .withMessage("limit: " + value + " (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AimdLimit.STANDARD.withLimits(20, value, 200))
                .withMessage("min: " + value + " (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientLimit.STANDARD.withLimits(value, 10, 200))
                .withMessage("initial: " + value + " (expected: >= 10 and <= 200)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientLimit.STANDARD.withLimits(10, 10, value))
                .withMessage("max: " + value + " (expected: >= 10 and <= 1000000)");
    }

    @Test
    void says_what_is_in_flight_and_what_it_goes_by() {
        var limit = new ConcurrencyLimit(new FixedLimit(20));
        limit.tryAcquire();
        assertThat(limit).hasToString("ConcurrencyLimit[inFlight=1, limit=20, FixedLimit[limit=20]]");
    }

    private static int acquired(ConcurrencyLimit limit) {
        int acquired = 0;
        while (limit.tryAcquire()) {
            acquired++;
        }
        return acquired;
    }
}
