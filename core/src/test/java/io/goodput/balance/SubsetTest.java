package io.goodput.balance;

import static io.goodput.balance.Fixture.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsetTest {
    private static final Settings BY_TENANT = Settings.STANDARD.withSubset(Subset.rendezvous(3));

    private static Set<String> names(int size, Object key, List<Address> addresses) {
        List<Endpoint> endpoints = addresses.stream().map(Endpoint::new).toList();
        return Pool.members(endpoints, Subset.rendezvous(size).of(key, endpoints)).stream()
                .map(Endpoint::name)
                .collect(Collectors.toSet());
    }

    @Property(tries = 100)
    void an_endpoint_less_changes_the_subsets_that_it_was_in_by_one_place(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 1, max = 8) int size, @ForAll int key) {
        List<Address> all = addresses(n);
        List<Address> fewer = all.subList(0, n - 1);
        Set<String> before = names(size, key, all);

        Set<String> after = names(size, key, fewer);

        assertThat(after).hasSize(Math.min(size, n - 1));
        before.remove("h" + (n - 1));
        assertThat(after).containsAll(before);
    }

    @Test
    void keys_are_spread_evenly_over_endpoints_and_over_subsets() {
        int[] counts = new int[8];
        Set<Set<String>> subsets = new HashSet<>();
        for (int key = 0; key < 8_000; key++) {
            Set<String> names = names(2, "tenant-" + key, addresses(8));
            subsets.add(names);
            names.forEach(name -> counts[Integer.parseInt(name.substring(1))]++);
        }

        assertThat(subsets).as("all 28 pairs").hasSize(28);
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 1_850 && count < 2_150);
    }

    @Test
    void calls_of_a_key_go_to_its_endpoints_and_those_without_a_key_to_any() {
        Fixture fixture = new Fixture(BY_TENANT, 12);

        assertThat(picked(fixture, "tenant")).hasSize(3);
        assertThat(IntStream.range(0, 200).mapToObj(i -> fixture.pick()).distinct())
                .hasSize(12);
    }

    @Test
    void a_key_keeps_its_endpoints_however_many_other_keys_there_are() {
        Fixture fixture = new Fixture(BY_TENANT, 12);
        Set<Endpoint> before = picked(fixture, "tenant");

        for (int other = 0; other < 20_000; other++) {
            picked(fixture, other, 1);
        }

        assertThat(picked(fixture, "tenant")).isEqualTo(before);
    }

    @Test
    void a_poison_tenant_that_brings_down_its_endpoints_is_kept_on_them() {
        Fixture fixture = new Fixture(BY_TENANT, 12);
        Set<Endpoint> its = picked(fixture, "poison");

        its.forEach(endpoint -> fixture.balancer.health(endpoint, false));

        assertThat(picked(fixture, "poison")).isEqualTo(its);
        assertThat(fixture.balancer.isPanicking()).isFalse();
        assertThat(fixture.balancer.available()).doesNotContainAnyElementsOf(its);
    }

    @Test
    void of_a_subset_the_available_ones_are_used() {
        Fixture fixture = new Fixture(BY_TENANT, 12);
        Set<Endpoint> its = picked(fixture, "tenant");
        Endpoint lost = its.iterator().next();

        fixture.balancer.health(lost, false);

        assertThat(picked(fixture, "tenant")).hasSize(2).doesNotContain(lost).isSubsetOf(its);
    }

    @Test
    void a_retry_stays_in_the_subset() {
        Fixture fixture = new Fixture(BY_TENANT.withSubset(Subset.rendezvous(1)), 12);
        Endpoint only = picked(fixture, "tenant").iterator().next();

        assertThat(fixture.balancer.pick(fixture.now, fixture.random, "tenant", only))
                .isSameAs(only);
    }

    @Test
    void a_subset_may_come_from_elsewhere() {
        Fixture fixture = new Fixture(BY_TENANT.withSubset((key, endpoints) -> new int[] {key.hashCode() % 4}), 4);

        assertThat(picked(fixture, 2)).containsExactly(fixture.endpoint(2));
    }

    private static Set<Endpoint> picked(Fixture fixture, Object key) {
        return picked(fixture, key, 60);
    }

    private static Set<Endpoint> picked(Fixture fixture, Object key, int calls) {
        Set<Endpoint> picked = new HashSet<>();
        for (int i = 0; i < calls; i++) {
            Endpoint next = Objects.requireNonNull(fixture.balancer.pick(fixture.now, fixture.random, key, null));
            fixture.end(next, Outcome.CANCELLED, 0);
            picked.add(next);
        }
        return picked;
    }

    @Test
    void a_subset_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subset.rendezvous(0))
                .withMessage("size: 0 (expected: >= 1 and <= 10000)");
    }
}
