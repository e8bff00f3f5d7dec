package io.goodput.config.policy.client;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of a policy when its settings do: it stays, with all it knows, unless it is new or gone. */
final class Changed {
    private Changed() {}

    /**
     * The policy to go on with, where calls keep what they began with: another one, with the state of the one before.
     *
     * @param before the one there is, if there is one
     * @param settings what it is to go by; null takes it away
     * @param create makes a new one
     * @param change makes one of other settings
     */
    static <P, S> @Nullable P copyOf(
            @Nullable P before, @Nullable S settings, Function<S, P> create, BiFunction<P, S, P> change) {
        if (settings == null) {
            return null;
        }
        return before == null ? create.apply(settings) : change.apply(before, settings);
    }

    /**
     * The policy to go on with, which calls share.
     *
     * @param before the one there is, if there is one
     * @param settings what it is to go by; null takes it away
     * @param create makes a new one
     * @param change changes one in place
     */
    static <P, S> @Nullable P of(
            @Nullable P before, @Nullable S settings, Function<S, P> create, BiConsumer<P, S> change) {
        if (settings == null) {
            return null;
        }
        if (before == null) {
            return create.apply(settings);
        }
        change.accept(before, settings);
        return before;
    }
}
