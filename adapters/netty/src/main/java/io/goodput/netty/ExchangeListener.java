package io.goodput.netty;

import io.goodput.http.head.Fields;
import io.netty.buffer.ByteBuf;

/**
 * Told what becomes of one exchange, on its event loop. The last thing it is told is either {@link #onSent} or
 * {@link #onAbort}, one of them once, whatever happens; whoever holds something for a request, such as a place in an
 * admission queue or a connection to an origin, lets go of it there.
 *
 * <p>Nothing is told while a method of the exchange runs that this listener has called from one of these methods, nor
 * while {@link HttpHandler#handle} runs, but for the {@link #onAbort} of a {@link ServerExchange#reset} or of a mistake
 * that the method throws.
 */
public interface ExchangeListener {
    /** Wants to know nothing, and no body. */
    ExchangeListener INDIFFERENT = new ExchangeListener() {};

    /**
     * A piece of the request's body, or of what a tunnel brings: one for each {@link ServerExchange#read}.
     *
     * @param data at least a byte; it is this listener's, who releases it
     */
    default void onData(ByteBuf data) {
        data.release();
    }

    /**
     * The request's body is whole: the answer to the last {@link ServerExchange#read}, of a request without a body to
     * its first. In a tunnel: the client will send nothing more.
     *
     * @param trailers as they came; {@link io.goodput.http.body.Trailers#passing} says which may pass
     */
    default void onEnd(Fields trailers) {}

    /** The exchange {@link ServerExchange#isWritable is writable} again. */
    default void onWritable() {}

    /**
     * The client has closed its side of the connection after a whole request. It may wait for the answer, or be gone;
     * nobody can tell. The exchange goes on unless somebody {@link ServerExchange#reset resets} it. Not told in HTTP/2,
     * where a client says which.
     */
    default void onHalfClose() {}

    /** All of the answer has gone to the operating system. */
    default void onSent() {}

    /** The exchange is over before all of its answer was sent. What is written from now on is thrown away. */
    default void onAbort(CloseReason reason) {}
}
