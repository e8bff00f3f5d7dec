import org.jspecify.annotations.NullMarked;

/** Load over HTTP, open loop and closed, and the laws that are fitted to what it measures. */
@NullMarked
module io.goodput.load {
    requires static org.jspecify;
    requires transitive io.goodput.sim;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http2;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;

    exports io.goodput.load;
    exports io.goodput.load.fit;
    exports io.goodput.load.http;
    exports io.goodput.load.result;
    exports io.goodput.load.run;
    exports io.goodput.load.step;
    exports io.goodput.load.traffic;
}
