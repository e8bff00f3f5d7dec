package io.goodput.config.policy;

import java.time.Duration;

/** The longer and the shorter of two durations: one key's default often gives way to another key. */
final class LongerDuration {
    private LongerDuration() {}

    static Duration of(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
