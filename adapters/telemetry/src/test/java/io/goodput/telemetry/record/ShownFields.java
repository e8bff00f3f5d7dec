package io.goodput.telemetry.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record as a test reads it: {@code {v=1, kind=process, counts={failed=2}}}. */
public final class ShownFields implements FieldWriter {
    private final StringBuilder text = new StringBuilder();

    private ShownFields() {}

    public static String of(Outgoing record) {
        var shown = new ShownFields();
        record.writeTo(shown);
        return shown.text.toString().replace("{, ", "{").replace("[, ", "[");
    }

    private ShownFields put(Object value) {
        text.append(value);
        return this;
    }

    @Override
    public FieldWriter beginObject() {
        return put("{");
    }

    @Override
    public FieldWriter endObject() {
        return put("}");
    }

    @Override
    public FieldWriter beginArray() {
        return put("[");
    }

    @Override
    public FieldWriter endArray() {
        return put("]");
    }

    @Override
    public FieldWriter name(String name) {
        return put(", " + name + "=");
    }

    @Override
    public FieldWriter text(@Nullable CharSequence value) {
        return put(value == null ? "-" : value);
    }

    @Override
    public FieldWriter secret(@Nullable CharSequence value) {
        return put("***");
    }

    @Override
    public FieldWriter number(long number) {
        return put(number);
    }

    @Override
    public FieldWriter number(double number) {
        return put(number);
    }

    @Override
    public FieldWriter truth(boolean truth) {
        return put(truth);
    }

    @Override
    public FieldWriter instant(long epochNanos) {
        return put(Instant.ofEpochSecond(0, epochNanos));
    }

    @Override
    public FieldWriter hex(long high) {
        return put(Long.toHexString(high));
    }

    @Override
    public FieldWriter hex(long high, long low) {
        return put(Long.toHexString(high) + Long.toHexString(low));
    }

    @Override
    public FieldWriter cut(String what) {
        return this;
    }
}
