package io.goodput.netty.listener;

import io.goodput.netty.CloseReason;
import io.goodput.netty.Peer;
import io.goodput.netty.TlsFacts;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.Serving;
import io.goodput.netty.http1.Http1Connection;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SniCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Shakes hands; {@code SslHandler} does, ahead of this. */
final class ArrivingByTls extends Arriving {
    private static final Logger LOG = System.getLogger(ArrivingByTls.class.getName());

    private final SocketChannel socket;
    private final Peer peer;
    private String name = "";

    ArrivingByTls(Serving serving, LoopConnections connections, SocketChannel socket, Peer peer) {
        super(serving, connections, socket, CloseReason.HANDSHAKE_TIMEOUT);
        this.socket = socket;
        this.peer = peer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        // There is nothing to be read before the handshake is over.
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case SniCompletionEvent asked
            when asked.hostname() != null -> name = asked.hostname().toLowerCase(Locale.ROOT);
            case SslHandshakeCompletionEvent done
            when done.isSuccess() -> {
                SslHandler tls = Objects.requireNonNull(context.pipeline().get(SslHandler.class));
                var secured = new Peer(peer.client(), peer.connection(), peer.local(), facts(tls));
                handOver(new Http1Connection(serving, connections, socket, secured));
            }
            case SslHandshakeCompletionEvent done -> failed(done.cause());
            case ChannelInputShutdownEvent _ -> close(CloseReason.HANDSHAKE_FAILED);
            default -> {}
        }
    }

    private void failed(Throwable cause) {
        LOG.log(Level.DEBUG, () -> "no handshake with " + peer.address() + ": " + cause.getMessage());
        close(CloseReason.HANDSHAKE_FAILED);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failed(cause);
    }

    private TlsFacts facts(SslHandler tls) {
        SSLSession session = tls.engine().getSession();
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (var each : session.getPeerCertificates()) {
                certificates.add((X509Certificate) each);
            }
        } catch (SSLPeerUnverifiedException e) {
            LOG.log(Level.TRACE, "a client without a certificate", e);
        }
        return new TlsFacts(session.getProtocol(), session.getCipherSuite(), name, certificates);
    }
}
