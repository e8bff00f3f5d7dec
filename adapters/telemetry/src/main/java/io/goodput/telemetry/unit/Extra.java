package io.goodput.telemetry.unit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that was told without having been declared. Its cells are shared by all threads. */
final class Extra {
    final String name;
    final @Nullable Object of;
    final int index;
    final long[] blank;
    final SheetCells cells;
    volatile @Nullable Object value;

    /**
     * One.
     *
     * @param of what tells it apart from others of the same name
     * @param index a number to go with it
     */
    Extra(String name, @Nullable Object of, int index, long[] blank) {
        this.name = name;
        this.of = of;
        this.index = index;
        this.blank = blank;
        this.cells = new SheetCells(blank);
    }

    boolean is(String other, @Nullable Object otherOf) {
        return name.equals(other) && Objects.equals(of, otherOf);
    }
}
