package io.goodput.netty.http1;

import io.goodput.netty.limit.ListenerLimits;
import io.goodput.netty.limit.SpeedFloor;
import java.time.Duration;

/** What the limits of time say of one connection, at the instants at which it is looked at. */
final class ConnectionPace {
    private final SpeedFloor body;
    private final SpeedFloor answer;

    /** When the stage that it is in was looked at first; -1 before that. */
    private long since = -1;

    ConnectionPace(ListenerLimits limits) {
        this.body = new SpeedFloor(limits);
        this.answer = new SpeedFloor(limits);
    }

    /** Another stage: its time begins anew. */
    void turn() {
        since = -1;
    }

    /** Another request: nothing is waited for so far. */
    void begin() {
        turn();
        body.rest();
    }

    /**
     * Whether the stage has taken so long.
     *
     * @param counts whether the client is to act now; while it is not, the time stands at its beginning
     */
    boolean isPast(long now, boolean counts, Duration limit) {
        if (since < 0 || !counts) {
            since = now;
            return false;
        }
        return now - since >= limit.toNanos();
    }

    /**
     * Whether a body comes too slowly.
     *
     * @param awaited whether anybody wants it now
     * @param bytes of bodies that have come, ever
     */
    boolean isBodySlow(long now, boolean awaited, long bytes) {
        if (!awaited) {
            body.rest();
            return false;
        }
        return body.isBroken(now, bytes);
    }

    /**
     * Whether an answer is taken too slowly.
     *
     * @param pending bytes that wait to be taken
     * @param written bytes that were written, ever
     */
    boolean isAnswerSlow(long now, long pending, long written) {
        if (pending == 0) {
            answer.rest();
            return false;
        }
        return answer.isBroken(now, written - pending);
    }
}
