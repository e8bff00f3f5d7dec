package io.goodput.logs.record;

import io.goodput.telemetry.contributor.Contributor;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.contributor.TopList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who most came from. */
final class TopListFields {
    private static final long MICRO = 1_000;

    /** Of more than any process tells, the rest is as anybody else. */
    private static final int MOST = 1_000;

    private TopListFields() {}

    /** The elements of an array; whose name was hidden has none. */
    static List<Contributor> readAll(RecordFields fields) {
        List<Contributor> all = new ArrayList<>();
        if (fields.openArray()) {
            while (fields.openNext()) {
                all.add(read(fields));
            }
        }
        return all;
    }

    private static Contributor read(RecordFields fields) {
        String key = null;
        long count = 0;
        long error = 0;
        long failures = 0;
        long micros = 0;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "tenant", "client", "operation", "category" -> key = fields.text();
                case "n" -> count = fields.number(0);
                case "over" -> error = fields.number(0);
                case "failures" -> failures = fields.number(0);
                case "us" -> micros = fields.number(0);
                default -> fields.skip();
            }
        }
        return new Contributor(key == null ? "" : key, count, Math.min(error, count), failures, micros * MICRO);
    }

    /**
     * The list that they make. Those without a name are as anybody else who is not listed.
     *
     * @param isCut whether the record had no room for all: then nobody who is not in it has more than the last who is
     */
    static TopList list(long units, long unlisted, List<Contributor> all, boolean isCut) {
        Set<String> seen = new HashSet<>();
        List<Contributor> named = new ArrayList<>();
        long most = unlisted;
        for (Contributor one : all) {
            if (!one.key().isEmpty() && seen.add(one.key())) {
                named.add(one);
            } else {
                most = Math.max(most, one.count());
            }
        }
        if (isCut) {
            most = Math.max(most, all.isEmpty() ? units : all.getLast().count());
        }
        return new TopList(units, most, named).first(MOST);
    }

    /** By what they are told apart; null if it is none of those. */
    static @Nullable Facet facet(@Nullable String label) {
        for (Facet facet : Facet.values()) {
            if (facet.label().equals(label)) {
                return facet;
            }
        }
        return null;
    }
}
