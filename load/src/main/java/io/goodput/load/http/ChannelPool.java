package io.goodput.load.http;

import io.goodput.load.RequestOutcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop's connections to one server: kept open, at most so many, opened when one is needed. Requests that find none
 * with room wait for it, first come, first served.
 *
 * <p>Of HTTP/1.1 the connection that was used last is used next. Of HTTP/2 all take turns.
 */
final class ChannelPool {
    private final LoopSender sender;
    private final ServerAddress address;
    private final InetSocketAddress remote;
    private final HttpSettings settings;
    private final int most;
    private final Bootstrap bootstrap;
    private final ArrayDeque<HttpChannel> free = new ArrayDeque<>();
    private final Queue<Transmission> waiting = new ArrayDeque<>();
    private final Set<HttpChannel> open = new HashSet<>();
    private int connecting;

    ChannelPool(LoopSender sender, ServerAddress address, HttpSettings settings, int most, Bootstrap bootstrap) {
        this.sender = sender;
        this.address = address;
        this.remote = new InetSocketAddress(address.host(), address.port());
        this.settings = settings;
        this.most = most;
        this.bootstrap = bootstrap.clone().handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                initialize(channel);
            }
        });
    }

    ServerAddress address() {
        return address;
    }

    private void initialize(Channel channel) {
        if (address.tls()) {
            channel.pipeline().addLast(sender.tls().handler(channel.alloc(), address));
        }
        channel.pipeline()
                .addLast(
                        settings.protocol() == WireProtocol.HTTP_1_1
                                ? new Http1Channel(this)
                                : new Http2Channel(this, settings.streams()));
    }

    void send(Transmission transmission) {
        HttpChannel channel = takeFree();
        if (channel == null) {
            waiting.add(transmission);
            connectIfNeeded();
        } else {
            begin(channel, transmission);
        }
    }

    private void begin(HttpChannel channel, Transmission transmission) {
        channel.begin(transmission);
        list(channel);
    }

    private void list(HttpChannel channel) {
        if (channel.hasRoom() && !channel.listed) {
            channel.listed = true;
            free.addLast(channel);
        }
    }

    private @Nullable HttpChannel takeFree() {
        HttpChannel channel = null;
        while (channel == null && !free.isEmpty()) {
            HttpChannel next = settings.protocol() == WireProtocol.HTTP_1_1 ? free.pollLast() : free.pollFirst();
            next.listed = false;
            channel = next.hasRoom() ? next : null;
        }
        return channel;
    }

    private @Nullable Transmission takeWaiting() {
        Transmission next = waiting.poll();
        while (next != null && next.hasEnded()) {
            next = waiting.poll();
        }
        return next;
    }

    private void connectIfNeeded() {
        if (connecting < waiting.size() && connecting + open.size() < most) {
            connect();
        }
    }

    /** Opens one more, if there may be one more. */
    void connect() {
        if (connecting + open.size() >= most) {
            return;
        }
        connecting++;
        var _ = bootstrap.connect(remote).addListener(connected -> {
            if (!connected.isSuccess()) {
                notConnected();
            }
        });
    }

    private void notConnected() {
        connecting--;
        Transmission first = takeWaiting();
        if (first != null) {
            ended(first, RequestOutcome.NOT_CONNECTED, 0, 0);
        }
        connectIfNeeded();
    }

    void ready(HttpChannel channel) {
        connecting--;
        open.add(channel);
        hasRoom(channel);
    }

    /** It has room: for whoever waits, or else for whoever comes. */
    void hasRoom(HttpChannel channel) {
        Transmission next = channel.hasRoom() ? takeWaiting() : null;
        while (next != null) {
            channel.begin(next);
            next = channel.hasRoom() ? takeWaiting() : null;
        }
        list(channel);
    }

    void gone(HttpChannel channel, boolean wasReady) {
        if (!wasReady) {
            notConnected();
            return;
        }
        open.remove(channel);
        free.remove(channel);
        connectIfNeeded();
    }

    void ended(Transmission transmission, RequestOutcome answer, int status, long bytes) {
        sender.ended(transmission, answer, status, bytes);
    }

    /** Its time is over, or nobody wants it any more. Without any connection it has waited for one in vain. */
    RequestOutcome giveUp(Transmission transmission) {
        HttpChannel channel = transmission.channel();
        if (channel != null) {
            channel.abandon(transmission);
            return RequestOutcome.TIMED_OUT;
        }
        return open.isEmpty() ? RequestOutcome.NOT_CONNECTED : RequestOutcome.TIMED_OUT;
    }

    /** Those whose time is over are the first in line. */
    void forgetEnded() {
        Transmission first = waiting.peek();
        while (first != null && first.hasEnded()) {
            waiting.remove();
            first = waiting.peek();
        }
    }

    /** Where bytes are looked at; of the loop, and free again when that is done. */
    byte[] scratch() {
        return sender.scratch();
    }

    void close() {
        Set.copyOf(open).forEach(HttpChannel::close);
    }
}
