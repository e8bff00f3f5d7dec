package io.goodput.bounds;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses a value by its name, and says what was expected. What is good it gives back. */
public final class Expected {
    private Expected() {}

    /**
     * The refusal of a value, to be thrown: {@code name: value (expected: …)}.
     *
     * @param value shown as {@link Shown} says, a text in quotes
     * @param expected what would be right: {@code >= 1}
     */
    public static IllegalArgumentException refused(String name, @Nullable Object value, String expected) {
        String shown = value instanceof String text ? "\"" + text + "\"" : Shown.of(value);
        return new IllegalArgumentException(name + ": " + shown + " (expected: " + expected + ")");
    }

    /** A whole number on a path that must not box it; settings use a {@code Range}. */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(name, value, ">= " + least + " and <= " + most);
        }
        return value;
    }

    /** A whole number without an upper end. */
    public static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw refused(name, value, ">= " + least);
        }
        return value;
    }

    /** A whole number without an upper end, such as an instant. */
    public static long atLeast(String name, long value, long least) {
        if (value < least) {
            throw refused(name, value, ">= " + least);
        }
        return value;
    }

    /** A time of any length, none included. */
    public static Duration notNegative(String name, Duration time) {
        if (time.isNegative()) {
            throw refused(name, time, ">= 0s");
        }
        return time;
    }

    /** A time of any length but none. */
    public static Duration positive(String name, Duration time) {
        if (!time.isPositive()) {
            throw refused(name, time, "> 0s");
        }
        return time;
    }

    /**
     * At least one of these words, and nothing else.
     *
     * @param among what makes sense, in the order in which a message names it
     */
    public static <E extends Enum<E>> Set<E> someOf(String name, Collection<E> values, Collection<E> among) {
        List<E> senseless =
                values.stream().filter(each -> !among.contains(each)).toList();
        if (values.isEmpty() || !senseless.isEmpty()) {
            String words = among.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw refused(name, senseless, "some of " + words);
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(values));
    }
}
