package io.goodput.netty.loop;

import io.goodput.Ticker;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The timers of what happens on one event loop, at exact instants, over one alarm of the loop: a loop's own scheduler
 * would make an object for each. An alarm that is set is not taken back for a timer that is, as it nearly always is: it
 * goes off once in vain and is set to what is next then.
 *
 * <p>For the loop's thread only.
 */
public final class LoopTimers {
    private static final Logger LOG = System.getLogger(LoopTimers.class.getName());

    private final EventLoop loop;
    private final Ticker ticker;
    private final TimerHeap heap = new TimerHeap();
    private @Nullable ScheduledFuture<?> alarm;
    private long alarmAt = Long.MAX_VALUE;

    /**
     * None so far.
     *
     * @param ticker that instants are read by, which must go as the loop's does
     */
    public LoopTimers(EventLoop loop, Ticker ticker) {
        this.loop = loop;
        this.ticker = ticker;
    }

    /** Whose they are. */
    public EventLoop loop() {
        return loop;
    }

    /** What instants are read by. */
    public Ticker ticker() {
        return ticker;
    }

    /** The reading of the ticker. */
    public long nanos() {
        return ticker.nanos();
    }

    /**
     * Sets a timer in place of where it was set before.
     *
     * @param at {@link Long#MAX_VALUE} for never; what is past falls due as soon as the loop is free
     */
    public void set(LoopTimer timer, long at) {
        if (timer.at == at) {
            return;
        }
        cancel(timer);
        if (at != Long.MAX_VALUE) {
            heap.add(timer, at);
            if (at < alarmAt) {
                arm(at);
            }
        }
    }

    /** Takes a timer back, if it is set. */
    public void cancel(LoopTimer timer) {
        if (timer.isSet()) {
            heap.remove(timer);
        }
    }

    /** How many are set. */
    public int size() {
        return heap.size();
    }

    private void arm(long at) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarmAt = at;
        alarm = loop.schedule(this::goOff, Math.max(0, at - ticker.nanos()), TimeUnit.NANOSECONDS);
    }

    private void goOff() {
        alarm = null;
        alarmAt = Long.MAX_VALUE;
        long now = ticker.nanos();
        LoopTimer next = heap.first();
        while (next != null && next.at <= now) {
            heap.remove(next);
            fire(next, now);
            next = heap.first();
        }
        if (next != null && next.at < alarmAt) {
            arm(next.at);
        }
    }

    /** One that fails must not keep the others from falling due. */
    private static void fire(LoopTimer timer, long now) {
        try {
            timer.fired(now);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "a timer failed: " + timer.getClass().getName(), failed);
        }
    }
}
