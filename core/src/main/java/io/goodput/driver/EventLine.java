package io.goodput.driver;

import io.goodput.Ticker;
import io.goodput.handoff.HandOff;
import io.goodput.handoff.Sequence;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves events one at a time. They may come from any thread, even while an earlier one is being served; they wait in
 * line, and whoever finds the line empty serves it. No lock is held meanwhile, and events that cause events do not
 * deepen the stack.
 *
 * <p>An event decides, and calls nothing that others wrote: that waits {@linkplain #outside outside} until the line is
 * left. So however long such code takes, the next event is served.
 */
public final class EventLine {
    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private final Queue<LongConsumer> events = new ConcurrentLinkedQueue<>();

    /** What those who leave the line run. */
    private final Queue<Runnable> outside = new ConcurrentLinkedQueue<>();

    private final Sequence inOrder = new Sequence(this::thrownOutside);

    /** Events in line, and the one being served. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** Whoever came last to run what waits outside: those whom it calls need not do so again. */
    private volatile @Nullable Thread runner;

    /**
     * An empty line.
     *
     * @param broken an event in line, with what another event threw, or the code outside; the line goes on
     */
    public EventLine(Ticker ticker, Consumer<Throwable> broken) {
        this.ticker = ticker;
        this.broken = broken;
    }

    /** Puts an event in line; it is given the time at which it is served. */
    public void happened(LongConsumer event) {
        serveInTurn(event);
        runOutside();
    }

    /**
     * Has code run that may take long, once whoever serves the line has left it: on that thread, unless others depend
     * on it for deciding. One after the other, in the order in which events asked for it. To be called by an event.
     */
    public void outside(Runnable code) {
        inOrder.add(code);
        outside.add(inOrder::runNext);
    }

    /** The same for code that waits for no other: what the caller waits for. */
    public void outsideAtOnce(Runnable code) {
        outside.add(code);
    }

    /** Whether something waits outside, asked for by this event or an earlier one. */
    boolean isAnythingOutside() {
        return !outside.isEmpty();
    }

    private void serveInTurn(LongConsumer event) {
        if (waiting.compareAndSet(0, 1)) {
            serve(event);
        } else {
            events.add(event);
            if (waiting.getAndIncrement() > 0) {
                return;
            }
            serve(events.remove());
        }
        while (waiting.decrementAndGet() > 0) {
            serve(events.remove());
        }
    }

    private void serve(LongConsumer event) {
        try {
            event.accept(ticker.nanos());
        } catch (Throwable thrown) {
            broken.accept(thrown);
        }
    }

    private void runOutside() {
        Thread current = Thread.currentThread();
        if (current.equals(runner)) {
            return;
        }
        for (Runnable code = outside.poll(); code != null; code = outside.poll()) {
            Runnable next = code;
            runner = current;
            HandOff.run(() -> run(next));
        }
        if (current.equals(runner)) {
            runner = null;
        }
    }

    private void run(Runnable code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            thrownOutside(thrown);
        }
    }

    private void thrownOutside(Throwable thrown) {
        happened(_ -> broken.accept(thrown));
    }
}
