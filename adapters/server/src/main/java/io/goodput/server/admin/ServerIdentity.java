package io.goodput.server.admin;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/**
 * Which server this is.
 *
 * @param server its name: {@code queue}
 * @param version of goodput
 * @param pid the number of the process
 * @param started when
 */
public record ServerIdentity(String server, String version, long pid, Instant started) {
    /** Its members of an object. */
    public void write(JsonGenerator json) {
        json.writeStringProperty("server", server);
        json.writeStringProperty("version", version);
        json.writeNumberProperty("pid", pid);
        json.writeStringProperty("started", started.toString());
    }
}
