package io.goodput.telemetry.aggregate;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be taken. Those who take count what the heap needs for them, roughly, and never too little. */
final class MemoryBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    MemoryBudget(long most) {
        this.most = most;
    }

    /** Takes so many, if there are; if not, none. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
