package io.goodput.netty.upstream;

import io.goodput.http.forward.Exchange;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.http1.Inbox;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an origin, and the exchange that it serves: bytes are read when they are asked for, and taken apart
 * by {@link ResponseReader}. Between two exchanges it reads as well, to hear of its end; bytes that come then belong to
 * nothing, and it is closed.
 */
final class OriginConnection extends ChannelInboundHandlerAdapter {
    private enum Stage {
        CONNECTING,
        HANDSHAKE,
        UNUSED,
        /** A request is on its way; no final head has come. */
        ASKED,
        ANSWERED,
        CLOSED
    }

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final OriginPool pool;
    private final OriginClock clock;
    private final ResponseReader reader;
    private final Inbox inbox = new Inbox();
    private Stage stage = Stage.CONNECTING;
    private @Nullable Channel channel;
    private @Nullable UpstreamExchange exchange;
    private @Nullable RequestBodyWriter request;

    /** A piece that was not asked for yet. */
    private @Nullable ByteBuf held;

    private int interim;
    private boolean wanted;
    private boolean reading;
    private boolean pumping;
    private boolean headWritten;
    private boolean inputEnded;
    private boolean truncated;

    /** TLS: the origin said that it sends no more, and nobody else did. */
    private boolean closedInWords;

    private boolean cutShort;
    private boolean tunnel;
    private boolean originEnded;

    OriginConnection(OriginPool pool, UpstreamExchange first) {
        this.pool = pool;
        this.exchange = first;
        this.clock = new OriginClock(pool, this);
        this.reader = new ResponseReader(pool.client().settings().limits());
    }

    // Made and closed.

    void open() {
        Objects.requireNonNull(exchange).assigned(this, false);
        clock.connects();
        ChannelFuture made = OriginChannels.connect(pool, this);
        channel = made.channel();
        var _ = made.addListener(future -> connected(future.isSuccess()));
    }

    private void connected(boolean made) {
        if (!made) {
            fail(UpstreamFailure.CONNECT_FAILED);
        } else if (stage == Stage.CLOSED) {
            var _ = channel().close();
        } else if (pool.origin().isSecure()) {
            stage = Stage.HANDSHAKE;
            clock.shakesHands();
        } else {
            ready();
        }
    }

    private void ready() {
        clock.opened();
        UpstreamExchange first = exchange;
        if (first == null) {
            release();
        } else {
            serve(first, false);
        }
    }

    /** Whether a request may be written to it now. */
    boolean isUsable() {
        return stage == Stage.UNUSED && channel().isActive() && !clock.isTooOld();
    }

    void close() {
        fail(UpstreamFailure.CLOSED_UNUSED);
    }

    /** Closes it; the exchange that it serves, if there is one, fails. */
    void fail(UpstreamFailure why) {
        UpstreamExchange served = exchange;
        exchange = null;
        shut();
        if (served != null) {
            served.failed(why);
        }
    }

    private void shut() {
        if (stage == Stage.CLOSED) {
            return;
        }
        stage = Stage.CLOSED;
        clock.stop();
        drop();
        if (channel != null && channel.isOpen()) {
            var _ = channel.close();
        }
        pool.closed(this);
    }

    private void drop() {
        inbox.clear();
        if (held != null) {
            held.release();
            held = null;
        }
    }

    /** The exchange is given up. A connection that is being made may serve another one. */
    void abandoned() {
        exchange = null;
        if (stage != Stage.CONNECTING && stage != Stage.HANDSHAKE) {
            shut();
        }
    }

    /** Its time for the stage that it is in is over. */
    void timeIsUp() {
        switch (stage) {
            case CONNECTING -> fail(UpstreamFailure.CONNECT_TIMEOUT);
            case HANDSHAKE -> fail(UpstreamFailure.TLS_TIMEOUT);
            case ASKED -> fail(request().isEnded() ? UpstreamFailure.FIRST_BYTE_TIMEOUT : UpstreamFailure.IDLE_TIMEOUT);
            case ANSWERED -> fail(UpstreamFailure.IDLE_TIMEOUT);
            case UNUSED, CLOSED -> close();
        }
    }

    // The request.

    /** Writes the head. */
    void serve(UpstreamExchange next, boolean used) {
        exchange = next;
        next.assigned(this, used);
        if (!channel().isActive()) {
            fail(UpstreamFailure.CLOSED_UNUSED);
            return;
        }
        stage = Stage.ASKED;
        interim = 0;
        wanted = false;
        cutShort = false;
        headWritten = false;
        reader.begin(next.request().asked());
        request = new RequestBodyWriter(channel(), next.request().framing());
        var _ = channel()
                .writeAndFlush(Unpooled.wrappedBuffer(next.request().bytes()))
                .addListener(written -> headWritten |= written.isSuccess());
        requestMoved();
        readMore();
        if (!request().isEnded() && isWritable()) {
            next.writable();
        }
    }

    boolean isWritable() {
        return (stage == Stage.ASKED || stage == Stage.ANSWERED) && channel().isWritable();
    }

    void write(ByteBuf data) {
        var _ = request().write(data);
        requestMoved();
    }

    void endRequest(Fields trailers) {
        if (stage != Stage.ASKED && stage != Stage.ANSWERED) {
            throw new IllegalStateException("ended before the origin can take it");
        }
        request().end(trailers);
        if (tunnel) {
            var _ = ((DuplexChannel) channel()).shutdownOutput();
            endTunnelIfOver();
        } else {
            requestMoved();
        }
    }

    private void requestMoved() {
        if (stage == Stage.ASKED) {
            clock.asked(request().isEnded(), channel().isWritable());
        }
    }

    // The answer.

