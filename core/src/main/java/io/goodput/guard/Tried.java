package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.bounds.Shown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a call that failed, as its exception tells of it.
 *
 * @param number from 1
 * @param endpoint where it was sent; null where the guard has no endpoints
 * @param began since the start of the call; null where the guard had no need of a clock
 * @param took until it ended or was given up; null where the guard had no need of a clock
 * @param outcome how it ended
 */
public record Tried(
        int number,
        @Nullable Endpoint endpoint,
        @Nullable Duration began,
        @Nullable Duration took,
        Outcome outcome) {
    @Override
    public String toString() {
        String where = endpoint == null ? "" : " at " + endpoint.name();
        String when =
                began == null || took == null ? "" : " from " + Shown.rounded(began) + " for " + Shown.rounded(took);
        return number + where + ": " + outcome + when;
    }
}
