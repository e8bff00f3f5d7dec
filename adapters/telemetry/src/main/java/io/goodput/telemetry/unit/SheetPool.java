package io.goodput.telemetry.unit;

import io.goodput.UnitOfWork;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of one operation that are not in use. A bounded number; threads look first where they rarely meet others.
 */
public final class SheetPool {
    private static final int PLACES = 256;
    private static final int LOOKS = 4;

    private final SheetLayout layout;
    private final Outlet outlet;
    private final Function<Sheet, UnitOfWork> handles;
    private final AtomicReferenceArray<@Nullable Sheet> idle = new AtomicReferenceArray<>(PLACES);

    /**
     * An empty one.
     *
     * @param handles by which those who work for the unit that is open on a sheet find it
     */
    public SheetPool(SheetLayout layout, Outlet outlet, Function<Sheet, UnitOfWork> handles) {
        this.layout = layout;
        this.outlet = outlet;
        this.handles = handles;
    }

    /** Where its sheets hold what. */
    public SheetLayout layout() {
        return layout;
    }

    /** Where its units go. */
    public Outlet outlet() {
        return outlet;
    }

    UnitOfWork handle(Sheet sheet) {
        return handles.apply(sheet);
    }

    /** A sheet that nobody uses, from the pool or made. */
    public Sheet take() {
        // Threads that were begun one after the other look 16 places apart: a cache line of references, and more.
        int start = (int) Thread.currentThread().threadId() * 16;
        for (int i = 0; i < LOOKS; i++) {
            int place = start + i & PLACES - 1;
            if (idle.getPlain(place) != null) {
                Sheet sheet = idle.getAndSet(place, null);
                if (sheet != null) {
                    sheet.home = place;
                    return sheet;
                }
            }
        }
        var made = new Sheet(this);
        made.home = start & PLACES - 1;
        return made;
    }

    /** It is not used any more; lost if there are enough. */
    void give(Sheet sheet) {
        for (int i = 0; i < LOOKS; i++) {
            int place = sheet.home + i & PLACES - 1;
            if (idle.getPlain(place) == null && idle.compareAndSet(place, null, sheet)) {
                return;
            }
        }
    }
}
