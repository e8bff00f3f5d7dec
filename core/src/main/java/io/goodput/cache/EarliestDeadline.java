package io.goodput.cache;

import io.goodput.Timers;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One timer, at the earliest of several deadlines. */
final class EarliestDeadline {
    private final Timers timers;
    private final LongConsumer due;
    private Timers.@Nullable Timer timer;
    private long at = Long.MAX_VALUE;

    EarliestDeadline(Timers timers, LongConsumer due) {
        this.timers = timers;
        this.due = due;
    }

    /** Not later than at that instant; {@link Long#MAX_VALUE} for never. One that is set already may be earlier. */
    synchronized void set(long instant) {
        if (instant < at) {
            if (timer != null) {
                timer.cancel();
            }
            at = instant;
            timer = timers.runAt(instant, this::fire);
        }
    }

    private void fire() {
        synchronized (this) {
            at = Long.MAX_VALUE;
            timer = null;
        }
        due.accept(timers.nanos());
    }
}
