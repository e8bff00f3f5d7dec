package io.goodput.telemetry.unit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A bounded number of {@link Extra}s, found by name or made. Thread-safe, without locks. */
final class Extras {
    private final AtomicReferenceArray<@Nullable Extra> all;

    Extras(int most) {
        this.all = new AtomicReferenceArray<>(most);
    }

    /** The one of this name, made if there is room for it; null if there is none. */
    @Nullable Extra of(String name, @Nullable Object of, int index, long[] blank) {
        Extra made = null;
        for (int i = 0; i < all.length(); i++) {
            Extra there = all.get(i);
            if (there == null) {
                made = made == null ? new Extra(name, of, index, blank) : made;
                there = all.compareAndExchange(i, null, made);
                if (there == null) {
                    return made;
                }
            }
            if (there.is(name, of)) {
                return there;
            }
        }
        return null;
    }

    /** Those that were made, from 0; null behind the last. */
    @Nullable Extra at(int i) {
        return i < all.length() ? all.get(i) : null;
    }

    void clear() {
        for (int i = 0; i < all.length() && all.get(i) != null; i++) {
            all.set(i, null);
        }
    }

    /** What was told so far goes to others, which are made for it. */
    void moveTo(Extras to) {
        for (int i = 0; i < all.length(); i++) {
            Extra from = all.get(i);
            if (from == null) {
                return;
            }
            Extra moved = to.of(from.name, from.of, from.index, from.blank);
            if (moved != null) {
                from.cells.moveTo(moved.cells, true);
                moved.value = from.value;
                from.value = null;
            }
        }
    }
}
