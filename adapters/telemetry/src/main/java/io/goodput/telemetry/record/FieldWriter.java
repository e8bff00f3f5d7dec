package io.goodput.telemetry.record;

import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of one record, in the order in which they are to stand: a format, such as JSON lines or Ion. Text
 * may be anything: the format escapes and shortens it, keeps the record within its bounds, and says what it cut.
 *
 * <p>Not thread-safe, and made to be used again and again by the one thread that writes.
 */
public interface FieldWriter {
    /** Begins an object: the record itself, a value of a field, or an element of an array. */
    FieldWriter beginObject();

    /** Ends it. */
    FieldWriter endObject();

    /** Begins an array, as the value of a field. */
    FieldWriter beginArray();

    /** Ends it. */
    FieldWriter endArray();

    /** The name of what comes next in an object. */
    FieldWriter name(String name);

    /** Text as it was told, long and hostile as it may be; null is no value, and takes the name before it back. */
    FieldWriter text(@Nullable CharSequence text);

    /**
     * Text that nobody is to read: a digest of it is written, made with a key, by which equal ones can be told. Without
     * a key, or without text, there is no value, and the name before it is taken back.
     */
    FieldWriter secret(@Nullable CharSequence text);

    /** A whole number. */
    FieldWriter number(long number);

    /** A number; what is no number is written as text. */
    FieldWriter number(double number);

    /** True or false. */
    FieldWriter truth(boolean truth);

    /** An instant, in nanoseconds since 1970. */
    FieldWriter instant(long epochNanos);

    /** 8 bytes as 16 hexadecimal digits. */
    FieldWriter hex(long high);

    /** 16 bytes as 32 hexadecimal digits. */
    FieldWriter hex(long high, long low);

    /**
     * Notes that this was shortened or left out before it came here: the record says so in its {@code cut}, once,
     * beside what the format itself cuts.
     */
    FieldWriter cut(String what);
}
