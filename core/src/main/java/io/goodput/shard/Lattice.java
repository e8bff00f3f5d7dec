package io.goodput.shard;

import io.goodput.bounds.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Endpoints in cells, by what they share the fate of: a zone, a software version, a rack. All endpoints with the same
 * value in each dimension make a cell.
 *
 * <p>Immutable. Cells are in the order of their coordinates, endpoints of a cell in the order in which they were added:
 * those who want the same shards add them in the same order.
 *
 * @param <E> endpoints, by {@code equals}
 */
public final class Lattice<E> {
    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_CELLS = 1_024;

    private final List<String> dimensions;
    private final SortedMap<List<String>, List<E>> cells;

    private Lattice(List<String> dimensions, SortedMap<List<String>, List<E>> cells) {
        this.dimensions = dimensions;
        this.cells = Collections.unmodifiableSortedMap(cells);
    }

    /** Starts an empty one with these dimensions, 1 to 8 different names. */
    public static <E> Builder<E> builder(String... dimensions) {
        return new Builder<>(List.of(dimensions));
    }

    /** Their names. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** The values that occur in a dimension, in order. */
    public SortedSet<String> values(String dimension) {
        int index = index(dimension);
        var values = new TreeSet<String>();
        cells.keySet().forEach(coordinates -> values.add(coordinates.get(index)));
        return values;
    }

    /** The cells that have endpoints, by their coordinates: one for each dimension, in the dimensions' order. */
    public SortedMap<List<String>, List<E>> cells() {
        return cells;
    }

    /** The endpoints of a cell; none if there is no such cell. */
    public List<E> cell(String... coordinates) {
        return cells.getOrDefault(List.of(coordinates), List.of());
    }

    /** All endpoints. */
    public Set<E> endpoints() {
        var all = new LinkedHashSet<E>();
        cells.values().forEach(all::addAll);
        return Collections.unmodifiableSet(all);
    }

    /** What is left when everything with that value fails: a zone is lost, a version turns out to be broken. */
    public Lattice<E> simulateFailure(String dimension, String value) {
        int index = index(dimension);
        var left = new TreeMap<>(cells);
        left.keySet().removeIf(coordinates -> coordinates.get(index).equals(value));
        return new Lattice<>(dimensions, left);
    }

    private int index(String dimension) {
        int index = dimensions.indexOf(dimension);
        if (index < 0) {
            throw Expected.refused("dimension", dimension, "one of " + dimensions);
        }
        return index;
    }

    @Override
    public String toString() {
        return "Lattice[dimensions=" + dimensions + ", cells=" + cells.size() + "]";
    }

    /** Makes a {@link Lattice}. */
    public static final class Builder<E> {
        private static final Comparator<List<String>> BY_COORDINATES =
                (a, b) -> Arrays.compare(a.toArray(new String[0]), b.toArray(new String[0]));

        private final List<String> dimensions;
        private final SortedMap<List<String>, List<E>> cells = new TreeMap<>(BY_COORDINATES);
        private final Set<E> endpoints = new LinkedHashSet<>();

        private Builder(List<String> dimensions) {
            if (dimensions.isEmpty()
                    || dimensions.size() > MOST_DIMENSIONS
                    || Set.copyOf(dimensions).size() < dimensions.size()) {
                throw Expected.refused("dimensions", dimensions, "1 to " + MOST_DIMENSIONS + " different ones");
            }
            this.dimensions = dimensions;
        }

        /**
         * Adds an endpoint.
         *
         * @param coordinates its value in each dimension, in the dimensions' order
         * @throws IllegalArgumentException if these are too few or too many, if the endpoint is there already, or if it
         *     would be the 1,025th cell
         */
        public Builder<E> add(E endpoint, String... coordinates) {
            if (coordinates.length != dimensions.size()) {
                throw Expected.refused("coordinates", List.of(coordinates), "one for each of " + dimensions);
            }
            if (endpoints.contains(endpoint)) {
                throw Expected.refused("endpoint", endpoint, "one that is not there yet");
            }
            List<String> cell = List.of(coordinates);
            if (cells.size() == MOST_CELLS && !cells.containsKey(cell)) {
                throw Expected.refused("cell", cell, "at most " + MOST_CELLS + " cells");
            }
            endpoints.add(endpoint);
            cells.computeIfAbsent(cell, none -> new ArrayList<>()).add(endpoint);
            return this;
        }

        /** The lattice; it does not change with the builder. */
        public Lattice<E> build() {
            var copy = new TreeMap<List<String>, List<E>>(BY_COORDINATES);
            cells.forEach((cell, members) -> copy.put(cell, List.copyOf(members)));
            return new Lattice<>(dimensions, copy);
        }
    }
}
