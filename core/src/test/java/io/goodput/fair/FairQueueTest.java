package io.goodput.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void tenants_take_turns_however_much_one_of_them_has() {
        add("noisy", 5);
        add("quiet", 2);

        assertThat(drain()).containsExactly("noisy0", "quiet0", "noisy1", "quiet1", "noisy2", "noisy3", "noisy4");
    }

    @Test
    void a_tenant_is_served_its_weight_in_a_turn() {
        addOf("heavy", 3, 5);
        addOf("light", 1, 3);

        assertThat(drain())
                .containsExactly("heavy0", "heavy1", "heavy2", "light0", "heavy3", "heavy4", "light1", "light2");
    }

    @Test
    void the_newest_of_a_tenant_can_be_taken_first_and_turns_stay_as_they_are() {
        add("a", 2);
        add("b", 2);

        assertThat(List.of(newest(), newest(), newest(), newest())).containsExactly("a1", "b1", "a0", "b0");
        assertThat(queue.takeNewest()).isNull();
    }

    @Test
    void a_tenant_that_comes_back_has_its_turn_after_all_others() {
        add("a", 1);
        add("b", 2);
        queue.takeOldest();
        add("a", 1);

        assertThat(drain()).containsExactly("b0", "a0", "b1");
    }

    @Test
    void the_tenant_with_most_loses() {
        add("small", 2);
        add("large", 3);

        assertThat(queue.mostRounds()).isEqualTo(3);
        assertThat(queue.dropNewest()).isEqualTo("large2");
        assertThat(queue.roundsWithOneMore("small", 1)).isEqualTo(3);
        assertThat(queue.roundsWithOneMore("nobody", 1)).isEqualTo(1);
    }

    @Test
    void most_is_counted_by_weight() {
        addOf("heavy", 10, 10);
        addOf("light", 1, 2);

        assertThat(queue.dropOldest()).isEqualTo("light0");
        assertThat(queue.roundsWithOneMore("heavy", 1)).isEqualTo(2);
    }

    @Test
    void an_item_is_taken_out_of_the_middle_once() {
        queue.add("first", "a", 1);
        Queued<String> middle = queue.add("middle", "a", 1);
        queue.add("last", "a", 1);

        assertThat(queue.remove(middle)).isTrue();
        assertThat(queue.remove(middle)).isFalse();
        assertThat(drain()).containsExactly("first", "last");
    }

    @Test
    void a_tenant_is_forgotten_with_its_last_item() {
        for (int i = 0; i < 1_000; i++) {
            queue.add("item", "tenant" + i, 1);
            queue.takeOldest();
        }

        assertThat(queue.tenants()).isZero();
        assertThat(queue.size()).isZero();
        assertThat(queue.mostRounds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1_000_001})
    void an_impossible_weight_is_refused(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.add("item", "tenant", weight))
                .withMessage("weight: " + weight + " (expected: >= 1 and <= 1000000)");
    }

    @Property(tries = 300)
    void two_tenants_with_items_waiting_differ_by_at_most_one_turn(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int weight, @ForAll @IntRange(max = 5) int others) {
        var random = new SplittableRandom(seed);
        addOf("a", weight, 500);
        addOf("b", weight, 500);
        int[] served = new int[2];
        int from = random.nextInt(20);
        // Over any interval, whatever others do in the meantime, and wherever in a turn it begins.
        for (int i = 0; i < 200; i++) {
            for (int other = 0; other < others; other++) {
                if (random.nextBoolean()) {
                    queue.add("x", "other" + other, 1 + random.nextInt(3));
                }
            }
            String item = random.nextBoolean() ? queue.takeOldest() : queue.takeNewest();
            if (i >= from && item != null && !item.equals("x")) {
                served[item.startsWith("a") ? 0 : 1]++;
                assertThat(Math.abs(served[0] - served[1])).isLessThanOrEqualTo(weight);
            }
        }
    }

    @Property(tries = 300)
    void keeps_count_whatever_is_done_to_it(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var places = new HashMap<String, Queued<String>>();
        var lengths = new HashMap<String, Integer>();
        int[] weights = {1, 2, 7};
        for (int i = 0; i < 300; i++) {
            int tenant = random.nextInt(3);
            if (random.nextInt(5) < 3) {
                String item = tenant + "-" + i;
                places.put(item, queue.add(item, "t" + tenant, weights[tenant]));
                lengths.merge("t" + tenant, 1, Integer::sum);
            } else {
                String gone = takeAny(random, places);
                if (gone != null) {
                    places.remove(gone);
                    lengths.merge("t" + gone.charAt(0), -1, Integer::sum);
                }
            }
            assertThat(queue.size()).isEqualTo(places.size());
            assertThat(queue.mostRounds()).isEqualTo(mostRounds(lengths, weights));
        }
        assertThat(drain()).containsExactlyInAnyOrderElementsOf(places.keySet());
    }

    private @Nullable String takeAny(SplittableRandom random, Map<String, Queued<String>> places) {
        if (random.nextInt(3) == 0 && !places.isEmpty()) {
            String item = List.copyOf(places.keySet()).get(random.nextInt(places.size()));
            assertThat(queue.remove(Objects.requireNonNull(places.get(item)))).isTrue();
            return item;
        }
        return switch (random.nextInt(4)) {
            case 0 -> queue.takeOldest();
            case 1 -> queue.takeNewest();
            case 2 -> queue.dropOldest();
            default -> queue.dropNewest();
        };
    }

    private static int mostRounds(Map<String, Integer> lengths, int[] weights) {
        int most = 0;
        for (int i = 0; i < weights.length; i++) {
            most = Math.max(most, (int) Math.ceil((double) lengths.getOrDefault("t" + i, 0) / weights[i]));
        }
        return most;
    }

    private void add(String tenant, int count) {
        addOf(tenant, 1, count);
    }

    private void addOf(String tenant, int weight, int count) {
        for (int i = 0; i < count; i++) {
            queue.add(tenant + i, tenant, weight);
        }
    }

    private String newest() {
        return String.valueOf(queue.takeNewest());
    }

    private List<String> drain() {
        var all = new ArrayList<String>();
        for (String item = queue.takeOldest(); item != null; item = queue.takeOldest()) {
            all.add(item);
        }
        return all;
    }
}
