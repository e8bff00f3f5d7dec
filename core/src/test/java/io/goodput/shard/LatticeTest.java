package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatticeTest {
    private static final ShardHash HASH = ShardHash.of(1);

    /** So many endpoints in each of zones × versions cells, named like {@code z0v1-2}. */
    private static Lattice<String> grid(int zones, int versions, int each) {
        Lattice.Builder<String> builder = Lattice.builder("zone", "version");
        for (int zone = 0; zone < zones; zone++) {
            for (int version = 0; version < versions; version++) {
                for (int i = 0; i < each; i++) {
                    builder.add("z" + zone + "v" + version + "-" + i, "z" + zone, "v" + version);
                }
            }
        }
        return builder.build();
    }

    @Test
    void endpoints_are_found_by_their_cells() {
        Lattice<String> lattice = grid(3, 2, 2);

        assertThat(lattice.dimensions()).containsExactly("zone", "version");
        assertThat(lattice.values("zone")).containsExactly("z0", "z1", "z2");
        assertThat(lattice.cells()).hasSize(6);
        assertThat(lattice.cell("z1", "v0")).containsExactly("z1v0-0", "z1v0-1");
        assertThat(lattice.cell("z9", "v0")).isEmpty();
        assertThat(lattice.endpoints()).hasSize(12);
    }

    @Test
    void a_failure_leaves_the_cells_without_that_value() {
        Lattice<String> left = grid(3, 2, 2).simulateFailure("zone", "z1");

        assertThat(left.values("zone")).containsExactly("z0", "z2");
        assertThat(left.values("version")).containsExactly("v0", "v1");
        assertThat(left.endpoints()).hasSize(8).noneMatch(endpoint -> endpoint.startsWith("z1"));
        assertThat(left.simulateFailure("version", "v0").endpoints()).hasSize(4);
        assertThat(left.simulateFailure("zone", "unheard of").endpoints()).hasSize(8);
    }

    @Test
    void the_order_in_which_cells_are_added_plays_no_part() {
        Lattice<String> one = Lattice.<String>builder("zone")
                .add("x", "a")
                .add("y", "b")
                .add("z", "c")
                .build();
        Lattice<String> other = Lattice.<String>builder("zone")
                .add("z", "c")
                .add("x", "a")
                .add("y", "b")
                .build();
        var shards = LatticeShards.of(one, 2, 1, HASH);
        var others = LatticeShards.of(other, 2, 1, HASH);
        for (int key = 0; key < 100; key++) {
            assertThat(others.shard("key" + key)).isEqualTo(shards.shard("key" + key));
        }
    }

    @Test
    void a_lattice_does_not_change_with_its_builder() {
        Lattice.Builder<String> builder = Lattice.<String>builder("zone").add("x", "a");
        Lattice<String> lattice = builder.build();
        builder.add("y", "a").add("z", "b");

        assertThat(lattice.endpoints()).containsExactly("x");
    }

    @Property(tries = 150)
    void a_shard_loses_one_cell_at_most_to_the_loss_of_any_one_value(
            @ForAll @IntRange(min = 2, max = 5) int zones,
            @ForAll @IntRange(min = 2, max = 4) int versions,
            @ForAll @IntRange(min = 1, max = 3) int perCell,
            @ForAll String key) {
        Lattice<String> lattice = grid(zones, versions, 4);
        int cells = Math.min(zones, versions);
        List<String> shard = LatticeShards.of(lattice, cells, perCell, HASH).shard(key);

        assertThat(shard).hasSize(cells * perCell).doesNotHaveDuplicates();
        for (String dimension : lattice.dimensions()) {
            for (String value : lattice.values(dimension)) {
                var survivors = new HashSet<>(shard);
                survivors.retainAll(lattice.simulateFailure(dimension, value).endpoints());
                assertThat(survivors.size()).isGreaterThanOrEqualTo((cells - 1) * perCell);
            }
        }
    }

    /**
     * The table of the page about shuffle sharding: three of 60 endpoints, in three zones, for each of 1,000 tenants.
     */
    @Test
    void the_loss_of_a_zone_leaves_two_of_three_where_plain_shards_may_lose_all() {
        Lattice.Builder<Integer> builder = Lattice.builder("zone");
        for (int endpoint = 0; endpoint < 60; endpoint++) {
            builder.add(endpoint, "zone-" + endpoint % 3);
        }
        Lattice<Integer> lattice = builder.build();
        Set<Integer> left = lattice.simulateFailure("zone", "zone-0").endpoints();
        var plain = ShuffleShard.of(60, 3, 1);
        var zoned = LatticeShards.of(lattice, 3, 1, ShardHash.of(1));
        int lost = 0;
        for (int tenant = 0; tenant < 1_000; tenant++) {
            String key = "tenant-" + tenant;
            lost += Arrays.stream(plain.shard(key)).noneMatch(left::contains) ? 1 : 0;
            assertThat(zoned.shard(key)).filteredOn(left::contains).hasSize(2);
        }

        assertThat(lost).isEqualTo(40);
    }

    @Test
    void all_shards_over_a_lattice_are_equally_likely() {
        // 3 zones by 2 versions, 2 endpoints each: 6 pairs of cells without a value in common, 4 shards of each.
        var shards = LatticeShards.of(grid(3, 2, 2), 2, 1, HASH);
        int keys = 24_000;
        Map<Set<String>, Integer> counts = new HashMap<>();
        for (int key = 0; key < keys; key++) {
            counts.merge(Set.copyOf(shards.shard("customer-" + key)), 1, Integer::sum);
        }
        double expected = keys / 24.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();

        assertThat(counts).hasSize(24);
        // 23 degrees of freedom: 49.7 is the 99.9th percentile.
        assertThat(chiSquare).isLessThan(49.7);
    }

    @Test
    void a_shard_over_a_lattice_never_changes_from_one_version_or_machine_to_another() {
        assertThat(LatticeShards.of(grid(3, 3, 4), 3, 2, HASH.level("host")).shard("alice"))
                .containsExactly("z1v2-1", "z1v2-2", "z0v1-3", "z0v1-1", "z2v0-2", "z2v0-1");
    }

    @Test
    void missing_cells_narrow_the_choice_and_break_no_promise() {
        // Only the diagonal, and one cell beside it.
        Lattice<String> lattice = Lattice.<String>builder("zone", "version")
                .add("a", "z0", "v0")
                .add("b", "z1", "v1")
                .add("c", "z2", "v2")
                .add("d", "z0", "v1")
                .build();
        var shards = LatticeShards.of(lattice, 3, 1, HASH);
        for (int key = 0; key < 100; key++) {
            assertThat(shards.shard("key" + key)).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void more_cells_than_there_are_without_a_value_in_common_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatticeShards.of(grid(3, 2, 2), 3, 1, HASH))
                .withMessage("cells: 3 (expected: as many as there are with >= 1 endpoints and no value in common)");
        assertThatIllegalArgumentException().isThrownBy(() -> LatticeShards.of(grid(3, 3, 2), 2, 3, HASH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatticeShards.of(grid(3, 3, 2), 0, 1, HASH))
                .withMessage("cells: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatticeShards.of(grid(3, 3, 2), 1, 0, HASH))
                .withMessage("perCell: 0 (expected: >= 1)");
    }

    @Test
    void what_makes_no_lattice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lattice.builder("zone", "zone"))
                .withMessage("dimensions: [zone, zone] (expected: 1 to 8 different ones)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lattice.<String>builder("zone").add("x", "a", "b"))
                .withMessage("coordinates: [a, b] (expected: one for each of [zone])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lattice.<String>builder("zone").add("x", "a").add("x", "b"))
                .withMessage("endpoint: \"x\" (expected: one that is not there yet)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid(1, 1, 1).simulateFailure("rack", "r1"))
                .withMessage("dimension: \"rack\" (expected: one of [zone, version])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid(40, 26, 1))
                .withMessage("cell: [z39, v10] (expected: at most 1024 cells)");
    }

    @Test
    void the_order_of_a_shards_cells_is_its_own() {
        var shards = LatticeShards.of(grid(4, 4, 1), 4, 1, HASH);
        var firsts = new ArrayList<String>();
        for (int key = 0; key < 400; key++) {
            firsts.add(shards.shard("key" + key).getFirst());
        }
        assertThat(Set.copyOf(firsts)).hasSize(16);
        assertThat(Arrays.asList("z0v0-0", "z3v3-0")).isSubsetOf(firsts);
    }
}
