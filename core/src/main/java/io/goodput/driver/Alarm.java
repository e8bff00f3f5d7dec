package io.goodput.driver;

import io.goodput.Timers;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The one timer of a driver, set anew after each event. Belongs to whoever serves the {@link EventLine}. */
public final class Alarm {
    private final Timers timers;
    private final EventLine line;
    private final LongConsumer fired;
    private Timers.@Nullable Timer timer;
    private long timerAt = Long.MAX_VALUE;

    /** Not set. Once its instant has come, {@code fired} happens in the line. */
    public Alarm(Timers timers, EventLine line, LongConsumer fired) {
        this.timers = timers;
        this.line = line;
        this.fired = fired;
    }

    /** Only this instant counts from now on; {@link Long#MAX_VALUE} for none. */
    public void set(long at) {
        if (at == timerAt) {
            return;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        timerAt = at;
        if (at != Long.MAX_VALUE) {
            timer = timers.runAt(at, () -> line.happened(now -> ring(at, now)));
        }
    }

    /** Real timers may fire a little early; then the same instant can be waited for again. */
    private void ring(long at, long now) {
        if (at == timerAt) {
            timerAt = Long.MAX_VALUE;
        }
        fired.accept(now);
    }
}
