package io.goodput.netty.listener;

import io.goodput.netty.CloseReason;
import io.goodput.netty.Peer;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.Serving;
import io.goodput.netty.proxy.ProxyHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Comes from a peer that must say first for whom. */
final class ArrivingByProxy extends Arriving {
    private final Accepting accepting;
    private final SocketChannel socket;
    private final Peer peer;
    private @Nullable ByteBuf begun;

    ArrivingByProxy(
            Accepting accepting, Serving serving, LoopConnections connections, SocketChannel socket, Peer peer) {
        super(serving, connections, socket, CloseReason.PROXY_HEADER);
        this.accepting = accepting;
        this.socket = socket;
        this.peer = peer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        ByteBuf all = begun == null ? bytes : append(begun, bytes);
        begun = all;
        ProxyHeader header = ProxyHeader.read(all.nioBuffer());
        if (header == null) {
            return;
        }
        if (header.isNone()) {
            close(CloseReason.PROXY_HEADER);
        } else {
            begun = null;
            all.skipBytes(header.length());
            accepting.arrived(socket, this, behind(header));
            if (all.isReadable()) {
                socket.pipeline().fireChannelRead(all);
                socket.pipeline().fireChannelReadComplete();
            } else {
                all.release();
            }
        }
    }

    /** A header is short, and whoever sends more than one at once has it whole. */
    private static ByteBuf append(ByteBuf all, ByteBuf more) {
        try {
            return all.writeBytes(more);
        } finally {
            more.release();
        }
    }

    private Peer behind(ProxyHeader header) {
        return header.source() == null || header.destination() == null
                ? peer
                : new Peer(header.source(), peer.connection(), header.destination(), null);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            close(CloseReason.CLIENT_CLOSED);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
