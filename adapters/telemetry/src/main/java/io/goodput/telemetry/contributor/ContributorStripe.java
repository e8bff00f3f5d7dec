package io.goodput.telemetry.contributor;

import io.goodput.telemetry.record.EndedUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The summaries of the threads that come here, of the minute that is not over. Nobody waits for it to be free. */
final class ContributorStripe {
    private final AtomicBoolean busy = new AtomicBoolean();

    // Of whoever made it busy.
    private final SpaceSaving tenants;
    private final SpaceSaving clients;
    private final SpaceSaving operations;
    private final SpaceSaving errors;

    ContributorStripe(int k) {
        tenants = new SpaceSaving(k);
        clients = new SpaceSaving(k);
        operations = new SpaceSaving(k);
        errors = new SpaceSaving(k);
    }

    /** Counts the unit, unless somebody else is here. */
    boolean tryAdd(EndedUnit unit) {
        if (busy.getPlain() || !busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            count(unit);
            return true;
        } finally {
            busy.setRelease(false);
        }
    }

    private void count(EndedUnit unit) {
        boolean failed = unit.isError();
        long took = unit.durationNanos();
        add(tenants, unit.tenant(), failed, took);
        add(clients, unit.client(), failed, took);
        add(operations, unit.operation(), failed, took);
        if (failed) {
            String category = unit.category();
            add(errors, category == null ? unit.outcome().name() : category, true, took);
        }
    }

    private static void add(SpaceSaving summary, @Nullable String key, boolean failed, long took) {
        if (key != null) {
            summary.add(cut(key), failed, took);
        }
    }

    private static String cut(String key) {
        return key.length() <= Contributors.MOST_CHARACTERS ? key : key.substring(0, Contributors.MOST_CHARACTERS);
    }

    /**
     * What was counted. Waits for those who count, which takes them less than a microsecond unless they are suspended.
     *
     * @param clear whether the minute is over
     */
    Map<Facet, TopList> lists(boolean clear) {
        while (!busy.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            Map<Facet, TopList> lists = new EnumMap<>(Facet.class);
            for (Facet facet : Facet.values()) {
                SpaceSaving summary = summary(facet);
                lists.put(facet, summary.list());
                if (clear) {
                    summary.clear();
                }
            }
            return lists;
        } finally {
            busy.setRelease(false);
        }
    }

    private SpaceSaving summary(Facet facet) {
        return switch (facet) {
            case TENANT -> tenants;
            case CLIENT -> clients;
            case OPERATION -> operations;
            case ERROR -> errors;
        };
    }
}
