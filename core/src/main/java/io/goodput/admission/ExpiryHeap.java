package io.goodput.admission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets by the instant at which they expire, those that never do left out: a binary heap that knows where each ticket
 * is. What comes in with the last expiry of all, the usual case, is put in without moving another; taking out moves at
 * most log<sub>2</sub>(n).
 */
final class ExpiryHeap<T> {
    static final int NOWHERE = -1;

    private final List<Ticket<T>> heap = new ArrayList<>();

    /** Of the first to expire; {@link Long#MAX_VALUE} if none does. */
    long nextExpiry() {
        return heap.isEmpty() ? Long.MAX_VALUE : heap.getFirst().expiry;
    }

    /** The first to expire, if it has; it stays in. */
    @Nullable Ticket<T> firstExpired(long now) {
        return nextExpiry() <= now ? heap.getFirst() : null;
    }

    void add(Ticket<T> ticket) {
        if (ticket.expiry != Long.MAX_VALUE) {
            heap.add(ticket);
            up(ticket, heap.size() - 1);
        }
    }

    void remove(Ticket<T> ticket) {
        int index = ticket.heapIndex;
        if (index == NOWHERE) {
            return;
        }
        ticket.heapIndex = NOWHERE;
        Ticket<T> last = heap.removeLast();
        if (last != ticket) {
            up(last, index);
            down(last, last.heapIndex);
        }
    }

    private void up(Ticket<T> ticket, int from) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (heap.get(parent).expiry <= ticket.expiry) {
                break;
            }
            put(heap.get(parent), index);
            index = parent;
        }
        put(ticket, index);
    }

    private void down(Ticket<T> ticket, int from) {
        int index = from;
        while (2 * index + 1 < heap.size()) {
            int child = 2 * index + 1;
            if (child + 1 < heap.size() && heap.get(child + 1).expiry < heap.get(child).expiry) {
                child++;
            }
            if (ticket.expiry <= heap.get(child).expiry) {
                break;
            }
            put(heap.get(child), index);
            index = child;
        }
        put(ticket, index);
    }

    private void put(Ticket<T> ticket, int index) {
        heap.set(index, ticket);
        ticket.heapIndex = index;
    }
}
