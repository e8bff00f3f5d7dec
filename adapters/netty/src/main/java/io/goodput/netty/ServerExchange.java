package io.goodput.netty;

import io.goodput.Ticker;
import io.goodput.http.forward.ForwardedResponse;
import io.goodput.http.forward.Reply;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;

/**
 * One request and its answer. It belongs to the event loop of its connection: all methods are called on it, and all
 * that is told to its {@link ExchangeListener} is told there.
 *
 * <p>After its end, which the listener is told, the answer's methods do nothing: buffers are released.
 *
 * <pre>{@code
 * HttpHandler hello = exchange -> {
 *     exchange.respond(200, Fields.of("Content-Type", "text/plain"), new Framing.Length(5));
 *     exchange.write(ByteBufUtil.writeAscii(exchange.allocator(), "hello"));
 *     exchange.end(Fields.NONE);
 * };
 * }</pre>
 */
public interface ServerExchange {
    /** What is asked for. */
    AcceptedRequest request();

    /** Who asks. */
    Peer peer();

    /** Names this request in logs and in answers that people read; made here, of no more than 32 characters. */
    String id();

    /** Where all of it happens; also for timers. */
    EventLoop loop();

    /** The clock that the listener's own limits go by. */
    Ticker ticker();

    /** When the head was whole, by {@link #ticker}. */
    long begunAt();

    /** Where buffers come from. */
    ByteBufAllocator allocator();

    /** Who is told what becomes of this exchange; called while the handler runs, at most once. */
    void listen(ExchangeListener listener);

    /**
     * Asks for one piece of the request's body, or its end. A client that waits for a 100 is sent one at the first
     * call, unless {@link #informational} has sent it or an answer has begun. Asking again before the answer asks for
     * no more. Without it no more than 256 KB come off the wire. May call the listener before it returns, except where
     * the listener or the handler was called by this exchange.
     */
    void read();

    /**
     * Sends an interim answer and flushes it. HTTP/1.0 is sent none.
     *
     * @param status from 100 to 199 but 101
     * @throws IllegalArgumentException if the status or a field is none
     * @throws IllegalStateException if a final answer has begun
     */
    void informational(int status, Fields fields);

    /**
     * To whom an answer goes, for {@link io.goodput.http.forward.ResponseForwarding}. Whether the connection may live
     * on changes while the request's body comes, so it is asked for when the answer begins.
     *
     * @param ours fields to be added
     */
    Reply reply(Fields ours);

    /**
     * Begins the final answer with a head that is written as it stands, its framing and its {@code Connection} among
     * its fields, as {@link io.goodput.http.forward.ResponseForwarding} makes it for {@link #reply}. Of a tunnel, bytes
     * pass both ways from now on: {@link #read}, {@link #write}, and {@link #end} for the half-close.
     *
     * @throws IllegalArgumentException if a field has a name or a value that none may have
     * @throws IllegalStateException if an answer has begun
     */
    void respond(ForwardedResponse response);

    /**
     * Begins the final answer of a server of our own. Framing, {@code Connection} and {@code Date} are added.
     *
     * @param status from 200 to 999; 101 with a tunnel
     * @param fields without those that frame, and without {@code Connection}
     * @param body its length, if that is known; {@link Framing.None} for none at all; any other for a body of unknown
     *     length
     * @throws IllegalArgumentException if a field has a name or a value that none may have
     * @throws IllegalStateException if an answer has begun
     */
    default void respond(int status, Fields fields, Framing body) {
        respond(OwnResponses.of(this, status, fields, body));
    }

    /**
     * Answers with a status and a reason that a person can read, in words of our own, and ends the answer. The
     * request's {@link #id} is in it.
     *
     * @param fields more of them, such as {@code Retry-After}
     * @throws IllegalStateException if an answer has begun
     */
    default void refuse(int status, String reason, Fields fields) {
        OwnResponses.refuse(this, status, reason, fields);
    }

    /**
     * A piece of the answer's body. It is sent at the {@link #end}, at a {@link #flush}, or when many have come. Where
     * the answer has no body, as to HEAD, it is thrown away.
     *
     * @param data which is this exchange's from now on, whatever becomes of it
     * @throws IllegalStateException without a head, after the end, with more bytes than the length says, or while it is
     *     not {@link #isWritable writable}
     */
    void write(ByteBuf data);

    /** Sends what has been written. */
    void flush();

    /**
     * Ends the answer and sends it. What is left of the request's body is read and thrown away if it is little;
     * otherwise the connection is closed.
     *
     * @param trailers those that may pass do, where the framing has a place for them
     * @throws IllegalStateException without a head, twice, or with fewer bytes than the length says; the connection is
     *     cut then
     */
    void end(Fields trailers);

    /**
     * Whether more may be written: less than 256 KB wait for the client. If not, {@link ExchangeListener#onWritable}.
     */
    boolean isWritable();

    /** Whether the final answer has begun. */
    boolean isAnswered();

    /**
     * Gives the exchange up so that the client can tell: the connection is cut. The listener is told
     * {@link CloseReason#RESET} before this returns.
     */
    void reset();
}
