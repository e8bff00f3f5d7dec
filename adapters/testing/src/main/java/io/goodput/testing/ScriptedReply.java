package io.goodput.testing;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a call of a {@link ScriptedDependency} ends: with a value, an exception, or not at all.
 *
 * @param after so long after it began; null for never
 * @param answer what it gives
 * @param failure what it throws instead, a new one each time; null where it answers
 */
record ScriptedReply<T extends @Nullable Object>(
        @Nullable Duration after, T answer, @Nullable Supplier<? extends Exception> failure) {}
