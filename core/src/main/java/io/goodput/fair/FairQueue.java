package io.goodput.fair;

import io.goodput.bounds.Expected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that tenants take turns in: deficit round robin with items of equal cost. In its turn a tenant is served as
 * many items as its weight, or all that it has.
 *
 * <p>The bound: while two tenants have items waiting, what they were served, each divided by its weight, differs by at
 * most 1. With weights of 1 they differ by one item.
 *
 * <p>Where there is no room, the tenant with the longest queue relative to its weight is the one to lose an item (fair
 * dropping): {@link #dropNewest}, {@link #dropOldest}. Queues are compared by the rounds they need, the length divided
 * by the weight and rounded up.
 *
 * <p>Every operation takes constant time, whatever the number of tenants. A tenant takes memory only while it has an
 * item here, so there are never more tenants than items. What a tenant did not use of a turn is lost. Not thread-safe.
 *
 * @param <E> the items
 */
public final class FairQueue<E> {
    /** The largest weight. */
    public static final int MAX_WEIGHT = 1_000_000;

    private final Map<Object, Flow<E>> flows = new HashMap<>();

    /** Tenants in the order of their turns; the first is being served. */
    private final Chain<Flow<E>> turns = new Chain<>();

    /** At index n, the tenants that need n rounds. */
    private final List<Chain<Flow<E>>> byRounds = new ArrayList<>(List.of(new Chain<>()));

    private int mostRounds;
    private int size;

    /** An empty queue. */
    public FairQueue() {}

    /**
     * Adds an item behind those of its tenant. A tenant that had none here has its turn after all others.
     *
     * @param weight items in a turn, from 1 to {@link #MAX_WEIGHT}; that of a tenant's first item counts until it has
     *     none here
     */
    public Queued<E> add(E item, Object tenant, int weight) {
        Expected.within("weight", weight, 1, MAX_WEIGHT);
        Flow<E> flow = flows.get(tenant);
        if (flow == null) {
            flow = new Flow<>(tenant, weight);
            flows.put(tenant, flow);
            turns.add(flow.turn);
        }
        var place = new Queued<>(item, flow);
        flow.items.add(place);
        resize(flow, 1);
        return place;
    }

    /** Takes the oldest item of the tenant whose turn it is; null if there is none. */
    public @Nullable E takeOldest() {
        return take(false);
    }

    /** Takes the newest item of the tenant whose turn it is; null if there is none. */
    public @Nullable E takeNewest() {
        return take(true);
    }

    private @Nullable E take(boolean newest) {
        Flow<E> flow = turns.first();
        if (flow == null) {
            return null;
        }
        if (flow.credit == 0) {
            flow.credit = flow.weight;
        }
        flow.credit--;
        if (flow.credit == 0) {
            turns.remove(flow.turn);
            turns.add(flow.turn);
        }
        return takeOf(flow, newest);
    }

    /** Takes the newest item of the tenant with the longest queue relative to its weight; null if there is none. */
    public @Nullable E dropNewest() {
        return takeOf(longest(), true);
    }

    /** Takes the oldest item of the tenant with the longest queue relative to its weight; null if there is none. */
    public @Nullable E dropOldest() {
        return takeOf(longest(), false);
    }

    /** Takes the oldest item of that tenant; null if it has none. */
    public @Nullable E dropOldestOf(Object tenant) {
        return takeOf(flows.get(tenant), false);
    }

    /** Takes an item out of the middle of this queue; false if it is no longer waiting. */
    public boolean remove(Queued<E> place) {
        if (!place.isLinked()) {
            return false;
        }
        place.flow.items.remove(place);
        resize(place.flow, -1);
        return true;
    }

    private @Nullable E takeOf(@Nullable Flow<E> flow, boolean newest) {
        if (flow == null) {
            return null;
        }
        E item = newest ? flow.items.removeLast() : flow.items.removeFirst();
        resize(flow, -1);
        return item;
    }

    /** The rounds that the longest queue needs; 0 if all are empty. */
    public int mostRounds() {
        return mostRounds;
    }

    /**
     * The rounds that a tenant would need for one item more than it has.
     *
     * @param weight its weight, if it has no item here
     */
    public int roundsWithOneMore(Object tenant, int weight) {
        Flow<E> flow = flows.get(tenant);
        return flow == null ? 1 : Flow.rounds(flow.length + 1, flow.weight);
    }

    /** Items waiting. */
    public int size() {
        return size;
    }

    /** Tenants that have an item waiting. */
    public int tenants() {
        return flows.size();
    }

    private @Nullable Flow<E> longest() {
        return byRounds.get(mostRounds).first();
    }

    /** One item more or less: the rounds change by at most one, so the longest is found without search. */
    private void resize(Flow<E> flow, int change) {
        int before = flow.rounds();
        flow.length += change;
        size += change;
        int after = flow.rounds();
        if (flow.length == 0) {
            flows.remove(flow.tenant);
            turns.remove(flow.turn);
        }
        if (before != after) {
            move(flow, before, after);
        }
    }

    private void move(Flow<E> flow, int before, int after) {
        if (before > 0) {
            byRounds.get(before).remove(flow.peer);
        }
        if (after == byRounds.size()) {
            byRounds.add(new Chain<>());
        }
        if (after > 0) {
            byRounds.get(after).add(flow.peer);
        }
        if (after > mostRounds || (before == mostRounds && byRounds.get(before).isEmpty())) {
            mostRounds = after;
        }
    }
}
