package io.goodput.load.http;

import io.goodput.load.RequestOutcome;
import org.jspecify.annotations.Nullable;

/** One request on its way, waiting for a connection first. Belongs to the thread of its loop. */
final class Transmission {
    private final PreparedRequest request;
    private final long remainingMillis;
    private final long expires;
    private final ChannelPool pool;
    private final AnswerListener listener;
    private @Nullable HttpChannel channel;
    private boolean ended;

    /** Neighbours in the order in which they expire. */
    @Nullable Transmission earlier;

    @Nullable Transmission later;

    /**
     * A request that was not sent yet.
     *
     * @param remainingMillis what it tells the server
     * @param expires reading of the loop's ticker at which it is given up
     */
    Transmission(
            PreparedRequest request, long remainingMillis, long expires, ChannelPool pool, AnswerListener listener) {
        this.request = request;
        this.remainingMillis = remainingMillis;
        this.expires = expires;
        this.pool = pool;
        this.listener = listener;
    }

    PreparedRequest request() {
        return request;
    }

    long remainingMillis() {
        return remainingMillis;
    }

    long expires() {
        return expires;
    }

    ChannelPool pool() {
        return pool;
    }

    /** Whom it was given to; null while it waits. */
    @Nullable HttpChannel channel() {
        return channel;
    }

    void givenTo(HttpChannel to) {
        channel = to;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Tells the listener; only {@link LoopSender} may, which has to forget it first. */
    void end(RequestOutcome answer, int status, long bytes) {
        ended = true;
        listener.ended(answer, status, bytes);
    }
}
