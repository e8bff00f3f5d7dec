package io.goodput.logging;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a line.
 *
 * @param <P> where lines come from, as a {@link LogLimiter} knows it
 */
public sealed interface LogDecision<P> {
    /**
     * It is to be written.
     *
     * @param before what is to be told first of lines like it; null if none was held back
     */
    record Through<P>(@Nullable HeldBack<P> before) implements LogDecision<P> {}

    /** It is not to be written, and is counted. */
    final class Held<P> implements LogDecision<P> {
        private final LineKind<P> kind;

        Held(LineKind<P> kind) {
            this.kind = kind;
        }

        /**
         * Keeps what the line says, to be shown as the latest. What is no plain value is made text now, because it may
         * change, or hold much, or belong to this thread; no more than a line's worth of any text is kept.
         *
         * @param arguments for the placeholders of the template, <code>{}</code>; kept by nobody, and may be used again
         */
        public void latest(
                P place, String template, @Nullable Object @Nullable [] arguments, @Nullable Throwable thrown) {
            kind.latest(LatestLine.of(place, template, arguments, thrown));
        }
    }
}
