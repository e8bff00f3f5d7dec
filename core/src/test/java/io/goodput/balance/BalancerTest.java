package io.goodput.balance;

import static io.goodput.balance.Fixture.MILLI;
import static io.goodput.balance.Fixture.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BalancerTest {
    @Test
    void an_endpoint_that_stays_keeps_what_is_known_of_it() {
        Fixture fixture = new Fixture(Settings.STANDARD, 3);
        fixture.call(1, Outcome.SUCCESS, 7 * MILLI);
        Endpoint stays = fixture.endpoint(1);
        Endpoint leaves = fixture.endpoint(0);

        fixture.balancer.update(List.of(Address.of("new"), Address.of("h1")));

        assertThat(fixture.endpoint(1)).isSameAs(stays);
        assertThat(stays.latencyNanos()).isEqualTo(7 * MILLI);
        assertThat(fixture.balancer.endpoints()).extracting(Endpoint::name).containsExactly("new", "h1");
        fixture.balancer.ended(leaves, Outcome.SUCCESS, 0, 1);
    }

    @Test
    void an_endpoint_that_moves_to_another_zone_is_another() {
        Fixture fixture = new Fixture(Settings.STANDARD, 1);
        Endpoint before = fixture.endpoint(0);

        fixture.balancer.update(List.of(new Address("h0", "b")));

        assertThat(fixture.endpoint(0)).isNotSameAs(before).hasToString("h0@b");
    }

    @Test
    void calls_go_to_a_new_list_at_once_and_an_empty_one_gives_none() {
        Fixture fixture = new Fixture(Settings.STANDARD, 3);

        fixture.balancer.update(List.of(Address.of("new")));
        assertThat(fixture.pick().name()).isEqualTo("new");

        fixture.balancer.update(List.of());
        assertThat(fixture.balancer.pick(fixture.now, fixture.random, null, null))
                .isNull();
        assertThat(fixture.balancer.isPanicking()).isFalse();
    }

    @Test
    void other_settings_take_effect_at_once_and_keep_what_is_known() {
        Fixture fixture = new Fixture(Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN), 2);
        fixture.call(0, Outcome.SUCCESS, 90 * MILLI);
        fixture.call(1, Outcome.SUCCESS, 10 * MILLI);
        assertThat(fixture.picks(10)).containsExactly(5, 5);

        fixture.call(0, Outcome.SUCCESS, 90 * MILLI);
        fixture.balancer.change(Settings.STANDARD);

        assertThat(fixture.balancer.settings()).isEqualTo(Settings.STANDARD);
        assertThat(fixture.picks(10)).containsExactly(0, 10);
    }

    @Test
    void an_unhealthy_endpoint_gets_no_calls_until_it_is_healthy() {
        Fixture fixture = new Fixture(Settings.STANDARD, 4);
        fixture.balancer.health(fixture.endpoint(2), false);
        assertThat(fixture.picks(400)[2]).isZero();

        fixture.balancer.health(fixture.endpoint(2), true);
        assertThat(fixture.picks(400)[2]).isPositive();
    }

    @Test
    void below_half_of_the_endpoints_calls_go_to_all_of_them() {
        Fixture fixture = new Fixture(Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN), 4);
        fixture.balancer.health(fixture.endpoint(0), false);
        fixture.balancer.health(fixture.endpoint(1), false);
        assertThat(fixture.picks(8)).containsExactly(0, 0, 4, 4);
        assertThat(fixture.balancer.isPanicking()).isFalse();

        fixture.balancer.health(fixture.endpoint(2), false);
        assertThat(fixture.picks(8)).containsExactly(2, 2, 2, 2);
        assertThat(fixture.balancer.isPanicking()).isTrue();

        fixture.balancer.health(fixture.endpoint(3), false);
        assertThat(fixture.picks(8)).containsExactly(2, 2, 2, 2);
    }

    @Test
    void with_a_panic_threshold_of_0_calls_go_to_all_only_once_none_is_left() {
        Fixture fixture = new Fixture(Settings.STANDARD.withPanic(0), 4);
        for (int i = 0; i < 3; i++) {
            fixture.balancer.health(fixture.endpoint(i), false);
        }
        assertThat(fixture.picks(8)).containsExactly(0, 0, 0, 8);

        fixture.balancer.health(fixture.endpoint(3), false);
        assertThat(fixture.balancer.isPanicking()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void picks_and_ends_allocate_nothing(Strategy strategy) throws Exception {
        Settings settings = Settings.STANDARD
                .withStrategy(strategy)
                .withZones(Zones.preferring("a"))
                .withSubset(Subset.rendezvous(5));
        Fixture fixture = new Fixture(settings, Fixture.zoned(12));
        // Half of the local zone, so that calls spill over.
        fixture.balancer.health(fixture.endpoint(0), false);
        fixture.balancer.health(fixture.endpoint(3), false);
        int calls = 50_000;
        callOften(fixture, calls);
        long bytes = Allocations.of(() -> callOften(fixture, calls));

        assertThat(bytes).as("bytes for %s calls", 2 * calls).isLessThan(calls);
    }

    /** Every hundredth call fails, and every tenth is a retry. */
    private static void callOften(Fixture fixture, int calls) {
        var random = new SplittableRandom(1);
        Endpoint last = null;
        for (int i = 0; i < calls; i++) {
            fixture.now += MILLI / 10;
            Outcome outcome = i % 100 == 0 ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS;
            Endpoint picked = fixture.balancer.pick(fixture.now, random, null, i % 10 == 0 ? last : null);
            fixture.balancer.ended(Objects.requireNonNull(picked), outcome, fixture.now - MILLI, fixture.now);
            last = picked;
            Endpoint keyed = fixture.balancer.pick(fixture.now, random, i % 2 == 0 ? "one" : "two", null);
            fixture.balancer.ended(Objects.requireNonNull(keyed), Outcome.SUCCESS, fixture.now - MILLI, fixture.now);
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balancer(Settings.STANDARD, List.of(Address.of("h"), new Address("h", "b"))))
                .withMessage("endpoints: \"h\" (expected: each name once)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balancer(Settings.STANDARD, addresses(10_001)))
                .withMessage("endpoints: 10001 (expected: >= 0 and <= 10000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of(""))
                .withMessage("name: \"\" (expected: printable text that is not blank, of at most 256 characters)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withCost(Duration.ZERO, Duration.ZERO))
                .withMessage("decay: 0s (expected: >= 100ms and <= 1h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withCost(Duration.ofSeconds(1), Duration.ofHours(2)))
                .withMessage("penalty: 2h (expected: >= 0s and <= 1h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withPanic(Double.NaN))
                .withMessage("panic: NaN (expected: >= 0 and <= 1)");
    }
}
