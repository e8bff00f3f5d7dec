package io.goodput.load.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server and what is spoken over it. It tells its pool when it can be used, when it has room again,
 * and when it is gone.
 */
abstract class HttpChannel extends ChannelInboundHandlerAdapter {
    private final ChannelPool pool;
    private final WireProtocol protocol;
    private @Nullable ChannelHandlerContext context;
    private boolean ready;
    private boolean gone;

    /** Whether the pool has it among those with room. */
    boolean listed;

    HttpChannel(ChannelPool pool, WireProtocol protocol) {
        this.pool = pool;
        this.protocol = protocol;
    }

    /** The connection is there, TLS included. */
    abstract void opened();

    /** Bytes have come; they are released by the caller. */
    abstract void received(ByteBuf data) throws Exception;

    /** All bytes of a batch were received. */
    abstract void receivedAll();

    /** The connection is gone: what is on its way over it has ended. */
    abstract void closed();

    /** Sends a request; only while there is room. */
    abstract void begin(Transmission transmission);

    /** Nobody waits for its answer any more. */
    abstract void abandon(Transmission transmission);

    /** Whether one more request can be sent now. */
    abstract boolean hasRoom();

    final ChannelPool pool() {
        return pool;
    }

    final ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("no connection yet");
        }
        return context;
    }

    /** From now on it takes requests. */
    final void becomeReady() {
        ready = true;
        pool.ready(this);
    }

    /** Closes at once; {@link #closed} follows. */
    final void close() {
        if (context != null) {
            var _ = context.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        if (active.pipeline().get(SslHandler.class) == null) {
            opened();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext told, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
            return;
        }
        String agreed = told.pipeline().get(SslHandler.class).applicationProtocol();
        boolean speaksIt = protocol.alpn().equals(agreed) || (agreed == null && protocol == WireProtocol.HTTP_1_1);
        if (handshake.isSuccess() && speaksIt) {
            opened();
        } else {
            close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) throws Exception {
        var data = (ByteBuf) message;
        try {
            received(data);
        } finally {
            data.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        receivedAll();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        gone();
    }

    /** Bad bytes, a broken connection, a certificate that is not believed: the connection is of no use. */
    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        close();
    }

    private void gone() {
        if (!gone) {
            gone = true;
            pool.gone(this, ready);
            closed();
        }
    }
}
