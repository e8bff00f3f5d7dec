package io.goodput.netty.listener;

import io.goodput.netty.CloseReason;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.ServerConnection;
import io.goodput.netty.connection.Serving;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** A connection that does not speak HTTP yet. It has the time of a head for that. */
abstract class Arriving extends ServerConnection {
    final Serving serving;
    final LoopConnections connections;
    final Channel channel;
    private final CloseReason late;
    private @Nullable CloseReason closing;
    private long since = -1;
    private boolean over;

    /** In time, or closed for that reason. */
    Arriving(Serving serving, LoopConnections connections, Channel channel, CloseReason late) {
        this.serving = serving;
        this.connections = connections;
        this.channel = channel;
        this.late = late;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connections.add(this);
    }

    /** It has arrived: those take over, in that order. */
    void handOver(ChannelHandler... others) {
        over = true;
        channel.pipeline().addLast(others);
        connections.remove(this);
        channel.pipeline().remove(this);
    }

    void close(CloseReason reason) {
        if (closing == null) {
            closing = reason;
            var _ = channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!over) {
            over = true;
            serving.counts().closed(closing == null ? CloseReason.CLIENT_CLOSED : closing);
            connections.remove(this);
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(CloseReason.IO_FAILED);
    }

    @Override
    protected void tend(long now) {
        if (since < 0) {
            since = now;
        } else if (now - since >= serving.limits().headTime().toNanos()) {
            close(late);
        }
    }

    @Override
    protected boolean closeIfIdle() {
        close(CloseReason.DRAINED);
        return true;
    }

    @Override
    protected void lastRequest() {
        close(CloseReason.DRAINED);
    }

    @Override
    protected void cut(CloseReason reason) {
        close(reason);
    }
}
