package io.goodput.cache;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a load brought. */
sealed interface LoadResult<V> {
    record Value<V>(Optional<V> value) implements LoadResult<V> {}

    record Failure<V>(Throwable cause) implements LoadResult<V> {}

    @SuppressWarnings("NullableOptional") // as futures tell it
    static <V> LoadResult<V> of(@Nullable Optional<V> value, @Nullable Throwable failure) {
        if (failure == null) {
            return value == null ? new Failure<>(new NullPointerException("a load brought null")) : new Value<>(value);
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return new Failure<>(cause == null ? failure : cause);
    }

    /** The value or, of a failure, the one from before. */
    default Optional<V> or(Optional<V> before) {
        return this instanceof Value<V>(Optional<V> value) ? value : before;
    }
}
