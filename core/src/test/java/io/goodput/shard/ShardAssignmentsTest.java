package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.shard.ShardAnswer.Assigned;
import io.goodput.shard.ShardAnswer.Reason;
import io.goodput.shard.ShardAnswer.Refused;
import io.goodput.shard.ShardAssignments.Settings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardAssignmentsTest {
    @Property(tries = 200)
    void no_two_keys_share_more_than_they_may_whatever_is_released_and_assigned_again(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 20) int endpoints,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 0, max = 4) int overlap) {
        var random = new SplittableRandom(seed);
        int k = Math.min(size, endpoints);
        var settings = new Settings(endpoints, k, Math.min(overlap, k - 1), 2_000);
        var assignments = new ShardAssignments(settings, seed);
        Map<String, List<Integer>> held = new TreeMap<>();
        for (int step = 0; step < 60; step++) {
            String key = "key" + random.nextInt(40);
            if (random.nextInt(4) == 0) {
                assertThat(assignments.release(key)).isEqualTo(held.remove(key) != null);
            } else if (assignments.assign(key) instanceof Assigned(List<Integer> shard)) {
                List<Integer> before = held.put(key, shard);
                assertThat(before == null || before.equals(shard)).isTrue();
            }
        }
        assertThat(assignments.assigned()).isEqualTo(held.size());
        assertThat(BigInteger.valueOf(held.size())).isLessThanOrEqualTo(assignments.mostPossible());
        var all = new ArrayList<>(held.values());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).hasSize(k).doesNotHaveDuplicates().allMatch(e -> e >= 0 && e < endpoints);
            for (int j = 0; j < i; j++) {
                var common = new HashSet<>(all.get(i));
                common.retainAll(all.get(j));
                assertThat(common.size()).isLessThanOrEqualTo(settings.maxOverlap());
            }
        }
    }

    @Test
    void all_28_shards_of_8_endpoints_are_found_and_the_29th_is_refused_for_good() {
        var assignments = new ShardAssignments(Settings.of(8, 2, 1), 1);

        assertThat(place(assignments, 28)).isEqualTo(28);
        assertThat(assignments.assign("one more")).isEqualTo(new Refused(Reason.NONE_LEFT, 28, BigInteger.valueOf(28)));
    }

    /** The table of the page about shuffle sharding. */
    @ParameterizedTest
    @CsvSource({"0, 20, NONE_LEFT, 20", "1, 375, GAVE_UP, 480", "2, 2000, , 15840", "3, 2000, , 776160"})
    void of_a_hundred_endpoints_so_many_tenants_have_five_each(
            int overlap, int placed, @Nullable Reason why, long mostPossible) {
        var assignments = new ShardAssignments(Settings.of(100, 5, overlap), 1);
        ShardAnswer answer = assignments.assign("tenant-0");
        for (int tenant = 1; tenant < 2_000 && answer instanceof Assigned; tenant++) {
            answer = assignments.assign("tenant-" + tenant);
        }

        assertThat(assignments.assigned()).isEqualTo(placed);
        assertThat(answer instanceof Refused refused ? refused.reason() : null).isEqualTo(why);
        assertThat(assignments.mostPossible()).isEqualTo(mostPossible);
    }

    @Test
    void without_overlap_there_are_as_many_as_fit_side_by_side() {
        var assignments = new ShardAssignments(Settings.of(9, 2, 0), 1);

        assertThat(place(assignments, 10)).isEqualTo(4);
        assertThat(assignments.mostPossible()).isEqualTo(4);
    }

    @Test
    void the_most_possible_is_johnsons_bound() {
        // The first two are reached: by the Fano plane and by the Steiner system S(3, 4, 8).
        assertThat(most(7, 3, 1)).isEqualTo(7);
        assertThat(most(8, 4, 2)).isEqualTo(14);
        assertThat(most(8, 3, 1)).isEqualTo(8);
        assertThat(most(2048, 4, 3)).isEqualTo(BlastRadius.of(2048, 4).shards().longValueExact());
    }

    private static long most(int endpoints, int size, int overlap) {
        return new ShardAssignments(Settings.of(endpoints, size, overlap), 1)
                .mostPossible()
                .longValueExact();
    }

    @Test
    void a_shard_that_is_released_is_there_for_others() {
        var assignments = new ShardAssignments(Settings.of(8, 2, 1), 1);
        place(assignments, 28);
        List<Integer> freed = assignments.shard("key3");

        assertThat(assignments.release("key3")).isTrue();
        assertThat(assignments.release("key3")).isFalse();
        assertThat(assignments.shard("key3")).isNull();

        assertThat(assignments.assign("another")).isInstanceOf(Assigned.class);
        assertThat(assignments.shard("another")).containsExactlyInAnyOrderElementsOf(freed);
    }

    @Test
    void a_search_stops_after_its_effort_and_says_so() {
        // 60 endpoints, shards of 8, no more than 3 in common: the search gets stuck long before the bound.
        var assignments = new ShardAssignments(new Settings(60, 8, 3, 1_000), 1);
        ShardAnswer answer = assignments.assign("key0");
        int placed = 0;
        while (answer instanceof Assigned) {
            placed++;
            answer = assignments.assign("key" + placed);
        }

        assertThat(answer).isEqualTo(new Refused(Reason.GAVE_UP, placed, assignments.mostPossible()));
        assertThat(BigInteger.valueOf(placed)).isLessThan(assignments.mostPossible());
        // A refusal leaves no trace.
        assertThat(assignments.assigned()).isEqualTo(placed);
        assertThat(assignments.shard("key" + placed)).isNull();
    }

    @Test
    void what_is_found_depends_on_the_seed_and_the_calls_and_on_nothing_else() {
        // route53-infima shuffles its search with a generator that is not seeded: no two runs find the same shards.
        var one = new ShardAssignments(Settings.of(40, 4, 1), 5);
        var other = new ShardAssignments(Settings.of(40, 4, 1), 5);
        var seeded = new ShardAssignments(Settings.of(40, 4, 1), 6);
        place(one, 60);
        place(other, 60);
        place(seeded, 60);

        int same = 0;
        for (int i = 0; i < 60; i++) {
            assertThat(other.shard("key" + i)).isEqualTo(one.shard("key" + i));
            same += String.valueOf(seeded.shard("key" + i)).equals(String.valueOf(one.shard("key" + i))) ? 1 : 0;
        }
        assertThat(same).isLessThan(10);
    }

    @Test
    void endpoints_are_used_evenly() {
        var assignments = new ShardAssignments(Settings.of(100, 5, 2), 1);
        place(assignments, 400);

        int[] uses = new int[100];
        for (int i = 0; i < 400; i++) {
            for (int endpoint : ((Assigned) assignments.assign("key" + i)).endpoints()) {
                uses[endpoint]++;
            }
        }
        // 20 each; chance alone would give 20 ± 4.4.
        assertThat(Arrays.stream(uses).boxed()).allMatch(count -> count >= 17 && count <= 23);
    }

    @Test
    void what_was_assigned_can_be_restored() {
        var assignments = new ShardAssignments(Settings.of(8, 3, 1), 1);

        assertThat(assignments.restore("a", List.of(5, 0, 3))).isTrue();
        assertThat(assignments.restore("a", List.of(1, 2, 4))).isFalse();
        assertThat(assignments.restore("b", List.of(0, 1, 3))).isFalse();
        assertThat(assignments.restore("c", List.of(0, 1, 2))).isTrue();

        assertThat(assignments.shard("a")).containsExactly(5, 0, 3);
        assertThat(assignments.assigned()).isEqualTo(2);
        // Neither refusal left a trace: 3 · 4 shares one endpoint with each of the others.
        assertThat(assignments.restore("d", List.of(3, 1, 4))).isTrue();
    }

    @Test
    void what_no_shard_can_be_is_not_restored() {
        var assignments = new ShardAssignments(Settings.of(8, 3, 1), 1);
        for (List<Integer> endpoints : List.of(List.of(0, 1), List.of(0, 1, 1), List.of(0, 1, 8), List.of(-1, 0, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assignments.restore("a", endpoints))
                    .withMessage("endpoints: " + endpoints + " (expected: 3 different ones, 0 to 7)");
        }
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(8, 9, 0))
                .withMessage("size: 9 (expected: >= 1 and <= 8)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(8, 2, 2))
                .withMessage("maxOverlap: 2 (expected: >= 0 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(8, 2, 1, 0))
                .withMessage("effort: 0 (expected: >= 1 and <= 1000000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(0, 1, 0))
                .withMessage("endpoints: 0 (expected: >= 1 and <= 4096)");
    }

    private static int place(ShardAssignments assignments, int keys) {
        int placed = 0;
        for (int i = 0; i < keys; i++) {
            placed += assignments.assign("key" + i) instanceof Assigned ? 1 : 0;
        }
        return placed;
    }
}
