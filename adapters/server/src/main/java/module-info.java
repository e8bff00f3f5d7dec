import org.jspecify.annotations.NullMarked;

/** The shell that every server of Goodput stands in. */
@NullMarked
module io.goodput.server {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires io.goodput.config;
    requires io.goodput.http;
    requires io.goodput.netty;
    requires io.goodput.screen;
    requires transitive io.goodput.terminal;
    requires io.netty.buffer;
    requires io.netty.common;
    requires java.logging;
    requires java.net.http;
    requires transitive tools.jackson.core;

    exports io.goodput.server;
    exports io.goodput.server.admin;
    exports io.goodput.server.folder;

    opens io.goodput.server to
            info.picocli;
}
