package io.goodput.telemetry.contributor;

/** A heap of slots, the one with the lowest count on top; counts only rise. One thread at a time. */
final class LowestFirst {
    private final long[] counts;
    private final int[] heap;

    /** Where each slot is. */
    private final int[] places;

    private int size;

    /** Without any slot; the counts are another's, and told when they rise. */
    LowestFirst(long[] counts) {
        this.counts = counts;
        this.heap = new int[counts.length];
        this.places = new int[counts.length];
    }

    int lowest() {
        return heap[0];
    }

    /** A slot whose count is not above any other. */
    void add(int slot) {
        int place = size++;
        while (place > 0) {
            int above = (place - 1) / 2;
            put(place, heap[above]);
            place = above;
        }
        put(0, slot);
    }

    /** The count of that slot is higher than it was. */
    void raised(int slot) {
        int place = places[slot];
        for (int below = lower(place); below < size && counts[heap[below]] < counts[slot]; below = lower(place)) {
            put(place, heap[below]);
            place = below;
        }
        put(place, slot);
    }

    /** The one with the lower count of the two below; beyond the end if there is none. */
    private int lower(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < size && counts[heap[right]] < counts[heap[left]] ? right : left;
    }

    private void put(int place, int slot) {
        heap[place] = slot;
        places[slot] = place;
    }

    void clear() {
        size = 0;
    }
}
