package io.goodput.telemetry.contributor;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.telemetry.record.HeapCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpaceSavingTest {
    private static final int K = 100;

    /** Keys of which the ith comes in proportion to 1 / i. */
    private static final int KEYS = 10_000;

    private static final double[] SUMS = sums();
    private static final List<String> NAMES =
            IntStream.range(0, KEYS).mapToObj(i -> "tenant-" + i).toList();

    @Property(tries = 25)
    void each_of_the_true_top_ten_of_a_zipf_stream_is_there_within_the_stated_error(@ForAll long seed) {
        List<String> stream = zipf(new Random(seed), 50_000);
        TopList list = list(stream);

        assertBounds(list, stream);
        assertThat(list.contributors()).extracting(Contributor::key).containsAll(topTen(stream));
    }

    @Property(tries = 25)
    void the_bounds_hold_in_whatever_order_keys_come_and_lists_are_joined(@ForAll long seed) {
        var random = new Random(seed);
        List<String> stream = zipf(random, 20_000);
        Collections.shuffle(stream, random);
        List<TopList> parts = new ArrayList<>();
        for (int from = 0; from < stream.size(); ) {
            int to = Math.min(stream.size(), from + 1 + random.nextInt(6_000));
            parts.add(list(stream.subList(from, to)));
            from = to;
        }
        Collections.shuffle(parts, random);
        TopList joined = parts.stream().reduce(TopList.EMPTY, (some, more) -> some.plus(more, K));

        assertBounds(joined, stream);
        assertThat(joined.contributors()).extracting(Contributor::key).containsAll(topTen(stream));
        assertThat(joined.contributors()).hasSize(K);
    }

    @Property(tries = 50)
    void keys_that_all_come_once_and_those_that_come_in_rows_keep_the_bounds_too(@ForAll long seed) {
        var random = new Random(seed);
        List<String> stream = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            stream.addAll(
                    Collections.nCopies(1 + random.nextInt(1 + random.nextInt(20)), "key-" + random.nextInt(2_000)));
        }

        assertBounds(list(stream), stream);
    }

    @Test
    void few_keys_are_counted_exactly() {
        TopList list = list(List.of("a", "b", "a", "c", "a", "b"));

        assertThat(list.contributors()).containsExactly(of("a", 3), of("b", 2), of("c", 1));
        assertThat(list.unlisted()).isZero();
    }

    @Test
    void failures_and_time_are_those_that_are_certain() {
        var summary = new SpaceSaving(1);
        summary.add("a", true, 5);
        summary.add("a", false, 5);
        summary.add("b", true, 7);
        summary.add("b", true, 7);
        summary.add("b", true, 7);

        assertThat(summary.list().contributors()).containsExactly(new Contributor("b", 3, 2, 1, 7));
        assertThat(summary.list().contributors().getFirst().atLeast()).isEqualTo(1);
    }

    @Test
    void a_key_that_came_less_often_than_those_that_are_there_displaces_none_of_them() {
        var summary = new SpaceSaving(1);
        summary.add("a", false, 1);
        summary.add("a", false, 1);
        summary.add("b", false, 1);

        assertThat(summary.list()).isEqualTo(new TopList(3, 1, List.of(of("a", 2))));
    }

    /** One that comes in has another taken out, and put in order: that costs more than all else. */
    @Test
    void hardly_any_of_ten_thousand_keys_that_come_alike_takes_anothers_place() {
        var summary = new SpaceSaving(K);
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            summary.add(NAMES.get(random.nextInt(KEYS)), false, 1);
        }

        long inSlots = summary.list().contributors().stream()
                .mapToLong(Contributor::count)
                .sum();
        assertThat(inSlots).isLessThan(200_000 / 5);
    }

    @Test
    void a_cleared_one_is_as_new() {
        var summary = new SpaceSaving(K);
        for (String key : zipf(new Random(1), 10_000)) {
            summary.add(key, true, 1);
        }
        summary.clear();
        summary.add("a", false, 1);

        assertThat(summary.list()).isEqualTo(new TopList(1, 0, List.of(new Contributor("a", 1, 0, 0, 1))));
    }

    @Test
    void adding_allocates_nothing() {
        var summary = new SpaceSaving(K);
        List<String> stream = zipf(new Random(1), 20_000);

        assertThat(HeapCost.of(() -> {
                    for (int i = 0; i < stream.size(); i++) {
                        summary.add(stream.get(i), false, 1);
                    }
                }))
                .isZero();
    }

    /** No count is too low, none too high by more than said, which is N / k at most; and so is who is not there. */
    private static void assertBounds(TopList list, List<String> stream) {
        Map<String, Long> truth = counts(stream);
        long most = stream.size() / K;
        assertThat(list.total()).isEqualTo(stream.size());
        assertThat(list.unlisted()).isLessThanOrEqualTo(most);
        Map<String, Contributor> listed = new HashMap<>();
        for (Contributor each : list.contributors()) {
            listed.put(each.key(), each);
            assertThat(truth.get(each.key())).isBetween(each.atLeast(), each.count());
            assertThat(each.error()).isLessThanOrEqualTo(most);
        }
        truth.forEach((key, count) -> {
            if (!listed.containsKey(key)) {
                assertThat(count).isLessThanOrEqualTo(list.unlisted());
            }
        });
    }

    private static TopList list(List<String> stream) {
        var summary = new SpaceSaving(K);
        stream.forEach(key -> summary.add(key, false, 1));
        return summary.list();
    }

    private static List<String> topTen(List<String> stream) {
        return counts(stream).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(10)
                .filter(each -> each.getValue() > stream.size() / K)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Long> counts(List<String> stream) {
        return stream.stream().collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static Contributor of(String key, long count) {
        return new Contributor(key, count, 0, 0, count);
    }

    private static List<String> zipf(Random random, int length) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int place = Arrays.binarySearch(SUMS, random.nextDouble() * SUMS[KEYS - 1]);
            keys.add(NAMES.get(place < 0 ? -place - 1 : place));
        }
        return keys;
    }

    private static double[] sums() {
        double[] sums = new double[KEYS];
        double sum = 0;
        for (int i = 0; i < KEYS; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }
}
