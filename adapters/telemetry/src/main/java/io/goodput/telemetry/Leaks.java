package io.goodput.telemetry;

import io.goodput.Outcome;
import io.goodput.telemetry.unit.Ended;
import java.lang.StackWalker.StackFrame;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends the units that nobody can end any more. A unit that was called for a task needs none of this: it ends with its
 * task.
 */
final class Leaks implements AutoCloseable {
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** It was not refused that nobody ended it: somebody forgot to. */
    private static final Ended FORGOTTEN =
            new Ended(Outcome.PERMANENT_FAILURE, null, "leaked", "nobody ended it, and nobody can any more");

    private final Telemetry telemetry;
    private final boolean watches;
    private final ReferenceQueue<Work> unreachable = new ReferenceQueue<>();

    /** Those of units that are open: a reference that is lost itself would never tell. */
    private final Set<Leak> watched = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * None yet.
     *
     * @param watches whether there will be any
     */
    Leaks(Telemetry telemetry, boolean watches) {
        this.telemetry = telemetry;
        this.watches = watches;
    }

    /** Ends the unit once it is forgotten. Called by whoever was called by those who began it. */
    void watch(Work work) {
        if (!watches) {
            return;
        }
        StackFrame place = WALKER.walk(frames -> frames.skip(2).findFirst().orElseThrow());
        Leak leak = work.leak(this, place);
        watched.add(leak);
        work.watchedBy(leak);
        if (thread == null) {
            begin();
        }
    }

    private synchronized void begin() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name("goodput-leaks").start(this::follow);
        }
    }

    private void follow() {
        while (!closed) {
            try {
                if (unreachable.remove() instanceof Leak leak) {
                    end(leak);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void end(Leak leak) {
        if (watched.remove(leak)) {
            telemetry.outlet().ledger().leaked();
            boolean _ = leak.sheet.end(
                    leak.ticket,
                    FORGOTTEN,
                    null,
                    leak.place(),
                    telemetry.outlet().ticker().nanos());
        }
    }

    /** Somebody has ended the unit. */
    void ended(Leak leak) {
        if (watched.remove(leak)) {
            leak.clear();
        }
    }

    ReferenceQueue<Work> unreachable() {
        return unreachable;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
