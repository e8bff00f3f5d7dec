package io.goodput.sim;

import java.util.Arrays;

/**
 * Pending events by (time, sequence), so that equal times come out in the order they went in.
 *
 * <p>A 4-ary heap in two primitive arrays: the time, and the handle, which is the sequence number over the number of
 * the slot that holds the event. Sequence numbers are never used twice, so a handle compares as its sequence number
 * does and stays unique after its slot is given to another event.
 *
 * <p>Each slot knows where in the heap its entry is, so that a cancelled event leaves at once. Measured against leaving
 * it in place until it reaches the top: one tenth faster where a quarter of the timers are cancelled long before their
 * time, no slower elsewhere.
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

    /** Where in the heap the entry of an occupied slot is. */
    private int[] positions = new int[INITIAL_CAPACITY];

    private int freeSlot;
    private int live;

    EventQueue() {
        linkFreeSlots(0);
    }

    int live() {
        return live;
    }

    /** How many events there is room for. */
    int capacity() {
        return owners.length;
    }

    long add(long at, Event event) {
        if (live == owners.length) {
            grow();
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
            siftUp(size++, at, handle);
        }
        return handle;
    }

    boolean cancel(long handle) {
        int slot = (int) handle & SLOT_MASK;
        if (slot >= owners.length || owners[slot] != handle) {
            return false;
        }
        int position = positions[slot];
        release(slot);
        removeAt(position);
        return true;
    }

    /** The time of the first event, which is left at the top; {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        if (hole) {
            hole = false;
            removeAt(0);
        }
        return size > 0 ? times[0] : Long.MAX_VALUE;
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

    /** Fills the place with the last entry, which may belong above or below it. */
    private void removeAt(int position) {
        int last = --size;
        if (position == last) {
            return;
        }
        long time = times[last];
        long handle = handles[last];
        int parent = (position - 1) >> 2;
        // A hole at the top is older than everything, so nothing rises into it.
        if (position > 0 && before(time, handle, times[parent], handles[parent]) != 0) {
            siftUp(position, time, handle);
        } else {
            siftDown(position, time, handle);
        }
    }

    private void siftUp(int from, long time, long handle) {
        int i = from;
        while (i > 0) {
            int parent = (i - 1) >> 2;
            if (before(time, handle, times[parent], handles[parent]) == 0) {
                break;
            }
            move(parent, i);
            i = parent;
        }
        place(i, time, handle);
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
            move(first, i);
            i = first;
        }
        place(i, time, handle);
    }

    private void move(int from, int to) {
        place(to, times[from], handles[from]);
    }

    private void place(int position, long time, long handle) {
        times[position] = time;
        handles[position] = handle;
        positions[(int) handle & SLOT_MASK] = position;
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

    private void grow() {
        int used = owners.length;
        if (used > SLOT_MASK) {
            throw new IllegalStateException("pending: " + used + " (expected: < " + (1 << SLOT_BITS) + ")");
        }
        // The heap holds one entry a slot at most: a hole is the entry of a slot that is free.
        times = Arrays.copyOf(times, 2 * used);
        handles = Arrays.copyOf(handles, 2 * used);
        events = Arrays.copyOf(events, 2 * used);
        owners = Arrays.copyOf(owners, 2 * used);
        positions = Arrays.copyOf(positions, 2 * used);
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
