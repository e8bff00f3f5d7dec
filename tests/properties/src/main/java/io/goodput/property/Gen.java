package io.goodput.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A generator: makes a value of choices. The same choices make the same value, and lower ones a simpler value, which is
 * all that shrinking asks for. One that is made of others is a lambda that asks them in turn, and may look at what it
 * got:
 *
 * <pre>{@code
 * Gen<Window> windows = choices -> {
 *     int first = Gen.ints(0, 10).from(choices);
 *     return new Window(first, Gen.ints(first, 20).from(choices));
 * };
 * }</pre>
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface Gen<T extends @Nullable Object> {
    /** The most elements of a list and characters of a string, unless told. */
    int LONGEST = 255;

    T from(Choices choices);

    /** Always the same. */
    static <T extends @Nullable Object> Gen<T> just(T value) {
        return _ -> value;
    }

    /** One of these, all as likely; the first is the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs") // handed on and only read
    static <T> Gen<T> of(T... values) {
        return of(List.of(values));
    }

    /** One of these, all as likely; the first is the simplest. */
    static <T> Gen<T> of(List<? extends T> values) {
        check(!values.isEmpty(), "values: none (expected: >= 1)");
        return choices -> values.get(evenly(choices, values.size()));
    }

    /** What one of these makes, all as likely; the first is the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs") // handed on and only read
    static <T extends @Nullable Object> Gen<T> oneOf(Gen<? extends T>... gens) {
        Gen<Gen<? extends T>> which = of(gens);
        return choices -> which.from(choices).from(choices);
    }

    /** What one of these makes, each as often as its weight is of all weights; the first is the simplest. */
    @SafeVarargs
    static <T extends @Nullable Object> Gen<T> frequency(Weighted<? extends T>... weighted) {
        check(weighted.length > 0, "weighted: none (expected: >= 1)");
        List<Integer> tickets = new ArrayList<>();
        for (int which = 0; which < weighted.length; which++) {
            for (int i = 0; i < weighted[which].weight; i++) {
                tickets.add(which);
            }
        }
        return choices -> {
            long which = choices.next(weighted.length - 1L, chance -> tickets.get(chance.nextInt(tickets.size())));
            return weighted[(int) which].gen.from(choices);
        };
    }

    /**
     * A generator among others.
     *
     * @param weight how often, in proportion to the others; at least 1
     * @param gen what makes the values
     * @param <T> what is made
     */
    record Weighted<T extends @Nullable Object>(int weight, Gen<T> gen) {
        public Weighted {
            check(weight >= 1, "weight: " + weight + " (expected: >= 1)");
        }
    }

    static Gen<Boolean> booleans() {
        return of(false, true);
    }

    /** From the least to the most, both included; 0 and up is the simplest, and nearer to 0. */
    static Gen<Integer> ints(int min, int max) {
        return longs(min, max).map(Math::toIntExact);
    }

    /** From the least to the most, both included; 0 and up is the simplest, and nearer to 0. */
    static Gen<Long> longs(long min, long max) {
        return new LongGen(min, max);
    }

    /** From the least to the most, both included, and finite; whole ones near 0 are the simplest. */
    static Gen<Double> doubles(double min, double max) {
        return new DoubleGen(min, max);
    }

    /**
     * All of UTF-16, halves of pairs included; letters are the simplest, and more than half are what a keyboard has.
     */
    static Gen<Character> chars() {
        return new CharGen();
    }

    /** From one to another, both included; the first is the simplest. */
    static Gen<Character> chars(char from, char to) {
        return longs(from, to).map(c -> (char) c.longValue());
    }

    /** Strings of these characters, from the shortest to the longest. */
    static Gen<String> strings(Gen<Character> chars, int min, int max) {
        return chars.list(min, max).map(list -> {
            var text = new StringBuilder(list.size());
            list.forEach(text::append);
            return text.toString();
        });
    }

    /** Any number of these, from none to all, in their order. */
    static <T> Gen<List<T>> subset(List<T> values) {
        return choices -> values.stream().filter(_ -> evenly(choices, 2) == 1).toList();
    }

    /** Changed by a function. */
    default <R extends @Nullable Object> Gen<R> map(Function<? super T, ? extends R> change) {
        return choices -> change.apply(from(choices));
    }

    /** Lists of these, from the fewest to the most elements; the shortest are the simplest. */
    default Gen<List<T>> list(int min, int max) {
        return new ListGen<>(this, min, max);
    }

    /**
     * Null now and then, which is the simplest.
     *
     * @param share how often; from 0 to 1
     */
    default Gen<@Nullable T> orNull(double share) {
        check(share >= 0 && share <= 1, "share: " + share + " (expected: >= 0 and <= 1)");
        return choices -> choices.next(1, chance -> chance.nextDouble() < share ? 0 : 1) == 0 ? null : from(choices);
    }

    private static int evenly(Choices choices, int values) {
        return (int) choices.next(values - 1L, chance -> chance.nextInt(values));
    }

    private static void check(boolean expected, String otherwise) {
        if (!expected) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
