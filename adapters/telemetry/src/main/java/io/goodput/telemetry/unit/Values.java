package io.goodput.telemetry.unit;

import io.goodput.telemetry.record.FieldWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text, numbers and truths, of which the latest counts. What its unit's own thread tells of numbers and truths is kept
 * without an object.
 *
 * <p>Whether a value is of this unit or was left by an earlier one stands beside it, so that there is nothing to take
 * away after each. Nor is a reference written that is there already: to an old object a collector makes that dearer
 * than all else that is told.
 */
final class Values {
    /** Longer text is cut before it is kept; whoever writes cuts to the limit of a value, and says so. */
    static final int MOST_CHARACTERS = 1_025;

    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle TOLD = MethodHandles.arrayElementVarHandle(int[].class);

    private static final int OBJECT = 1;
    private static final int NUMBER = 2;
    private static final int TRUTH = 3;
    private static final int KINDS = 4;

    private final @Nullable Object[] values;
    private final long[] numbers;

    /** The unit that told it, and as what. */
    private final int[] told;

    /** This unit; a multiple of {@link #KINDS}, and not 0. */
    private int unit = KINDS;

    private volatile boolean hasSecrets;

    Values(int size) {
        this.values = new Object[size];
        this.numbers = new long[size];
        this.told = new int[size];
    }

    /** Text that nobody is to read. */
    private record Secret(String text) {}

    void text(int place, @Nullable CharSequence text, boolean secret) {
        if (secret && !hasSecrets) {
            hasSecrets = true;
        }
        object(place, kept(text, secret));
    }

    void truth(boolean mine, int place, boolean truth) {
        if (mine) {
            own(place, TRUTH, truth ? 1 : 0);
        } else {
            object(place, truth);
        }
    }

    void number(boolean mine, int place, long number) {
        if (mine) {
            own(place, NUMBER, number);
        } else {
            object(place, number);
        }
    }

    private void own(int place, int kind, long number) {
        numbers[place] = number;
        TOLD.setRelease(told, place, unit | kind);
    }

    @SuppressWarnings("ReferenceEquality") // what is there already is not written again
    private void object(int place, @Nullable Object value) {
        if (values[place] != value) {
            AT.setRelease(values, place, value);
        }
        TOLD.setRelease(told, place, unit | OBJECT);
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
        return switch (kind((int) TOLD.getAcquire(told, place))) {
            case OBJECT -> AT.getAcquire(values, place);
            case NUMBER -> numbers[place];
            case TRUTH -> numbers[place] != 0;
            default -> null;
        };
    }

    /** What was told as; 0 if it was told of an earlier unit. */
    private int kind(int toldAs) {
        return (toldAs & -KINDS) == unit ? toldAs & KINDS - 1 : 0;
    }

    /** Writes one as a field, if it was told. */
    void write(FieldWriter out, String name, int place) {
        switch (kind((int) TOLD.getAcquire(told, place))) {
            case OBJECT -> write(out, name, AT.getAcquire(values, place));
            case NUMBER -> out.name(name).number(numbers[place]);
            case TRUTH -> out.name(name).truth(numbers[place] != 0);
            default -> {}
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

    /** What was told so far goes to others; what the owner told without an object only if this is the owner. */
    void moveTo(Values to, boolean mine) {
        for (int i = 0; i < values.length; i++) {
            int toldAs = (int) TOLD.getAcquire(told, i);
            int kind = kind(toldAs);
            if (kind == OBJECT) {
                Object value = AT.getAcquire(values, i);
                to.object(i, value);
                boolean _ = AT.compareAndSet(values, i, value, null);
            } else if (kind != 0 && mine) {
                to.own(i, kind, numbers[i]);
                boolean _ = TOLD.compareAndSet(told, i, toldAs, 0);
            }
        }
        to.hasSecrets = hasSecrets;
    }

    /** As before anything was told. While nobody tells anything. No secret stays in memory for longer than its unit. */
    void clear() {
        unit += KINDS;
        if (unit == 0) {
            Arrays.fill(told, 0);
            unit = KINDS;
        }
        if (hasSecrets) {
            hasSecrets = false;
            Arrays.fill(values, null);
        }
    }

    /** Memory, in bytes. */
    int bytes() {
        int bytes = 24 * values.length;
        for (Object value : values) {
            bytes += value instanceof String text ? bytes(text) : value instanceof Secret(var text) ? bytes(text) : 0;
        }
        return bytes;
    }

    static int bytes(@Nullable String text) {
        return text == null ? 0 : 48 + 2 * text.length();
    }
}
