package io.goodput.sim;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first event at which two runs that should be the same are not.
 *
 * @param index how many events the runs had in common before it
 * @param first what the first run did; null if it had nothing more to do
 * @param second what the second run did; null if it had nothing more to do
 */
public record Divergence(
        long index, @Nullable Firing first, @Nullable Firing second) {
    /**
     * An event as the trace knows it.
     *
     * @param at when it fired, in nanoseconds
     * @param label its {@link Event#label()}
     */
    public record Firing(long at, String label) {
        @Override
        public String toString() {
            return label + " at " + at + " ns";
        }
    }

    /**
     * Builds a simulation twice and runs the two side by side, event by event, up to and including {@code endNanos}.
     * Nothing is recorded, so a run may be as long as one likes; what the builds share by mistake shows because they
     * take turns.
     *
     * @return empty if both fired the same labels at the same times
     */
    public static Optional<Divergence> find(Supplier<Simulation> build, long endNanos) {
        var first = build.get();
        var second = build.get();
        for (long index = 0; ; index++) {
            var left = next(first, endNanos);
            var right = next(second, endNanos);
            if (!Objects.equals(left, right)) {
                return Optional.of(new Divergence(index, left, right));
            }
            if (left == null) {
                return Optional.empty();
            }
            first.step();
            second.step();
        }
    }

    private static @Nullable Firing next(Simulation run, long endNanos) {
        long at = run.nextTime();
        return at > endNanos ? null : new Firing(at, run.nextLabel());
    }

    @Override
    public String toString() {
        return "event " + index + ": " + text(first) + " in the first run, " + text(second) + " in the second";
    }

    private static String text(@Nullable Firing firing) {
        return firing == null ? "nothing" : firing.toString();
    }
}
