package io.goodput.telemetry.aggregate;

import io.goodput.meter.CriticalSection;
import java.util.Map;

/** A critical section, and what was last seen of it. Looked at by the thread that ticks. */
final class WatchedSection {
    private static final double OVER_AGAIN = 0.9;

    private final String name;
    private final CriticalSection section;
    private final long since;
    private final LevelHandle utilisation;
    private final LevelHandle waiting;
    private volatile SectionWarning last;

    WatchedSection(String name, CriticalSection section, long since, SeriesRegistry registry) {
        this.name = name;
        this.section = section;
        this.since = since;
        Map<String, String> labels = Map.of("section", name);
        this.utilisation = registry.level(SeriesKey.of(CriticalSections.UTILISATION, labels));
        this.waiting = registry.level(SeriesKey.of(CriticalSections.WAITING, labels));
        this.last = new SectionWarning(name, false, 0, 0, section.settings().saturation());
    }

    CriticalSection section() {
        return section;
    }

    SectionWarning last() {
        return last;
    }

    SectionWarning look(long now) {
        double used = section.utilisation(now);
        double waited = section.waitingShare(now);
        double saturation = section.settings().saturation();
        // The first moments say nothing: whoever comes in at once is inside for all of the time.
        boolean known = now - since >= section.settings().window().toNanos();
        boolean near = known && used >= (last.near() ? OVER_AGAIN * saturation : saturation);
        utilisation.set(used);
        waiting.set(waited);
        last = new SectionWarning(name, near, used, waited, saturation);
        return last;
    }
}
