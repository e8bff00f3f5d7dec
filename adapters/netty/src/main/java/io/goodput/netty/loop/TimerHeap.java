package io.goodput.netty.loop;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Timers, the next one on top; each knows its place, so that it is taken out without being looked for. */
final class TimerHeap {
    private @Nullable LoopTimer[] timers = new LoopTimer[64];
    private int size;
    private long numbers;

    int size() {
        return size;
    }

    /** Null if there is none. */
    @Nullable LoopTimer first() {
        return timers[0];
    }

    void add(LoopTimer timer, long at) {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, 2 * size);
        }
        timer.at = at;
        timer.number = numbers++;
        up(timer, size++);
    }

    void remove(LoopTimer timer) {
        int hole = timer.index;
        LoopTimer last = at(--size);
        timers[size] = null;
        timer.index = LoopTimer.NOWHERE;
        timer.at = Long.MAX_VALUE;
        if (hole < size) {
            up(last, hole);
            if (last.index == hole) {
                down(last, hole);
            }
        }
    }

    private void up(LoopTimer timer, int from) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / 2;
            LoopTimer above = at(parent);
            if (!timer.isBefore(above)) {
                break;
            }
            put(above, index);
            index = parent;
        }
        put(timer, index);
    }

    private void down(LoopTimer timer, int from) {
        int index = from;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && at(child + 1).isBefore(at(child))) {
                child++;
            }
            LoopTimer below = at(child);
            if (!below.isBefore(timer)) {
                break;
            }
            put(below, index);
            index = child;
        }
        put(timer, index);
    }

    private LoopTimer at(int index) {
        return Objects.requireNonNull(timers[index]);
    }

    private void put(LoopTimer timer, int index) {
        timers[index] = timer;
        timer.index = index;
    }
}
