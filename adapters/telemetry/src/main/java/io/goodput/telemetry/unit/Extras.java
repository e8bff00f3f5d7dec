package io.goodput.telemetry.unit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bounded number of {@link Extra}s, found by name or made. Thread-safe, without locks. */
final class Extras {
    /** None, and no room for any. */
    static final Extras NONE = new Extras(0);

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

    /** Looks at those that were made, in the order in which they were. */
    void each(Consumer<? super Extra> visitor) {
        for (int i = 0; i < all.length(); i++) {
            Extra extra = all.get(i);
            if (extra == null) {
                return;
            }
            visitor.accept(extra);
        }
    }

    boolean isEmpty() {
        return all.length() == 0 || all.get(0) == null;
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
