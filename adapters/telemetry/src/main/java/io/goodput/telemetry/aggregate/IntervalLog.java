package io.goodput.telemetry.aggregate;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of a series in which anything happened, in one row of bytes: for each, how many intervals after the one
 * before it comes, how many bytes it has, and those. It grows and shrinks with what it holds; where the budget has no
 * more, the oldest intervals make room for the newest. One thread at a time.
 */
final class IntervalLog {
    private static final int LEAST = 64;

    private final MemoryBudget budget;
    private final IntervalBytes head = new IntervalBytes(new byte[20], 0);
    private byte[] data = new byte[0];
    private int start;
    private int end;

    /** Of the oldest and the newest interval that are there, if any is. */
    private long oldest;

    private long newest;

    IntervalLog(MemoryBudget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return start == end;
    }

    /**
     * Adds an interval after all others.
     *
     * @return false if there was no room even in place of all older ones
     */
    boolean add(long index, IntervalBytes figures) {
        head.clear();
        head.put(isEmpty() ? 0 : index - newest);
        head.put(figures.place());
        int length = head.place() + figures.place();
        if (!makeRoom(length)) {
            return false;
        }
        if (isEmpty()) {
            oldest = index;
        }
        System.arraycopy(head.bytes(), 0, data, end, head.place());
        System.arraycopy(figures.bytes(), 0, data, end + head.place(), figures.place());
        end += length;
        newest = index;
        return true;
    }

    private boolean makeRoom(int length) {
        if (end + length <= data.length) {
            return true;
        }
        int need = end - start + length;
        if (need <= data.length - data.length / 4 || resize(Math.max(LEAST, need + need / 2))) {
            moveTo(data);
            return true;
        }
        while (!isEmpty() && end - start + length > data.length) {
            dropOldest();
        }
        moveTo(data);
        return end + length <= data.length || resize(length);
    }

    private boolean resize(int size) {
        int more = size - data.length;
        if (more > 0 && !budget.take(more)) {
            return false;
        }
        if (more < 0) {
            budget.giveBack(-more);
        }
        moveTo(new byte[size]);
        return true;
    }

    private void moveTo(byte[] place) {
        System.arraycopy(data, start, place, 0, end - start);
        data = place;
        end -= start;
        start = 0;
    }

    private void dropOldest() {
        var in = new IntervalBytes(data, start);
        in.next();
        start = (int) in.next() + in.place();
        if (isEmpty()) {
            start = 0;
            end = 0;
        } else {
            oldest += new IntervalBytes(data, start).next();
        }
    }

    /** Forgets all intervals before that one. */
    void forgetBefore(long index) {
        while (!isEmpty() && oldest < index) {
            dropOldest();
        }
        int used = end - start;
        if (data.length > LEAST && used < data.length / 4) {
            resize(used == 0 ? 0 : Math.max(LEAST, used * 2));
        }
    }

    /** Gives all back. */
    void forgetAll() {
        budget.giveBack(data.length);
        data = new byte[0];
        start = 0;
        end = 0;
    }

    /** Adds up the intervals from one to another, both included. */
    void addTo(IntervalFigures sum, long from, long to) {
        each(from, to, sum, null);
    }

    /**
     * Goes through the intervals from one to another, both included.
     *
     * @param figures what each is added to; it is the visitor's to clear
     * @param visitor is told of each interval that is there, once it was added
     */
    void each(long from, long to, IntervalFigures figures, @Nullable LongConsumer visitor) {
        if (isEmpty() || newest < from) {
            return;
        }
        var in = new IntervalBytes(data, start);
        long index = oldest;
        for (boolean first = true; in.place() < end && index <= to; first = false) {
            long step = in.next();
            index = first ? oldest : index + step;
            int length = (int) in.next();
            int after = in.place() + length;
            if (index >= from && index <= to) {
                figures.add(in);
                if (visitor != null) {
                    visitor.accept(index);
                }
            }
            in.goTo(after);
        }
    }
}
