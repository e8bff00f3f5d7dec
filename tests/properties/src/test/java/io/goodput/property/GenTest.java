package io.goodput.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What generators make: all of it in range, the edges among it, and nothing left out. */
class GenTest {
    private static final int MANY = 10_000;

    @Test
    void numbers_are_in_their_range_and_both_ends_and_the_middle_come() {
        for (long[] range : new long[][] {
            {0, 0},
            {0, 1},
            {-1, 0},
            {3, 9},
            {-9, -3},
            {-5, 7},
            {0, 1_000_000},
            {Long.MIN_VALUE, Long.MAX_VALUE},
            {Long.MIN_VALUE, -2},
            {Long.MAX_VALUE - 1, Long.MAX_VALUE},
            {-1, Long.MAX_VALUE},
            {Long.MIN_VALUE, 0}
        }) {
            long min = range[0];
            long max = range[1];
            assertThat(many(Gen.longs(min, max)))
                    .allMatch(n -> min <= n && n <= max)
                    .contains(min, max, Math.clamp(0L, min, max));
        }
        assertThat(many(Gen.ints(Integer.MIN_VALUE, Integer.MAX_VALUE)))
                .contains(Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, 0, 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    }

    @Test
    void numbers_lean_to_small_ones_and_leave_out_no_part_of_their_range() {
        List<Long> many = many(Gen.longs(0, 999_999));

        for (int tenth = 0; tenth < 10; tenth++) {
            long from = tenth * 100_000L;
            assertThat(share(many, n -> n >= from && n < from + 100_000)).isGreaterThan(0.03);
        }
        assertThat(share(many, n -> n < 1_000)).isBetween(0.2, 0.4);
    }

    @Test
    void doubles_are_in_their_range_with_its_ends_whole_ones_tiny_ones_and_zero_of_both_signs() {
        for (double[] range : new double[][] {
            {0, 1},
            {0.3, 0.31},
            {-2, 5},
            {-7, -6.5},
            {1e-6, 5_000},
            {1, 1e18},
            {5, 5},
            {-4, 0},
            {-Double.MAX_VALUE, Double.MAX_VALUE},
            {0, Double.MIN_VALUE},
            {Math.nextDown(1), 1}
        }) {
            double min = range[0];
            double max = range[1];
            assertThat(many(Gen.doubles(min, max)))
                    .allMatch(n -> min <= n && n <= max && Double.isFinite(n))
                    .contains(min, max);
        }
        assertThat(many(Gen.doubles(-2, 2))).contains(-0.0, 0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE);
    }

    @Test
    void doubles_leave_out_no_part_of_their_range_and_no_size() {
        List<Double> many = many(Gen.doubles(0, 1));

        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            assertThat(share(many, n -> n >= from && n < from + 0.1)).isGreaterThan(0.04);
        }
        assertThat(share(many, n -> n > 0 && n < 1e-6)).isBetween(0.05, 0.2);
        assertThat(share(many, n -> n != Math.rint(n * 1_000) / 1_000)).isGreaterThan(0.4);
    }

    @Test
    void lists_have_their_sizes_and_the_ends_of_them_come() {
        List<Integer> sizes =
                many(Gen.booleans().list(2, 40)).stream().map(List::size).toList();

        assertThat(sizes).allMatch(size -> 2 <= size && size <= 40).contains(2, 3, 39, 40);
        assertThat(Set.copyOf(sizes)).hasSize(39);
    }

    @Test
    void characters_are_all_there_and_each_once() {
        List<Character> all = new ArrayList<>();
        for (int choice = 0; choice <= Character.MAX_VALUE; choice++) {
            all.add(new CharGen().from(Choices.told(choice)));
        }

        assertThat(all).doesNotHaveDuplicates().startsWith('a', 'b').contains('\0', '\uffff', '\ud800');
        assertThat(share(many(Gen.chars()), c -> c >= ' ' && c <= '~')).isBetween(0.5, 0.7);
        assertThat(many(Gen.chars())).contains('\0', '\uffff', '\n', 'ä').anyMatch(Character::isSurrogate);
        assertThat(many(Gen.chars('!', '~')))
                .allMatch(c -> c >= '!' && c <= '~')
                .contains('!', '~');
    }

    @Test
    void strings_have_their_lengths() {
        assertThat(many(Gen.strings(Gen.chars('a', 'c'), 1, 4)))
                .allMatch(text -> text.matches("[abc]{1,4}"))
                .contains("a", "cccc");
    }

    @Test
    void others_come_as_often_as_they_weigh() {
        Gen<String> gen = Gen.frequency(
                new Gen.Weighted<>(3, Gen.just("often")),
                new Gen.Weighted<>(1, Gen.oneOf(Gen.just("a"), Gen.just("b"))));

        assertThat(share(many(gen), "often"::equals)).isBetween(0.72, 0.78);
        assertThat(share(many(gen), "a"::equals)).isBetween(0.10, 0.15);
        assertThat(share(many(Gen.of("a", "b", "c", "d")), "d"::equals)).isBetween(0.22, 0.28);
        List<@Nullable String> some = many(Gen.just("").orNull(0.3));
        assertThat(Collections.frequency(some, null)).isBetween(2_700, 3_300);
        assertThat(many(Gen.subset(List.of(1, 2)))).contains(List.of(), List.of(1), List.of(2), List.of(1, 2));
    }

    @Test
    void edges_of_several_come_together() {
        Gen<List<Integer>> gen = Gen.ints(1, 1_000_000).list(3, 3);

        assertThat(many(gen)).contains(List.of(1, 1, 1)).anyMatch(list -> Collections.frequency(list, 1_000_000) > 1);
    }

    @Test
    void the_same_choices_make_the_same_value() {
        Gen<List<Double>> gen = Gen.doubles(-3, 3).list(0, 20);
        var random = new SplittableRandom(1);

        for (int i = 0; i < 1_000; i++) {
            Choices drawn = Choices.drawn(random);
            List<Double> value = gen.from(drawn);
            Choices told = Choices.told(drawn.made());
            assertThat(gen.from(told)).isEqualTo(value);
            assertThat(told.made()).isEqualTo(drawn.made());
        }
    }

    private static <T extends @Nullable Object> List<T> many(Gen<T> gen) {
        var random = new SplittableRandom(1);
        List<T> many = new ArrayList<>(MANY);
        Stream.generate(() -> Choices.drawn(random)).limit(MANY).forEach(choices -> many.add(gen.from(choices)));
        return many;
    }

    private static <T> double share(List<T> values, Predicate<? super T> like) {
        return values.stream().filter(like).count() / (double) values.size();
    }
}
