package io.goodput.telemetry.unit;

import io.goodput.telemetry.unit.Dependencies.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the sheets of one operation hold what: the names that it declares, in the order in which they are written, and
 * the cells of each. Never changes.
 */
public final class SheetLayout {
    /** Fields of users in a record. */
    public static final int MOST_FIELDS = 100;

    /** Dependencies that an operation may declare. */
    public static final int MOST_DEPENDENCIES = 32;

    /** Quantities that all units have, each as one of {@link Kind#QUANTITY}, before the declared ones. */
    static final int QUEUE_NANOS = 0;

    static final int QUEUE_DEPTH = Kind.QUANTITY.cells;
    static final int BYTES_IN = 2 * Kind.QUANTITY.cells;
    static final int BYTES_OUT = 3 * Kind.QUANTITY.cells;
    private static final int FIXED = 4 * Kind.QUANTITY.cells;

    private final String operation;
    private final int index;
    private final Map<Kind, List<FieldPlace>> fields = new EnumMap<>(Kind.class);
    private final List<Named> dependencies;
    private final int[] indices;
    private final int firstBlock;
    private final long[] blank;

    /**
     * Of an operation.
     *
     * @param index its number, from 0, dense
     * @param names that it declares
     */
    public SheetLayout(String operation, int index, Map<Kind, List<String>> names, List<Named> dependencies) {
        this.operation = operation;
        this.index = index;
        this.dependencies = List.copyOf(dependencies);
        this.indices = dependencies.stream().mapToInt(Named::index).toArray();
        int next = FIXED;
        for (Kind kind : Kind.values()) {
            List<FieldPlace> places = new ArrayList<>();
            for (String name : names.getOrDefault(kind, List.of())) {
                places.add(new FieldPlace(name, kind, kind == Kind.DETAIL ? places.size() : next));
                next += kind.cells;
            }
            fields.put(kind, List.copyOf(places));
        }
        this.firstBlock = next;
        this.blank = blank(next + dependencies.size() * DependencyFigures.SIZE);
    }

    private long[] blank(int cells) {
        long[] row = new long[cells];
        for (int base = 0; base < FIXED; base += Kind.QUANTITY.cells) {
            Kind.QUANTITY.blank(row, base);
        }
        fields.forEach((kind, places) -> places.forEach(each -> kind.blank(row, each.base())));
        for (int i = 0; i < dependencies.size(); i++) {
            DependencyFigures.blank(row, block(i));
        }
        return row;
    }

    /** A declared field. */
    public record FieldPlace(String name, Kind kind, int base) {}

    /** The declared fields of a kind, in the order of their declaration. */
    public List<FieldPlace> fields(Kind kind) {
        return fields.getOrDefault(kind, List.of());
    }

    String operation() {
        return operation;
    }

    /** The operation's number. */
    public int index() {
        return index;
    }

    List<Named> dependencies() {
        return dependencies;
    }

    /** Where the dependency of this number stands among the declared ones; -1 if it does not. */
    int place(int dependencyIndex) {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] == dependencyIndex) {
                return i;
            }
        }
        return -1;
    }

    /** Where the block of the declared dependency at this place begins. */
    int block(int place) {
        return firstBlock + place * DependencyFigures.SIZE;
    }

    /** How many fields are left for those that were not declared. */
    int undeclared() {
        return MOST_FIELDS - fields.values().stream().mapToInt(List::size).sum();
    }

    /** The cells of a unit in which nothing has happened. Not to be changed. */
    long[] blank() {
        return blank;
    }
}
