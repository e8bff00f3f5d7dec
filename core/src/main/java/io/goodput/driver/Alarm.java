package io.goodput.driver;

import io.goodput.Timers;
import io.goodput.handoff.DecidingThread;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of a driver, set anew after each event. Belongs to whoever serves the {@link EventLine}.
 *
 * <p>It is set after what its event has asked for outside, so that, in virtual time, an attempt that ends at the same
 * instant has ended first. Only the thread that decides does not wait for that.
 */
public final class Alarm {
    private final Timers timers;
    private final EventLine line;
    private final LongConsumer fired;
    private Timers.@Nullable Timer timer;
    private long timerAt = Long.MAX_VALUE;

    // Which of the instants that were asked for is the latest to be set: those before it do not count any more.
    private long asked;
    private long done;

    /** Not set. Once its instant has come, {@code fired} happens in the line. */
    public Alarm(Timers timers, EventLine line, LongConsumer fired) {
        this.timers = timers;
        this.line = line;
        this.fired = fired;
    }

    /** Only this instant counts from now on; {@link Long#MAX_VALUE} for none. */
    public void set(long at) {
        long number = ++asked;
        if (at == Long.MAX_VALUE || DecidingThread.isCurrent() || !line.isAnythingOutside()) {
            set(number, at);
        } else {
            line.outsideAtOnce(() -> line.happened(_ -> set(number, at)));
        }
    }

    private void set(long number, long at) {
        if (number > done) {
            done = number;
            setNow(at);
        }
    }

    private void setNow(long at) {
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
