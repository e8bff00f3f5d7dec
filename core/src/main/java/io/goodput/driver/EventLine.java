package io.goodput.driver;

import io.goodput.Ticker;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Serves events one at a time. They may come from any thread, even while an earlier one is being served; they wait in
 * line, and whoever finds the line empty serves it. No lock is held meanwhile, and events that cause events do not
 * deepen the stack.
 */
public final class EventLine {
    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private final Queue<LongConsumer> events = new ConcurrentLinkedQueue<>();

    /** Events in line, and the one being served. */
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * An empty line.
     *
     * @param broken hears what an event throws; the line goes on
     */
    public EventLine(Ticker ticker, Consumer<Throwable> broken) {
        this.ticker = ticker;
        this.broken = broken;
    }

    /** Puts an event in line; it is given the time at which it is served. */
    public void happened(LongConsumer event) {
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
}
