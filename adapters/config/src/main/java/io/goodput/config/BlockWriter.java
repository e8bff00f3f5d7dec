package io.goodput.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Block} key by key, in the order of the calls. A key whose value is null is left out. */
final class BlockWriter {
    private final SequencedMap<String, Written> values = new LinkedHashMap<>();

    BlockWriter time(String key, @Nullable Duration value) {
        return value == null ? this : put(key, new Written.Text(Durations.format(value)));
    }

    BlockWriter rate(String key, double perSecond) {
        return put(key, new Written.Text(Rates.format(perSecond)));
    }

    BlockWriter share(String key, double share) {
        return put(key, new Written.Text(Shares.format(share)));
    }

    BlockWriter number(String key, double value) {
        return put(key, new Written.Literal(Measure.plain(BigDecimal.valueOf(value))));
    }

    BlockWriter whole(String key, long value) {
        return put(key, new Written.Literal(Long.toString(value)));
    }

    BlockWriter bool(String key, boolean value) {
        return put(key, new Written.Literal(Boolean.toString(value)));
    }

    BlockWriter text(String key, String value) {
        return put(key, new Written.Text(value));
    }

    BlockWriter word(String key, Enum<?> value) {
        return text(key, Words.of(value));
    }

    <T> BlockWriter list(String key, Collection<T> items, Function<T, Written> write) {
        return put(key, new Written.Items(items.stream().map(write).toList()));
    }

    /** A block of the user's names. */
    <T> BlockWriter named(String key, Map<String, T> named, Function<T, Written> write) {
        var block = new BlockWriter();
        named.forEach((name, value) -> block.put(name, write.apply(value)));
        return put(key, block.written());
    }

    <T> BlockWriter block(String key, @Nullable T value, Function<T, Written> write) {
        return value == null ? this : put(key, write.apply(value));
    }

    BlockWriter put(String key, Written value) {
        values.put(key, value);
        return this;
    }

    Written.Entries written() {
        return new Written.Entries(values);
    }
}
