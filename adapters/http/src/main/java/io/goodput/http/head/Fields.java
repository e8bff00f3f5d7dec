package io.goodput.http.head;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header or trailer fields of a message in the order in which they came, each line for itself. Names keep their
 * case, and are found whatever theirs is. A value has one character for each of its bytes (ISO 8859-1). Immutable.
 *
 * <pre>{@code
 * Fields fields = Fields.of("Host", "shop.example", "Accept", "text/html");
 * String host = fields.first("host");
 * }</pre>
 */
public final class Fields {
    /** None. */
    public static final Fields NONE = new Fields(new String[0], 0);

    private final String[] pairs;
    private final int length;

    private Fields(String[] pairs, int length) {
        this.pairs = pairs;
        this.length = length;
    }

    /**
     * Fields of names and values in turn.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public static Fields of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "namesAndValues: " + namesAndValues.length + " (expected: a value for each name)");
        }
        return new Fields(namesAndValues.clone(), namesAndValues.length);
    }

    /** How many lines. */
    public int size() {
        return length / 2;
    }

    /** The name of a line, from 0. */
    public String name(int index) {
        return pairs[2 * index];
    }

    /** The value of a line, from 0. */
    public String value(int index) {
        return pairs[2 * index + 1];
    }

    /** The value of the first line of that name; null without one. */
    public @Nullable String first(String name) {
        int index = indexOf(name, 0);
        return index < 0 ? null : value(index);
    }

    /** How many lines have that name. */
    public int count(String name) {
        int count = 0;
        for (int index = indexOf(name, 0); index >= 0; index = indexOf(name, index + 1)) {
            count++;
        }
        return count;
    }

    /** The first line of that name at or after one; -1 if there is none. */
    public int indexOf(String name, int from) {
        for (int index = from; index < size(); index++) {
            if (name(index).equalsIgnoreCase(name)) {
                return index;
            }
        }
        return -1;
    }

    /** The same lines, names in their case. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields that && Arrays.equals(pairs, 0, length, that.pairs, 0, that.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(pairs, length));
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        var text = new StringBuilder("Fields[");
        for (int index = 0; index < size(); index++) {
            text.append(index == 0 ? "" : ", ").append(name(index));
        }
        return text.append(']').toString();
    }

    /** Collects lines. Not thread-safe. */
    public static final class Builder {
        private String[] pairs = new String[32];
        private int length;

        /** None so far. */
        public Builder() {}

        /** One more line, after all others. */
        public Builder add(String name, String value) {
            if (length == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * length);
            }
            pairs[length++] = name;
            pairs[length++] = value;
            return this;
        }

        /** How many lines so far. */
        public int size() {
            return length / 2;
        }

        /** The lines, which are no longer this builder's: it begins anew. */
        public Fields build() {
            Fields built = length == 0 ? NONE : new Fields(pairs, length);
            pairs = new String[32];
            length = 0;
            return built;
        }
    }
}
