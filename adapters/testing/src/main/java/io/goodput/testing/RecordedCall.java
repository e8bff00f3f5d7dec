package io.goodput.testing;

import java.time.Duration;

/**
 * A call that a {@link ScriptedDependency} got.
 *
 * @param number from 1
 * @param at when it came, since the timers' beginning
 * @param until when it ended, likewise; the same as {@code at} while it is under way
 * @param ending how
 */
public record RecordedCall(int number, Duration at, Duration until, Ending ending) {
    /** What became of it. */
    public enum Ending {
        /** Nothing yet. */
        UNDER_WAY,
        /** It was answered. */
        ANSWERED,
        /** It failed, as the script has it. */
        FAILED,
        /** Whoever made it gave it up: it was interrupted, or cancelled. */
        GIVEN_UP
    }

    RecordedCall ended(Ending how, long now) {
        return new RecordedCall(number, at, Duration.ofNanos(now), how);
    }

    @Override
    public String toString() {
        String when = ending == Ending.UNDER_WAY ? "" : " at " + Millis.of(until);
        return "call " + number + " came at " + Millis.of(at) + ": " + ending + when;
    }
}
