package io.goodput.telemetry.aggregate;

import io.goodput.meter.CriticalSection;
import java.util.Map;

/** A critical section, and what was last seen of it. Looked at by the thread that ticks. */
final class WatchedSection {
    private static final double OVER_AGAIN = 0.9;

    private final String name;
    private final CriticalSection section;
    private final LevelHandle utilisation;
    private final LevelHandle waiting;
    private volatile SectionWarning last;

    WatchedSection(String name, CriticalSection section, SeriesRegistry registry) {
        this.name = name;
        this.section = section;
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
        boolean near = used >= (last.near() ? OVER_AGAIN * saturation : saturation);
        utilisation.set(used);
        waiting.set(waited);
        last = new SectionWarning(name, near, used, waited, saturation);
        return last;
    }
}
