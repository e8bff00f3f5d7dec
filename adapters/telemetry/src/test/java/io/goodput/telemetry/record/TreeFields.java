package io.goodput.telemetry.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record as maps and lists, for tests to look at. Refuses what would be no valid object. */
public final class TreeFields implements FieldWriter {
    private final Deque<Object> open = new ArrayDeque<>();
    private final List<String> cut = new ArrayList<>();
    private @Nullable Object whole;
    private @Nullable String name;

    private TreeFields() {}

    public static Map<String, Object> of(Outgoing record) {
        var fields = new TreeFields();
        record.writeTo(fields);
        return fields.record();
    }

    /** What stands in a field that must be there. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows what it told
    public static <T> T in(Map<?, ?> record, String name) {
        return (T) Objects.requireNonNull(record.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> record() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        var record = (Map<String, Object>) Objects.requireNonNull(whole);
        if (!cut.isEmpty()) {
            record.put("cut", cut);
        }
        return record;
    }

    @Override
    public FieldWriter beginObject() {
        return begin(new LinkedHashMap<String, Object>());
    }

    @Override
    public FieldWriter endObject() {
        return end();
    }

    @Override
    public FieldWriter beginArray() {
        return begin(new ArrayList<>());
    }

    @Override
    public FieldWriter endArray() {
        return end();
    }

    private FieldWriter begin(Object what) {
        if (open.isEmpty()) {
            whole = what;
        } else {
            put(what);
        }
        open.push(what);
        return this;
    }

    private FieldWriter end() {
        if (name != null) {
            throw new IllegalStateException("no value: " + name);
        }
        open.pop();
        return this;
    }

    @SuppressWarnings("unchecked")
    private FieldWriter put(@Nullable Object value) {
        if (open.peek() instanceof List<?> list) {
            ((List<Object>) list).add(value);
            return this;
        }
        if (name == null) {
            throw new IllegalStateException("no name: " + value);
        }
        var object = (Map<String, Object>) open.peek();
        if (value != null && object.put(name, value) != null) {
            throw new IllegalStateException("twice: " + name);
        }
        name = null;
        return this;
    }

    @Override
    public FieldWriter name(String next) {
        if (name != null) {
            throw new IllegalStateException("no value: " + name);
        }
        name = next;
        return this;
    }

    @Override
    public FieldWriter text(@Nullable CharSequence text) {
        return put(text == null ? null : text.toString());
    }

    @Override
    public FieldWriter secret(@Nullable CharSequence text) {
        return put(
                text == null
                        ? null
                        : "hmac:" + Integer.toHexString(text.toString().hashCode()));
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
        return put("%016x".formatted(high));
    }

    @Override
    public FieldWriter hex(long high, long low) {
        return put("%016x%016x".formatted(high, low));
    }

    @Override
    public FieldWriter cut(String what) {
        cut.add(what);
        return this;
    }
}
