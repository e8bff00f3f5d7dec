package io.goodput.health;

import java.time.Duration;

/**
 * A check of something that other servers depend on too. It never says whether this server is alive, and says whether
 * it is ready only if it is essential.
 *
 * @param essential without it the server is of no use at all, so that it had better get no calls
 */
public record DependencyCheck(String name, Duration period, Status silent, boolean essential) implements HealthCheck {
    /** Refuses what is out of bounds. */
    public DependencyCheck {
        HealthCheck.check(name, period, silent);
    }

    /** One that is looked at and takes nothing out of service. Silence means {@link Status#UNKNOWN}. */
    public static DependencyCheck of(String name, Duration period) {
        return new DependencyCheck(name, period, Status.UNKNOWN, false);
    }

    /** One that takes the server out of service, unless its peers miss it too. Silence means {@link Status#UNKNOWN}. */
    public static DependencyCheck essential(String name, Duration period) {
        return new DependencyCheck(name, period, Status.UNKNOWN, true);
    }
}
