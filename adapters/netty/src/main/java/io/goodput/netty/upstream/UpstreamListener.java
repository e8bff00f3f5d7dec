package io.goodput.netty.upstream;

import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.netty.buffer.ByteBuf;

/**
 * Told what comes of one request to an origin, on its event loop. The last that it is told is {@link #onEnd} or
 * {@link #onFailure}, one of them once, unless it {@linkplain UpstreamExchange#cancel cancels} first.
 */
public interface UpstreamListener {
    /** More of the request's body may be written. */
    default void onWritable() {}

    /** An interim answer: 1xx but 101. There are at most {@link io.goodput.http.forward.Exchange#MOST_INTERIM}. */
    default void onInterim(AcceptedResponse response) {}

    /**
     * The head of the answer, perhaps before all of the request was written. After one with
     * {@link io.goodput.http.head.Framing.Tunnel}, bytes pass both ways.
     */
    void onHead(AcceptedResponse response);

    /**
     * A piece of the answer's body: one for each {@link UpstreamExchange#read}.
     *
     * @param data at least a byte; it is this listener's, who releases it
     */
    void onData(ByteBuf data);

    /**
     * The answer is whole. This is told as soon as it is known, asked for or not; of a tunnel, that the origin sends no
     * more.
     *
     * @param trailers as they came; {@link io.goodput.http.body.Trailers#passing} says which may pass
     */
    void onEnd(Fields trailers);

    /** There is no whole answer. May be told before {@link UpstreamClient#send} returns. */
    void onFailure(UpstreamFailure failure);
}
