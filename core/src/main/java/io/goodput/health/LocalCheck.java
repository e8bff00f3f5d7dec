package io.goodput.health;

import java.time.Duration;

/**
 * A check of what is this server's own and nobody else's: a disk, a thread that must not hang, a file that must be
 * there. It must not call anything over the network.
 */
public record LocalCheck(String name, Duration period, Status silent) implements HealthCheck {
    /** Refuses what is out of bounds. */
    public LocalCheck {
        HealthCheck.check(name, period, silent);
    }

    /** One whose silence counts as {@link Status#DOWN}: what hangs does not report that it hangs. */
    public static LocalCheck of(String name, Duration period) {
        return new LocalCheck(name, period, Status.DOWN);
    }
}
