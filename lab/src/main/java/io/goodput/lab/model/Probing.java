package io.goodput.lab.model;

import io.goodput.health.ServerHealth;
import java.time.Duration;

/**
 * How the health of a service's endpoints is looked at, and told to the balancers of those who call it: at once, as by
 * a load balancer that polls them.
 *
 * @param every how often each endpoint is looked at; also how often it looks at what it depends on
 * @param timeout after which a dependency that has not answered counts as down
 * @param checks the endpoint's own: dependencies by the names of the services that it calls; nothing local fails here
 */
public record Probing(Duration every, Duration timeout, ServerHealth.Settings checks) {
    /** Refuses checks of what a simulated endpoint does not have. */
    public Probing {
        if (!checks.liveness().isEmpty() || !checks.readiness().isEmpty()) {
            throw new IllegalArgumentException(
                    "checks of what is local, which never fails in a simulation (expected: dependencies)");
        }
    }
}
