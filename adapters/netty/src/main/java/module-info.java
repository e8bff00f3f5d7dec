import org.jspecify.annotations.NullMarked;

/** HTTP over Netty: a listener whose handlers run on its event loops. */
@NullMarked
module io.goodput.netty {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive io.goodput.http;
    requires transitive io.netty.buffer;
    requires transitive io.netty.common;
    requires transitive io.netty.transport;
    requires transitive io.netty.handler;
    requires io.netty.transport.classes.epoll;

    exports io.goodput.netty;
    exports io.goodput.netty.blocking;
    exports io.goodput.netty.limit;
    exports io.goodput.netty.listener;
    exports io.goodput.netty.loop;
    exports io.goodput.netty.tls;
    exports io.goodput.netty.upstream;
}
