package io.goodput.balance;

import static io.goodput.balance.Fixture.MILLI;
import static io.goodput.balance.Fixture.zoned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZonesTest {
    private static final Settings LOCAL = Settings.STANDARD.withEjection(null).withZones(Zones.preferring("a"));

    /** The shares of the zones where so many of 100 endpoints in a, of 50 in b and of 100 in c are healthy. */
    private static Map<String, Double> shares(Zones zones, int inA, int inB, int inC) {
        var balancer = new Balancer(
                Settings.STANDARD,
                IntStream.range(0, 250)
                        .mapToObj(i -> new Address("h" + i, i < 100 ? "a" : i < 150 ? "b" : "c"))
                        .toList());
        for (int i = 0; i < 250; i++) {
            boolean healthy = i < 100 ? i < inA : i < 150 ? i < 100 + inB : i < 150 + inC;
            balancer.health(balancer.endpoints().get(i), healthy);
        }
        return Pool.shares(balancer.endpoints(), zones);
    }

    @Test
    void all_calls_stay_in_the_local_zone_down_to_72_percent_of_its_endpoints() {
        Zones zones = Zones.preferring("a");

        assertThat(shares(zones, 100, 50, 100)).containsExactly(entry("a", 1.0));
        assertThat(shares(zones, 72, 50, 100)).containsExactly(entry("a", 1.0));
        assertThat(shares(zones, 71, 50, 100).get("a")).isCloseTo(0.994, within(1e-9));
        assertThat(shares(zones, 35, 50, 100).get("a")).isCloseTo(0.49, within(1e-9));
    }

    @Test
    void what_spills_goes_to_the_other_zones_by_their_endpoints() {
        Map<String, Double> shares = shares(Zones.preferring("a"), 0, 50, 100);

        assertThat(shares).containsOnlyKeys("b", "c");
        assertThat(shares.get("b")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(shares.get("c")).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void what_spills_goes_by_weight_and_by_what_is_left_of_a_zone() {
        // Envoy's table for weights of 1 and 2, the second all there: at 25 % of the first, 15 % and 85 %.
        Zones weighted = new Zones("a", 1.4, Map.of("c", 1.0, "b", 2.0));

        Map<String, Double> shares = shares(weighted, 0, 50, 25);

        assertThat(shares.get("c")).isCloseTo(0.35 / 2.35, within(1e-9));
        assertThat(shares.get("b")).isCloseTo(2 / 2.35, within(1e-9));
    }

    @Test
    void nothing_spills_into_zones_of_which_nothing_is_left() {
        assertThat(shares(Zones.preferring("a"), 10, 0, 0)).containsExactly(entry("a", 1.0));
    }

    @Test
    void calls_are_spread_as_the_shares_say() {
        Fixture fixture = new Fixture(LOCAL, zoned(30));
        assertThat(zonesOf(fixture, 100)).containsExactly(entry("a", 100L));

        // Five of ten left in a: 70 % stay, 15 % go to each of the others.
        for (int i = 0; i < 15; i += 3) {
            fixture.balancer.health(fixture.endpoint(i), false);
        }
        Map<String, Long> counts = zonesOf(fixture, 10_000);

        assertThat(counts.get("a")).isBetween(6_850L, 7_150L);
        assertThat(counts.get("b")).isBetween(1_350L, 1_650L);
        assertThat(counts.get("c")).isBetween(1_350L, 1_650L);
    }

    @Test
    void a_lost_zone_is_left_at_once() {
        Fixture fixture = new Fixture(LOCAL, zoned(9));
        for (int i = 0; i < 9; i += 3) {
            fixture.balancer.health(fixture.endpoint(i), false);
        }

        assertThat(zonesOf(fixture, 100)).containsOnlyKeys("b", "c");
    }

    @Test
    void in_a_panic_a_local_zone_that_is_lost_is_not_preferred() {
        Fixture fixture = new Fixture(LOCAL, zoned(9));
        for (int i = 0; i < 9; i++) {
            fixture.balancer.health(fixture.endpoint(i), i % 3 == 2);
        }

        assertThat(fixture.balancer.isPanicking()).isTrue();
        assertThat(zonesOf(fixture, 900).get("a")).isBetween(200L, 400L);
    }

    @Test
    void zones_that_weigh_nothing_get_calls_only_when_there_is_nothing_else() {
        Zones alone = new Zones("a", 1.4, Map.of("b", 0.0, "c", 0.0));
        Fixture fixture = new Fixture(LOCAL.withZones(alone), zoned(9));
        assertThat(zonesOf(fixture, 100)).containsOnlyKeys("a");

        for (int i = 0; i < 9; i += 3) {
            fixture.balancer.health(fixture.endpoint(i), false);
        }

        assertThat(zonesOf(fixture, 100)).containsOnlyKeys("b", "c");
    }

    @Test
    void a_caller_in_a_zone_without_endpoints_uses_all_others() {
        Fixture fixture = new Fixture(LOCAL.withZones(Zones.preferring("d")), zoned(9));

        assertThat(zonesOf(fixture, 300)).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void a_retry_leaves_the_zone_if_nothing_else_is_left_in_it() {
        Fixture fixture = new Fixture(LOCAL, zoned(3));

        for (int i = 0; i < 20; i++) {
            Endpoint picked = fixture.balancer.pick(fixture.now, fixture.random, null, fixture.endpoint(0));
            assertThat(Objects.requireNonNull(picked).zone()).isNotEqualTo("a");
        }
    }

    private static Map<String, Long> zonesOf(Fixture fixture, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> {
                    Endpoint picked = fixture.pick();
                    fixture.end(picked, Outcome.SUCCESS, MILLI);
                    return picked.zone();
                })
                .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zones.preferring(""))
                .withMessage("local: \"\" (expected: printable text that is not blank, of at most 256 characters)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zones("a", 0.9, Map.of()))
                .withMessage("overProvisioning: 0.9 (expected: >= 1 and <= 10)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zones("a", 1.4, Map.of("b", Double.NaN)))
                .withMessage("weights.b: NaN (expected: >= 0 and <= 1000000000)");
        assertThat(List.of(Address.of("h"))).containsExactly(new Address("h", ""));
    }
}
