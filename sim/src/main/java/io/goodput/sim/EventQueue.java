package io.goodput.sim;

import java.util.Arrays;

/**
 * Pending events by (time, sequence), so that equal times come out in the order they went in.
 *
 * <p>A 4-ary heap in two primitive arrays: the time, and the handle, which is the sequence number over the number of
 * the slot that holds the event. Sequence numbers are never used twice, so a handle compares as its sequence number
 * does and stays unique after its slot is given to another event.
 *
 * <p>Cancelling frees the slot and leaves the heap's entry behind as a tombstone: its handle is no longer the slot's
 * owner. Tombstones are dropped when they reach the top, and all at once as soon as they outnumber the living, so that
 * memory stays within a factor of what is pending.
 */
final class EventQueue {
    private static final int SLOT_BITS = 24;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long MAX_SEQUENCE = Long.MAX_VALUE >>> SLOT_BITS;
    private static final int INITIAL_CAPACITY = 64;

    /** What a free slot holds, so that the queue keeps nothing alive that it no longer needs. */
    private static final Event NONE = now -> {};

    private long[] times = new long[INITIAL_CAPACITY];
    private long[] handles = new long[INITIAL_CAPACITY];
    private int size;
    private long sequence;

    /** True after a poll: the entry at the top is gone, and the next one added may take its place in one sift. */
    private boolean hole;

    private Event[] events = new Event[INITIAL_CAPACITY];
    /** The handle that holds a slot, or for a free slot the bitwise complement of the next free one. */
    private long[] owners = new long[INITIAL_CAPACITY];

    private int freeSlot;
    private int live;

    EventQueue() {
        linkFreeSlots(0);
    }

    int live() {
        return live;
    }

    /** Entries of the heap, tombstones included. */
    int entries() {
        return size;
    }

    long add(long at, Event event) {
        if (live == owners.length) {
            growSlots();
        }
        if (++sequence > MAX_SEQUENCE) {
            throw new IllegalStateException("sequence: exhausted after " + MAX_SEQUENCE + " events");
        }
        int slot = freeSlot;
        freeSlot = (int) ~owners[slot];
        long handle = sequence << SLOT_BITS | slot;
        owners[slot] = handle;
        events[slot] = event;
        live++;
        if (hole) {
            hole = false;
            siftDown(0, at, handle);
        } else {
            if (size == times.length) {
                growHeap();
            }
            siftUp(size++, at, handle);
        }
        return handle;
    }

    boolean cancel(long handle) {
        int slot = (int) handle & SLOT_MASK;
        if (slot >= owners.length || owners[slot] != handle) {
            return false;
        }
        release(slot);
        if (size > INITIAL_CAPACITY && size > 2 * live + 1) {
            dropTombstones();
        }
        return true;
    }

    /** The time of the first living entry, which is left at the top; {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        if (hole) {
            hole = false;
            removeTop();
        }
        while (size > 0) {
            long handle = handles[0];
            if (owners[(int) handle & SLOT_MASK] == handle) {
                return times[0];
            }
            removeTop();
        }
        return Long.MAX_VALUE;
    }

    /** The event whose time {@link #nextTime()} has just told. */
    Event peek() {
        return events[(int) handles[0] & SLOT_MASK];
    }

    /** Takes out the event whose time {@link #nextTime()} has just told. */
    Event poll() {
        Event event = peek();
        release((int) handles[0] & SLOT_MASK);
        hole = true;
        return event;
    }

    private void release(int slot) {
        events[slot] = NONE;
        owners[slot] = ~freeSlot;
        freeSlot = slot;
        live--;
    }

    private void removeTop() {
        int last = --size;
        if (last > 0) {
            siftDown(0, times[last], handles[last]);
        }
    }

    private void siftUp(int from, long time, long handle) {
        long[] times = this.times;
        long[] handles = this.handles;
        int i = from;
        while (i > 0) {
            int parent = (i - 1) >> 2;
            // The newcomer has the highest sequence number of all: at equal times it stays below.
            if (times[parent] <= time) {
                break;
            }
            times[i] = times[parent];
            handles[i] = handles[parent];
            i = parent;
        }
        times[i] = time;
        handles[i] = handle;
    }

    private void siftDown(int from, long time, long handle) {
        long[] times = this.times;
        long[] handles = this.handles;
        int size = this.size;
        int i = from;
        for (int child = 4 * i + 1; child < size; child = 4 * i + 1) {
            int first =
                    child + 3 < size ? firstOfFour(times, handles, child) : firstOfLast(times, handles, child, size);
            if (before(time, handle, times[first], handles[first]) != 0) {
                break;
            }
            times[i] = times[first];
            handles[i] = handles[first];
            i = first;
        }
        times[i] = time;
        handles[i] = handle;
    }

    /**
     * Which of four siblings comes first is a coin toss to a branch predictor, so they are compared without branches.
     */
    private static int firstOfFour(long[] times, long[] handles, int child) {
        int left = child + before(times[child + 1], handles[child + 1], times[child], handles[child]);
        int right = child + 2 + before(times[child + 3], handles[child + 3], times[child + 2], handles[child + 2]);
        return left + (right - left) * before(times[right], handles[right], times[left], handles[left]);
    }

    private static int firstOfLast(long[] times, long[] handles, int child, int size) {
        int first = child;
        for (int other = child + 1; other < size; other++) {
            first += (other - first) * before(times[other], handles[other], times[first], handles[first]);
        }
        return first;
    }

    /** 1 if the first entry comes before the second, else 0. Times and handles are never negative: no overflow. */
    private static int before(long time, long handle, long otherTime, long otherHandle) {
        long difference = time - otherTime;
        if (difference == 0) {
            difference = handle - otherHandle;
        }
        return (int) (difference >>> 63);
    }

    private void dropTombstones() {
        int kept = 0;
        for (int i = hole ? 1 : 0; i < size; i++) {
            long handle = handles[i];
            if (owners[(int) handle & SLOT_MASK] == handle) {
                times[kept] = times[i];
                handles[kept++] = handle;
            }
        }
        size = kept;
        hole = false;
        for (int i = (size - 2) >> 2; i >= 0; i--) {
            siftDown(i, times[i], handles[i]);
        }
    }

    private void growHeap() {
        times = Arrays.copyOf(times, 2 * times.length);
        handles = Arrays.copyOf(handles, 2 * handles.length);
    }

    private void growSlots() {
        int used = owners.length;
        if (used > SLOT_MASK) {
            throw new IllegalStateException("pending: " + used + " (expected: < " + (1 << SLOT_BITS) + ")");
        }
        events = Arrays.copyOf(events, 2 * used);
        owners = Arrays.copyOf(owners, 2 * used);
        linkFreeSlots(used);
    }

    private void linkFreeSlots(int from) {
        for (int slot = from; slot < owners.length; slot++) {
            owners[slot] = ~(slot + 1);
            events[slot] = NONE;
        }
        freeSlot = from;
    }
}
