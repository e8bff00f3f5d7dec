package io.goodput.netty.http1;

import io.goodput.Ticker;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import io.goodput.http.head.HeadRefusal;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestHead;
import io.goodput.http.head.RequestTarget;
import io.goodput.netty.CloseReason;
import io.goodput.netty.Peer;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.ServerConnection;
import io.goodput.netty.connection.Serving;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection: its requests are read one after the other, and the next one when the one before is answered and its
 * body is gone. Whatever is called from outside ends in {@link #advance}, which goes on as far as the bytes that are
 * there and the handler's demand allow.
 */
public final class Http1Connection extends ServerConnection {
    private static final Logger LOG = System.getLogger(Http1Connection.class.getName());

    /** In place of a request whose head was refused: it is answered, and nothing is known of it. */
    private static final AcceptedRequest UNREADABLE = new AcceptedRequest(
            new RequestHead("", "", HttpVersion.HTTP_1_1, Fields.NONE),
            new RequestTarget(RequestTarget.Form.ORIGIN, "", "", "", ""),
            Framing.None.INSTANCE,
            List.of("close"),
            false,
            "");

    private enum State {
        /** A head comes, or nothing. */
        HEAD,
        /** The handler has a request. */
        EXCHANGE,
        /** It has answered, and its body is thrown away. */
        UNREAD,
        /** Bytes pass both ways. */
        TUNNEL,
        /** The last answer is on its way, and what still comes is thrown away. */
        LINGER,
        /** Over. */
        CLOSED
    }

    private final Serving serving;
    private final LoopConnections connections;
    private final Channel channel;
    private final Peer peer;
    private final Inbox inbox = new Inbox();
    private final BodyReader body;
    private final HeadReader heads;
    private final ConnectionPace pace;
    private final HandlerCalls calls = new HandlerCalls();
    private ChannelHandlerContext context;
    private ConnectionEnd ends;
    private State state = State.HEAD;
    private @Nullable Http1Exchange exchange;
    private @Nullable CloseReason closing;
    private @Nullable ChannelFuture tunnelEnd;
    private long numbers;
    private long written;
    private long unread;
    private boolean advancing;
    private boolean reading;
    private boolean writing;
    private boolean flushDue;
    private boolean inputClosed;
    private boolean halfCloseTold;
    private boolean last;
    private boolean draining;

    /** At its beginning. */
    @SuppressWarnings("NullAway.Init") // Netty gives the context, from which the end is made.
    public Http1Connection(Serving serving, LoopConnections connections, Channel channel, Peer peer) {
        this.serving = serving;
        this.connections = connections;
        this.channel = channel;
        this.peer = peer;
        this.body = new BodyReader(serving.limits());
        this.heads = new HeadReader(serving.limits().head());
        this.pace = new ConnectionPace(serving.limits());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext given) {
        context = given;
        ends = new ConnectionEnd(given);
        connections.add(this);
    }

    // What Netty tells.

    @Override
    public void channelRead(ChannelHandlerContext given, Object message) {
        if (!(message instanceof ByteBuf bytes) || state == State.LINGER || state == State.CLOSED) {
            ReferenceCountUtil.release(message);
            return;
        }
        reading = true;
        inbox.add(bytes);
        advance();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext given) {
        reading = false;
        if (flushDue) {
            flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext given) {
        // Who is writing looks for himself whether he may go on.
        if (!channel.isWritable() || writing) {
            return;
        }
        if (calls.isWithin()) {
            calls.becameWritable();
            return;
        }
        tellWritable();
        advance();
    }

    private void tellWritable() {
        Http1Exchange now = exchange;
        if (now != null && now.isWritable()) {
            now.tellWritable();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext given, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            inputClosed = true;
            if (state == State.LINGER) {
                ends.closeOnceFlushed();
            } else {
                advance();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext given) {
        State was = state;
        CloseReason reason = closing != null
                ? closing
                : was == State.HEAD && heads.isIdle() && inbox.isEmpty()
                        ? CloseReason.CLIENT_CLOSED
                        : CloseReason.CLIENT_GONE;
        closing = reason;
        state = State.CLOSED;
        serving.counts().closed(reason);
        connections.remove(this);
        inbox.clear();
        Http1Exchange now = exchange;
        if (now != null) {
            now.tellAbort(reason);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext given, Throwable cause) {
        if (cause instanceof IOException) {
            boolean within = state != State.HEAD || !heads.isIdle();
            cut(within ? CloseReason.CLIENT_GONE : CloseReason.CLIENT_CLOSED);
        } else {
            LOG.log(Level.WARNING, () -> "connection " + id() + " of " + peer.address() + " failed", cause);
            cut(CloseReason.IO_FAILED);
        }
    }

    // Requests.

    /** Goes on as far as it goes. */
    void advance() {
        if (advancing || calls.isWithin()) {
            return;
        }
        advancing = true;
        try {
            while (step()) {
                // Once more.
            }
        } finally {
            advancing = false;
        }
        throttle();
    }

    private boolean step() {
        return switch (state) {
            case HEAD -> head();
            case EXCHANGE -> exchange();
            case UNREAD -> unread();
            case TUNNEL -> tunnelled(now());
            case LINGER, CLOSED -> false;
        };
    }

    private Http1Exchange now() {
        return Objects.requireNonNull(exchange);
    }

    /** Earlier answers are taken by the client before another request is looked at. */
    private boolean head() {
        if (!channel.isWritable()) {
            return false;
        }
        if (inbox.isEmpty()) {
            if (inputClosed) {
                linger(heads.isIdle() ? CloseReason.CLIENT_CLOSED : CloseReason.CLIENT_GONE);
            }
            return false;
        }
        if (!heads.hasBegun()) {
            pace.turn();
        }
        switch (heads.next(inbox)) {
            case null -> {}
            case HeadRefusal no -> {
                serving.counts().refused(no.fault());
                refuse(UNREADABLE, no.status(), no.reason(), CloseReason.MALFORMED);
            }
            case AcceptedRequest request -> begin(request);
        }
        return true;
    }

    private void begin(AcceptedRequest request) {
        heads.done();
        serving.counts().requested();
        HeadFault fault = body.begin(request.framing());
        if (fault != null) {
            serving.counts().refused(fault);
            refuse(request, fault.status(), fault.reason(), CloseReason.BODY_TOO_LARGE);
            return;
        }
        var next = new Http1Exchange(this, request, ++numbers, serving.ticker().nanos());
        exchange = next;
        state = State.EXCHANGE;
        pace.begin();
        enter();
        try {
            serving.handler().handle(next);
        } catch (RuntimeException e) {
            handlerFailed(next, e);
        } finally {
            leave();
        }
    }

    private boolean exchange() {
        Http1Exchange now = now();
        if (now.isEnded()) {
            return answered();
        }
        if (inputClosed && body.isOver() && !halfCloseTold) {
            halfCloseTold = true;
            noFurther();
            now.tellHalfClose();
            return true;
        }
        return now.wants() && piece(now);
    }

    /** The next piece of the body, for a handler who has asked for it. */
    private boolean piece(Http1Exchange now) {
        switch (body.next(inbox)) {
            case DATA -> now.tellData(body.data());
            case END -> now.tellEnd(body.trailers());
            case FAULT -> bodyRefused(now);
            case MORE -> {
                if (inputClosed) {
                    cut(CloseReason.CLIENT_GONE);
                }
                return false;
            }
        }
        return true;
    }

    private void bodyRefused(Http1Exchange now) {
        HeadFault fault = body.fault();
        serving.counts().refused(fault);
        giveUp(
                now,
                fault.status(),
                fault.reason(),
                fault == HeadFault.BODY_TOO_LARGE ? CloseReason.BODY_TOO_LARGE : CloseReason.MALFORMED);
    }

    /** Takes the exchange from its handler, and answers in its place, where nothing has been answered yet. */
    private void giveUp(Http1Exchange now, int status, String words, CloseReason reason) {
        boolean answerable = !now.isAnswered() && channel.isWritable();
        if (!answerable) {
            cut(reason);
            return;
        }
        now.tellAbort(reason);
        refuse(now.request(), status, words, reason);
    }

    /** An answer of our own, and the last one. */
    private void refuse(AcceptedRequest request, int status, String words, CloseReason reason) {
        if (state == State.CLOSED) {
            return;
        }
        closing = reason;
        last = true;
        var own = new Http1Exchange(this, request, ++numbers, 0);
        exchange = own;
        state = State.EXCHANGE;
        own.refuse(status, words, Fields.NONE);
        linger(reason);
    }

    private boolean answered() {
        if (body.isOver()) {
            exchange = null;
            if (last) {
                linger(draining ? CloseReason.DRAINED : CloseReason.ANSWERED);
                return false;
            }
            state = State.HEAD;
            pace.turn();
            return true;
        }
        boolean skipped = !last && body.left() <= serving.limits().unread() && !now().awaitsContinue();
        exchange = null;
        if (!skipped) {
            linger(CloseReason.BODY_UNREAD);
            return false;
        }
        state = State.UNREAD;
        unread = 0;
        return true;
    }

    private boolean unread() {
        switch (body.next(inbox)) {
            case DATA -> {
                unread += body.data().readableBytes();
                body.data().release();
                if (unread > serving.limits().unread()) {
                    linger(CloseReason.BODY_UNREAD);
                    return false;
                }
            }
            case FAULT -> {
                serving.counts().refused(body.fault());
                linger(CloseReason.MALFORMED);
                return false;
            }
            case MORE -> {
                if (inputClosed) {
                    linger(CloseReason.CLIENT_GONE);
                }
                return false;
            }
            case END -> {}
        }
        if (body.isOver()) {
            state = State.HEAD;
            pace.turn();
        }
        return true;
    }

    private boolean tunnelled(Http1Exchange now) {
        if (!now.wants()) {
            return false;
        }
        if (!inbox.isEmpty()) {
            now.tellData(inbox.take(Integer.MAX_VALUE));
            return true;
        }
        if (inputClosed && !halfCloseTold) {
            halfCloseTold = true;
            now.tellEnd(Fields.NONE);
            closeTunnelIfOver(now);
            return true;
        }
        return false;
    }

    private void closeTunnelIfOver(Http1Exchange now) {
        if (halfCloseTold && tunnelEnd != null && state == State.TUNNEL) {
            var _ = tunnelEnd.addListener(now);
            linger(CloseReason.TUNNEL_ENDED);
        }
    }

    /** Reads no faster than the handler does. */
    private void throttle() {
        int half = serving.limits().buffered() / 2;
        boolean may = state == State.LINGER || inbox.bytes() < half;
        if (may != channel.config().isAutoRead() && state != State.CLOSED) {
            channel.config().setAutoRead(may);
        }
    }

    // What the exchange asks for.

    Peer peer() {
        return peer;
    }

    String id() {
        return channel.id().asShortText();
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    Ticker ticker() {
        return serving.ticker();
    }

    ByteBufAllocator allocator() {
        return channel.alloc();
    }

    boolean nothingOfBodyHasCome() {
        return inbox.isEmpty() && !body.hasBegun();
    }

    /** Whether the connection may have another request, as far as can be told now. */
    boolean mayPersist() {
        Http1Exchange now = now();
        boolean wanted = now.hasRead() || body.left() <= serving.limits().unread();
        return !last && now.request().isPersistent() && wanted && (body.isOver() || !now.awaitsContinue());
    }

    void noFurther() {
        last = true;
    }

    void tunnel() {
        state = State.TUNNEL;
        flushSoon();
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    void write(ByteBuf bytes) {
        written += bytes.readableBytes();
        var _ = context.write(bytes, channel.voidPromise());
        if (!channel.isWritable()) {
            writing = true;
            flush();
            writing = false;
        }
    }

    /** The last bytes of an answer, of whose way the exchange is told. */
    void ended(Http1Exchange now, ByteBuf end) {
        written += end.readableBytes();
        if (state == State.TUNNEL) {
            tunnelEnd = context.writeAndFlush(end);
            var _ = tunnelEnd.addListener((ChannelFutureListener) done -> ends.shut());
            closeTunnelIfOver(now);
            return;
        }
        var _ = context.write(end).addListener(now);
        flushSoon();
        advance();
    }

    void flushSoon() {
        if (reading) {
            flushDue = true;
        } else {
            flush();
        }
    }

    private void flush() {
        flushDue = false;
        context.flush();
    }

    /** The handler is told something. */
    void enter() {
        calls.enter();
    }

    void leave() {
        if (calls.leave()) {
            tellWritable();
        }
    }

    void written(Http1Exchange ended, boolean well) {
        if (!well) {
            ended.tellAbort(closing == null ? CloseReason.CLIENT_GONE : closing);
        } else {
            calls.sent(ended);
        }
    }

    void aborted(CloseReason reason) {
        serving.counts().aborted(reason);
    }

    void handlerFailed(Http1Exchange failed, RuntimeException e) {
        LOG.log(Level.ERROR, () -> "the handler of request " + failed.id() + " failed", e);
        if (!failed.isOver()) {
            giveUp(failed, 500, CloseReason.HANDLER_FAILED.words(), CloseReason.HANDLER_FAILED);
        }
    }

    // Time, and the end.

    @Override
    protected void tend(long now) {
        if (pace.isAnswerSlow(now, pending(), written)) {
            cut(CloseReason.READER_TOO_SLOW);
            return;
        }
        switch (state) {
            case HEAD -> tendHead(now);
            case EXCHANGE -> tendBody(now, now().wants() && !body.isOver());
            case UNREAD -> tendBody(now, true);
            case LINGER -> tendLinger(now);
            case TUNNEL, CLOSED -> {}
        }
    }

    private long pending() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    private void tendHead(long now) {
        boolean begun = heads.hasBegun();
        Duration limit = begun ? serving.limits().headTime() : serving.limits().idle();
        if (!pace.isPast(now, channel.isWritable(), limit)) {
            return;
        }
        if (begun) {
            refuse(UNREADABLE, 408, CloseReason.HEAD_TIMEOUT.words(), CloseReason.HEAD_TIMEOUT);
        } else {
            linger(CloseReason.IDLE);
        }
    }

    private void tendBody(long now, boolean awaited) {
        if (!pace.isBodySlow(now, awaited, body.ever())) {
            return;
        }
        Http1Exchange slow = exchange;
        if (slow == null) {
            linger(CloseReason.BODY_TOO_SLOW);
        } else {
            giveUp(slow, 408, CloseReason.BODY_TOO_SLOW.words(), CloseReason.BODY_TOO_SLOW);
        }
    }

    private void tendLinger(long now) {
        if (pace.isPast(now, pending() == 0, serving.limits().linger())) {
            ends.close();
        }
    }

    private boolean isIdle() {
        return state == State.HEAD && heads.isIdle() && inbox.isEmpty() && pending() == 0;
    }

    @Override
    protected boolean closeIfIdle() {
        draining = true;
        if (isIdle()) {
            linger(CloseReason.DRAINED);
        }
        return state == State.LINGER || state == State.CLOSED;
    }

    @Override
    protected void lastRequest() {
        var _ = closeIfIdle();
        noFurther();
    }

    /** Closes our side once all is written, and the connection when the client closes its own, or after a while. */
    private void linger(CloseReason reason) {
        if (state == State.CLOSED || state == State.LINGER) {
            return;
        }
        closing = closing == null ? reason : closing;
        state = State.LINGER;
        exchange = null;
        pace.turn();
        inbox.clear();
        if (inputClosed) {
            ends.closeOnceFlushed();
        } else {
            ends.shutOnceFlushed();
        }
        throttle();
    }

    /** Ends it so that the client can tell that something is missing. */
    @Override
    protected void cut(CloseReason reason) {
        if (state == State.CLOSED) {
            return;
        }
        closing = closing == null ? reason : closing;
        state = State.CLOSED;
        Http1Exchange now = exchange;
        exchange = null;
        inbox.clear();
        ends.makeAbrupt();
        if (now != null) {
            now.tellAbort(reason);
        }
        ends.close();
    }
}
