package io.goodput.telemetry.unit;

import io.goodput.telemetry.record.FieldWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text, numbers and truths, of which the latest counts. A number that its unit's own thread tells is kept without an
 * object.
 */
@SuppressWarnings("ReferenceEquality") // what stands for a number is one object
final class Values {
    /** Longer text is cut before it is kept; whoever writes cuts to the limit of a value, and says so. */
    static final int MOST_CHARACTERS = 1_025;

    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Object[].class);

    /** Stands for the number in the other array. */
    private static final Object NUMBER = new Object();

    private final @Nullable Object[] values;
    private final long[] numbers;

    Values(int size) {
        this.values = new Object[size];
        this.numbers = new long[size];
    }

    /** Text that nobody is to read. */
    private record Secret(String text) {}

    void text(int place, @Nullable CharSequence text, boolean secret) {
        AT.setRelease(values, place, kept(text, secret));
    }

    void truth(int place, boolean truth) {
        AT.setRelease(values, place, Boolean.valueOf(truth));
    }

    void number(boolean mine, int place, long number) {
        if (mine) {
            numbers[place] = number;
            AT.setRelease(values, place, NUMBER);
        } else {
            AT.setRelease(values, place, Long.valueOf(number));
        }
    }

    /** As much of it as is kept, and that it is secret, if it is. */
    static @Nullable Object kept(@Nullable CharSequence text, boolean secret) {
        String kept = kept(text);
        return kept == null || !secret ? kept : new Secret(kept);
    }

    /** As much of a text as is kept, as text that does not change. */
    static @Nullable String kept(@Nullable CharSequence text) {
        if (text == null) {
            return null;
        }
        return text.length() <= MOST_CHARACTERS
                ? text.toString()
                : text.subSequence(0, MOST_CHARACTERS).toString();
    }

    @Nullable Object get(int place) {
        Object value = AT.getAcquire(values, place);
        return value == NUMBER ? (Object) numbers[place] : value;
    }

    /** Writes one as a field, if it was told. */
    void write(FieldWriter out, String name, int place) {
        Object value = AT.getAcquire(values, place);
        if (value == NUMBER) {
            out.name(name).number(numbers[place]);
        } else {
            write(out, name, value);
        }
    }

    /** Writes a value as a field, if there is one. */
    static void write(FieldWriter out, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        out.name(name);
        if (value instanceof Secret(String text)) {
            out.secret(text);
        } else if (value instanceof Long number) {
            out.number(number);
        } else if (value instanceof Boolean truth) {
            out.truth(truth);
        } else {
            out.text(value.toString());
        }
    }

    /** What was told so far goes to others; a number of the owner's only if this is the owner. */
    void moveTo(Values to, boolean mine) {
        for (int i = 0; i < values.length; i++) {
            Object value = AT.getAcquire(values, i);
            if (value == NUMBER && !mine) {
                continue;
            }
            to.numbers[i] = numbers[i];
            to.values[i] = value;
            boolean _ = AT.compareAndSet(values, i, value, null);
        }
    }

    void clear() {
        Arrays.fill(values, null);
    }

    /** Memory, in bytes. */
    int bytes() {
        int bytes = 12 * values.length;
        for (Object value : values) {
            bytes += value instanceof String text ? bytes(text) : value instanceof Secret(var text) ? bytes(text) : 0;
        }
        return bytes;
    }

    static int bytes(@Nullable String text) {
        return text == null ? 0 : 48 + 2 * text.length();
    }
}
