package io.goodput.netty.upstream;

import io.goodput.netty.loop.LoopTimer;

/**
 * How long a connection may be in the stage that it is in, and how old it may get. One timer for all of it; while nothing
 * is expected of the origin, as its client takes or sends nothing, it stands still.
 */
final class OriginClock extends LoopTimer {
    private final OriginPool pool;
    private final OriginConnection connection;
    private final UpstreamTimes times;
    private long expiresAt = Long.MAX_VALUE;

    /** Whether the origin is to do something now, so that each of its moves gives it another while. */
    private boolean awaitsMoves;

    OriginClock(OriginPool pool, OriginConnection connection) {
        this.pool = pool;
        this.connection = connection;
        this.times = pool.client().settings().times();
    }

    void connects() {
        setIn(times.connect().toNanos());
    }

    void shakesHands() {
        setIn(times.tls().toNanos());
    }

    /** It stands; from now on it gets old. */
    void opened() {
        UpstreamClient client = pool.client();
        expiresAt = client.settings().age().expiresAt(pool.timers().nanos(), client.random());
    }

    boolean isTooOld() {
        return pool.timers().nanos() >= expiresAt;
    }

    /**
     * A request is on its way.
     *
     * @param whole whether nothing of it is to come any more
     * @param writable whether the origin has taken most of what was written
     */
    void asked(boolean whole, boolean writable) {
        awaitsMoves = !whole && !writable;
        if (whole) {
            setIn(times.firstByte().toNanos());
        } else if (writable) {
            stop();
        } else {
            setIn(times.idle().toNanos());
        }
    }

    /**
     * An answer is on its way.
     *
     * @param wanted whether more of it is asked for
     * @param writable whether the origin has taken most of what was written
     */
    void answering(boolean wanted, boolean writable) {
        boolean expected = wanted || !writable;
        if (!expected) {
            stop();
        } else if (!awaitsMoves || !isSet()) {
            setIn(times.idle().toNanos());
        }
        awaitsMoves = expected;
    }

    /** The origin has sent or taken something. */
    void moved() {
        if (awaitsMoves && isSet()) {
            setIn(times.idle().toNanos());
        }
    }

    void unused() {
        awaitsMoves = false;
        pool.timers().set(this, Math.min(pool.timers().nanos() + times.unused().toNanos(), expiresAt));
    }

    void stop() {
        pool.timers().cancel(this);
    }

    private void setIn(long nanos) {
        pool.timers().set(this, pool.timers().nanos() + nanos);
    }

    @Override
    protected void fired(long now) {
        connection.timeIsUp();
    }
}
