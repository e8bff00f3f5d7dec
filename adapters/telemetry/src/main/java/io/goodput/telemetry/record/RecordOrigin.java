package io.goodput.telemetry.record;

import org.jspecify.annotations.Nullable;

/**
 * Who writes records: what all of them begin with.
 *
 * @param service what it is called
 * @param instance which of its processes
 * @param release which version of it runs; null if that was not told
 */
public record RecordOrigin(
        String service, String instance, @Nullable String release) {
    /** The version of the format. */
    public static final int VERSION = 1;

    /** Writes the fields that all records have, after the beginning of the record. */
    public void writeTo(FieldWriter out, String kind, long epochNanos) {
        out.name("v").number(VERSION);
        out.name("kind").text(kind);
        out.name("at").instant(epochNanos);
        out.name("service").text(service);
        out.name("instance").text(instance);
        if (release != null) {
            out.name("release").text(release);
        }
    }
}
