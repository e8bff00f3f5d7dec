package io.goodput.lab.fidelity;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;

/**
 * Lets so many in at a time; so many more wait, first in, first out; who finds the line full is refused. A slot that is
 * given back goes to the first in line, and to nobody who came later.
 */
final class SlotGate {
    private final int slots;
    private final int places;
    private final Queue<Semaphore> line = new ArrayDeque<>();
    private int busy;

    SlotGate(int slots, int places) {
        this.slots = slots;
        this.places = places;
    }

    /** Waits for a slot; false at once if the line is full. Who has one {@linkplain #leave gives it back}. */
    boolean enter() {
        var turn = new Semaphore(0);
        synchronized (this) {
            if (busy < slots) {
                busy++;
                return true;
            }
            if (line.size() >= places) {
                return false;
            }
            line.add(turn);
        }
        turn.acquireUninterruptibly();
        return true;
    }

    synchronized void leave() {
        Semaphore next = line.poll();
        if (next == null) {
            busy--;
        } else {
            next.release();
        }
    }

    synchronized int busy() {
        return busy;
    }

    synchronized int waiting() {
        return line.size();
    }
}
