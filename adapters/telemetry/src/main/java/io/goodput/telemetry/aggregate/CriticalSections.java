package io.goodput.telemetry.aggregate;

import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import io.goodput.meter.CriticalSection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Locks and whatever else serves one at a time, by the names that a service gives them: how much of the time somebody
 * is inside, against 1.0, as a level told each second. From 80 % on there is a warning, before it is the bottleneck;
 * not before the first window is over.
 */
public final class CriticalSections {
    /** The share of the time in which somebody is inside: by {@code section}. */
    public static final String UTILISATION = "goodput_section_utilisation_ratio";

    /** Of the time spent on it, the share spent waiting: by {@code section}. */
    public static final String WAITING = "goodput_section_waiting_ratio";

    /** Sections that are watched; more are not. */
    public static final int MOST = 1_000;

    private final SeriesRegistry registry;
    private final Map<String, WatchedSection> all = new ConcurrentHashMap<>();
    private final Listeners<SectionWarning> listeners = new Listeners<>();

    CriticalSections(SeriesRegistry registry) {
        this.registry = registry;
    }

    /**
     * The section of that name, from now on. Whoever enters and leaves tells it so; see {@link CriticalSection}.
     *
     * @param name a constant of the program
     * @throws IllegalStateException if there are {@value #MOST} others
     */
    public CriticalSection section(String name, long now) {
        return section(name, CriticalSection.Settings.STANDARD, now);
    }

    /**
     * The section of that name, from now on.
     *
     * @param settings of a new one
     * @throws IllegalStateException if there are {@value #MOST} others
     */
    public synchronized CriticalSection section(String name, CriticalSection.Settings settings, long now) {
        WatchedSection watched = all.get(name);
        if (watched == null) {
            if (all.size() == MOST) {
                throw new IllegalStateException("section: " + name + " (expected: one of the " + MOST + " before)");
            }
            watched = new WatchedSection(name, new CriticalSection(settings, now), now, registry);
            all.put(name, watched);
        }
        return watched.section();
    }

    /** Tells of each section that comes near saturation, and of each that no longer is, on the thread that ticks. */
    public Subscription listen(Consumer<? super SectionWarning> listener) {
        return listeners.add(listener);
    }

    /** Those that are near saturation, as of the last tick. */
    public List<SectionWarning> warnings() {
        return all.values().stream()
                .map(WatchedSection::last)
                .filter(SectionWarning::near)
                .toList();
    }

    /** All of them, as of the last tick, in the order of their names. */
    public List<SectionWarning> all() {
        return all.values().stream()
                .map(WatchedSection::last)
                .sorted(Comparator.comparing(SectionWarning::section))
                .toList();
    }

    void tick(long now) {
        for (WatchedSection watched : all.values()) {
            boolean before = watched.last().near();
            SectionWarning told = watched.look(now);
            if (told.near() != before) {
                listeners.tell(told);
            }
        }
    }
}