    void demand() {
        wanted = true;
        pump();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (stage == Stage.CLOSED) {
            ((ByteBuf) message).release();
        } else {
            inbox.add((ByteBuf) message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        switch (stage) {
            case ASKED, ANSWERED -> {
                if (!headWritten && !inbox.isEmpty() && reader.isUnbegun()) {
                    // An answer to nothing: what it belongs to, nobody knows.
                    fail(UpstreamFailure.MALFORMED);
                } else {
                    clock.moved();
                    pump();
                }
            }
            case UNUSED -> {
                if (inbox.isEmpty()) {
                    readMore();
                } else {
                    close();
                }
            }
            case CONNECTING, HANDSHAKE, CLOSED -> {}
        }
    }

    /** Tells what can be told, and reads on if that is not enough. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            boolean more = true;
            while (more && (stage == Stage.ASKED || stage == Stage.ANSWERED)) {
                more = held != null ? giveHeld() : part();
            }
        } finally {
            pumping = false;
        }
        if (stage == Stage.ASKED || (stage == Stage.ANSWERED && held == null && wanted)) {
            readMore();
        }
        if (stage == Stage.ANSWERED) {
            clock.answering(wanted && held == null, channel().isWritable());
        }
    }

    private boolean giveHeld() {
        if (!wanted) {
            return false;
        }
        ByteBuf piece = Objects.requireNonNull(held);
        held = null;
        wanted = false;
        exchange().data(piece);
        return true;
    }

    private boolean part() {
        ByteBuffer view = inbox.isEmpty() ? EMPTY.duplicate() : inbox.view();
        int from = view.position();
        ResponseReader.Part part = reader.next(view);
        int taken = view.position() - from;
        if (part == ResponseReader.Part.DATA) {
            held = inbox.slice(taken - reader.dataLength(), reader.dataLength());
        }
        if (taken > 0) {
            inbox.taken(taken);
        }
        return switch (part) {
            case MORE -> !inbox.isEmpty() || (inputEnded && ends());
            case INTERIM -> interim();
            case HEAD -> head();
            case DATA -> true;
            case END -> over(reader.trailers());
            case FAULT -> failed(UpstreamFailure.MALFORMED);
        };
    }

    private boolean interim() {
        if (++interim > Exchange.MOST_INTERIM) {
            return failed(UpstreamFailure.TOO_MANY_INTERIM);
        }
        exchange().interim(reader.head());
        return true;
    }

    private boolean head() {
        AcceptedResponse response = reader.head();
        stage = Stage.ANSWERED;
        cutShort = !request().isEnded();
        if (response.framing() instanceof Framing.Tunnel) {
            tunnel = true;
            request = RequestBodyWriter.ofTunnel(channel());
        }
        clock.answering(false, true);
        exchange().head(response);
        return true;
    }

    private boolean failed(UpstreamFailure why) {
        fail(why);
        return false;
    }

    /** The origin sends no more. */
    private boolean ends() {
        boolean whole = !truncated && (closedInWords || !pool.origin().isSecure());
        if (reader.endsWithConnection() && whole) {
            return tunnel ? endTunnel() : over(Fields.NONE);
        }
        boolean unanswered = stage == Stage.ASKED && reader.isUnbegun() && interim == 0;
        return failed(unanswered ? UpstreamFailure.CLOSED_UNANSWERED : UpstreamFailure.CLOSED_EARLY);
    }

    private boolean endTunnel() {
        if (!originEnded) {
            originEnded = true;
            exchange().halfClosed();
            endTunnelIfOver();
        }
        return false;
    }

    private void endTunnelIfOver() {
        if (originEnded && request().isEnded() && exchange != null) {
            finish(true, Fields.NONE);
        }
    }

    private boolean over(Fields trailers) {
        finish(false, trailers);
        return false;
    }

    private void finish(boolean told, Fields trailers) {
        UpstreamExchange served = exchange();
        exchange = null;
        boolean good = reader.head().isPersistent() && !cutShort && !inputEnded && inbox.isEmpty() && !tunnel;
        if (good) {
            release();
        } else {
            pool.counts().discarded();
            shut();
        }
        served.end(trailers, told);
    }

    private void release() {
        if (clock.isTooOld()) {
            close();
            return;
        }
        stage = Stage.UNUSED;
        clock.unused();
        readMore();
        pool.released(this);
    }

    private void readMore() {
        if (!reading && !inputEnded && stage != Stage.CLOSED) {
            reading = true;
            channel().read();
        }
    }

    // What else becomes of it.

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        requestMoved();
        UpstreamExchange served = exchange;
        if (served != null && isWritable() && !request().isEnded()) {
            served.writable();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent done
            when stage == Stage.HANDSHAKE -> {
                if (done.isSuccess()) {
                    ready();
                } else {
                    fail(UpstreamFailure.TLS_FAILED);
                }
            }
            case SslCloseCompletionEvent closed
            when closed.isSuccess() -> {
                closedInWords = true;
                inputEnded();
            }
            case ChannelInputShutdownEvent _ -> inputEnded();
            default -> {}
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inputEnded();
    }

    private void inputEnded() {
        inputEnded = true;
        switch (stage) {
            case ASKED, ANSWERED -> pump();
            case HANDSHAKE -> fail(UpstreamFailure.TLS_FAILED);
            case UNUSED -> close();
            case CONNECTING, CLOSED -> {}
        }
    }

    /** Reading failed: what has come may be told, and then it is over. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (stage != Stage.HANDSHAKE) {
            truncated = true;
            inputEnded();
        }
    }

    private Channel channel() {
        return Objects.requireNonNull(channel);
    }

    private UpstreamExchange exchange() {
        return Objects.requireNonNull(exchange);
    }

    private RequestBodyWriter request() {
        return Objects.requireNonNull(request);
    }
}
