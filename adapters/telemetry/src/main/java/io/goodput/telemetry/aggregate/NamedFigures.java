package io.goodput.telemetry.aggregate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The figures of all operations, or of all dependencies, by their numbers. */
final class NamedFigures {
    private final SeriesRegistry registry;
    private final FiguresOf of;

    /** Grown under the monitor. */
    private volatile @Nullable OutcomeFigures[] all = new OutcomeFigures[16];

    NamedFigures(SeriesRegistry registry, FiguresOf of) {
        this.registry = registry;
        this.of = of;
    }

    /** Those of a number; null if it is too high, which is counted as refused. */
    @Nullable OutcomeFigures at(int index, String name, long now) {
        @Nullable OutcomeFigures[] known = all;
        OutcomeFigures found = index < known.length ? known[index] : null;
        return found == null && index < Aggregates.MOST_NAMES ? another(index, name, now) : known(found, name);
    }

    private @Nullable OutcomeFigures known(@Nullable OutcomeFigures found, String name) {
        if (found == null) {
            registry.refuse(() -> of.timer() + " of " + of.label() + " " + SeriesKey.cut(name));
        }
        return found;
    }

    private synchronized @Nullable OutcomeFigures another(int index, String name, long now) {
        @Nullable OutcomeFigures[] known = all;
        OutcomeFigures other = index < known.length ? known[index] : null;
        if (other != null) {
            return other;
        }
        if (!registry.budget().take(of.bytes())) {
            return known(null, name);
        }
        var made = new OutcomeFigures(registry, of, name, now);
        @Nullable OutcomeFigures[] more =
                Arrays.copyOf(known, index < known.length ? known.length : Math.max(2 * known.length, index + 1));
        more[index] = made;
        all = more;
        return made;
    }

    /** Tells how many there are at a time. */
    void tell(long now) {
        for (OutcomeFigures figures : all) {
            if (figures != null) {
                figures.tell(now);
            }
        }
    }
}
