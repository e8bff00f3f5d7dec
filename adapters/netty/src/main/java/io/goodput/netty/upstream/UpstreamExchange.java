package io.goodput.netty.upstream;

import io.goodput.http.forward.ForwardedRequest;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.goodput.netty.loop.LoopTimer;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request to an origin and its answer. It belongs to one event loop: all methods are called on it, and all that is
 * told to its {@link UpstreamListener} is told there. After its end its methods do nothing, and buffers are released.
 */
public final class UpstreamExchange {
    private final OriginPool pool;
    private final ForwardedRequest request;
    private final UpstreamListener listener;
    private final WaitTimer waiting = new WaitTimer();

    /** That it has, or that is being made for it; null while it waits for one, and after the end. */
    private @Nullable OriginConnection connection;

    private boolean over;
    private boolean reused;

    UpstreamExchange(OriginPool pool, ForwardedRequest request, UpstreamListener listener) {
        this.pool = pool;
        this.request = request;
        this.listener = listener;
    }

    /** Whether a piece of the request's body may be written: it is connected, and less than 256 KB wait to be sent. */
    public boolean isWritable() {
        OriginConnection own = connection;
        return own != null && own.isWritable();
    }

    /**
     * Writes a piece of the request's body, framed as its head says.
     *
     * @param data which is this exchange's from now on, whatever becomes of it
     * @throws IllegalStateException while it is not {@link #isWritable writable}, after the end of the body, or with
     *     more than the length says
     */
    public void write(ByteBuf data) {
        if (over) {
            data.release();
            return;
        }
        OriginConnection own = connection;
        if (own == null || !own.isWritable()) {
            data.release();
            throw new IllegalStateException("written before the origin can take it");
        }
        own.write(data);
    }

    /**
     * The request's body is whole; of a request without one there is no need to say so. In a tunnel, nothing more is
     * sent.
     *
     * @param trailers those that may pass do, if the body is chunked
     * @throws IllegalStateException before it is connected, or with less than the length says
     */
    public void end(Fields trailers) {
        if (over) {
            return;
        }
        OriginConnection own = connection;
        if (own == null) {
            throw new IllegalStateException("ended before the origin can take it");
        }
        own.endRequest(trailers);
    }

    /** Asks for one piece of the answer's body. May tell the listener before it returns, unless the listener calls it. */
    public void read() {
        OriginConnection own = connection;
        if (own != null) {
            own.demand();
        }
    }

    /** Nobody wants the answer any more: the listener hears nothing more, and a connection under way is closed. */
    public void cancel() {
        if (over) {
            return;
        }
        over = true;
        OriginConnection own = connection;
        connection = null;
        if (own == null) {
            stopWaiting();
            pool.left(this);
        } else {
            own.abandoned();
        }
    }

    /** Whether its connection had served another request before. */
    public boolean isReused() {
        return reused;
    }

    /** Whether the listener has heard the last of it. */
    public boolean isOver() {
        return over;
    }

    ForwardedRequest request() {
        return request;
    }

    void waitUntil(long at) {
        pool.timers().set(waiting, at);
    }

    void stopWaiting() {
        pool.timers().cancel(waiting);
    }

    /** A connection is being made for it, or waits for its head. */
    void assigned(OriginConnection to, boolean used) {
        stopWaiting();
        connection = to;
        reused = used;
    }

    void writable() {
        if (!over) {
            listener.onWritable();
        }
    }

    void interim(AcceptedResponse response) {
        listener.onInterim(response);
    }

    void head(AcceptedResponse response) {
        listener.onHead(response);
    }

    void data(ByteBuf piece) {
        listener.onData(piece);
    }

    /** The origin sends no more, and the tunnel is open on the other side. */
    void halfClosed() {
        listener.onEnd(Fields.NONE);
    }

    void end(Fields trailers, boolean told) {
        if (!over) {
            over = true;
            connection = null;
            if (!told) {
                listener.onEnd(trailers);
            }
        }
    }

    void failed(UpstreamFailure why) {
        if (!over) {
            over = true;
            connection = null;
            stopWaiting();
            pool.counts().failed(why);
            listener.onFailure(why);
        }
    }

    private final class WaitTimer extends LoopTimer {
        @Override
        protected void fired(long now) {
            pool.left(UpstreamExchange.this);
            failed(UpstreamFailure.POOL_WAIT);
        }
    }
}
