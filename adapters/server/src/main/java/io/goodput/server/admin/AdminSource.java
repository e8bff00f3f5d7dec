package io.goodput.server.admin;

import io.goodput.health.HealthReport;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What a server has to say of itself. Asked on the operator's threads; nothing in it waits for the server's work. */
public interface AdminSource {
    /** Whether the process should be left running. */
    HealthReport liveness();

    /** Whether work should be sent to it. */
    HealthReport readiness();

    /** Writes the members of the object that is its state: each policy, each queue. */
    void state(JsonGenerator json);

    /**
     * Writes its metrics as Prometheus reads them.
     *
     * @param openMetrics in the form of OpenMetrics, with exemplars
     */
    void metrics(boolean openMetrics, Appendable out) throws IOException;

    /** What the operator may do. */
    default List<AdminChange> changes() {
        return List.of();
    }
}
