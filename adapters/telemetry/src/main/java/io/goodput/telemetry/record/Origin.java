package io.goodput.telemetry.record;

import org.jspecify.annotations.Nullable;

/**
 * Who writes records: what all of one process's have in common.
 *
 * @param service its name
 * @param instance which of its processes
 * @param release which version of it runs; null where that is not known
 */
public record Origin(
        String service, String instance, @Nullable String release) {
    /** Of names that are not blank. */
    public Origin {
        check("service", service);
        check("instance", instance);
    }

    /** Begins a record: its object, and the fields that all records begin with. */
    public FieldWriter begin(FieldWriter out, String kind, long epochNanos) {
        return out.beginObject()
                .name("v")
                .number(1)
                .name("kind")
                .text(kind)
                .name("at")
                .instant(epochNanos)
                .name("service")
                .text(service)
                .name("instance")
                .text(instance)
                .name("release")
                .text(release);
    }

    private static void check(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": \"" + value + "\" (expected: one that is not blank)");
        }
    }
}
