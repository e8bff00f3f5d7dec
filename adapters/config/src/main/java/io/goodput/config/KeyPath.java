package io.goodput.config;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root to a node, such as {@code phases[0].rate}; a chain, so that 100,000 nodes share their starts.
 */
record KeyPath(@Nullable KeyPath parent, String step) {
    static final KeyPath ROOT = new KeyPath(null, "");

    KeyPath key(String key) {
        // A key that would read as two, or that is long or odd, is quoted.
        boolean plain = !key.isEmpty() && key.codePoints().noneMatch(c -> ".[]\" ".indexOf(c) >= 0);
        var shown = plain ? Echo.of(key) : '"' + Echo.of(key) + '"';
        return new KeyPath(this, parent == null ? shown : "." + shown);
    }

    KeyPath item(int index) {
        return new KeyPath(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + step;
    }
}
