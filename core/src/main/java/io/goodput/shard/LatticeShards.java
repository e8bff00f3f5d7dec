package io.goodput.shard;

import io.goodput.bounds.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shuffle shards over a {@link Lattice}: each key has endpoints of several cells, no two of which have a value in
 * common in any dimension. So the loss of one zone, or of one version, takes at most one cell's endpoints from a shard:
 * with two cells or more, every shard survives it.
 *
 * <p>Stateless like {@link ShuffleShard}, and with the same promise. Where some cells are missing or too small, not
 * every combination of cells exists: a key whose search finds none soon gets one that all such keys share.
 *
 * <p>Thread-safe, as it does not change.
 *
 * @param <E> endpoints
 */
public final class LatticeShards<E> {
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_FIRST_STEPS = 1_000_000;

    private final List<Cell<E>> eligible;
    private final int cells;
    private final int perCell;
    private final ShardHash hash;
    private final int[] fallback;

    private LatticeShards(List<Cell<E>> eligible, int cells, int perCell, ShardHash hash) {
        this.eligible = eligible;
        this.cells = cells;
        this.perCell = perCell;
        this.hash = hash;
        var search = new Search<>(eligible, inOrder(), cells, MOST_FIRST_STEPS);
        if (!search.found(0, 0)) {
            throw Expected.refused(
                    "cells", cells, "as many as there are with >= " + perCell + " endpoints and no value in common");
        }
        this.fallback = search.chosen;
    }

    /**
     * Shards over a lattice.
     *
     * @param cells of a shard, >= 1: at most the number of values of the dimension that has the fewest
     * @param perCell endpoints of each, >= 1; smaller cells are left out
     * @param hash of this level; see {@link ShardHash#level}
     * @throws IllegalArgumentException if there are not so many cells of that size without a value in common
     */
    public static <E> LatticeShards<E> of(Lattice<E> lattice, int cells, int perCell, ShardHash hash) {
        Expected.atLeast("cells", cells, 1);
        Expected.atLeast("perCell", perCell, 1);
        List<Cell<E>> eligible = lattice.cells().entrySet().stream()
                .filter(cell -> cell.getValue().size() >= perCell)
                .map(cell -> new Cell<>(cell.getKey(), cell.getValue()))
                .toList();
        return new LatticeShards<>(eligible, cells, perCell, hash);
    }

    /** The key's endpoints, cell by cell. */
    public List<E> shard(String key) {
        int[] order = inOrder();
        long state = Draws.shuffle(hash.hash(key), order.length, order);
        var search = new Search<>(eligible, order, cells, MOST_STEPS);
        int[] chosen = search.found(0, 0) ? search.chosen : fallback;

        var shard = new ArrayList<E>(size());
        int[] members = new int[perCell];
        for (int cell : chosen) {
            List<E> endpoints = eligible.get(cell).endpoints();
            state = Draws.distinct(state, endpoints.size(), perCell, members);
            state = Draws.shuffle(state, perCell, members);
            for (int member : members) {
                shard.add(endpoints.get(member));
            }
        }
        return List.copyOf(shard);
    }

    private int[] inOrder() {
        return IntStream.range(0, eligible.size()).toArray();
    }

    /** How many endpoints a key has. */
    public int size() {
        return cells * perCell;
    }

    @Override
    public String toString() {
        return "LatticeShards[" + perCell + " of each of " + cells + " cells of " + eligible.size() + "]";
    }

    private record Cell<E>(List<String> coordinates, List<E> endpoints) {
        boolean apartFrom(Cell<E> other) {
            for (int i = 0; i < coordinates.size(); i++) {
                if (coordinates.get(i).equals(other.coordinates.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Depth first, in the given order. Where no cell is missing the first way down is the right one. */
    private static final class Search<E> {
        final List<Cell<E>> eligible;
        final int[] order;
        final int[] chosen;
        int steps;

        Search(List<Cell<E>> eligible, int[] order, int cells, int steps) {
            this.eligible = eligible;
            this.order = order;
            this.chosen = new int[cells];
            this.steps = steps;
        }

        boolean found(int depth, int from) {
            if (depth == chosen.length) {
                return true;
            }
            for (int i = from; i < order.length && steps-- > 0; i++) {
                if (fits(depth, order[i])) {
                    chosen[depth] = order[i];
                    if (found(depth + 1, i + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean fits(int depth, int cell) {
            for (int i = 0; i < depth; i++) {
                if (!eligible.get(cell).apartFrom(eligible.get(chosen[i]))) {
                    return false;
                }
            }
            return true;
        }
    }
}
