import io.goodput.terminal.Subcommand;
import org.jspecify.annotations.NullMarked;

/** The gateway: HTTP in front of services, with admission and guards for each route. */
@NullMarked
module io.goodput.gateway {
    requires static org.jspecify;
    requires transitive io.goodput.config;
    requires io.goodput.http;
    requires io.goodput.netty;
    requires io.goodput.server;
    requires io.goodput.telemetry;
    requires info.picocli;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires tools.jackson.core;

    exports io.goodput.gateway;
    exports io.goodput.gateway.config;

    opens io.goodput.gateway to
            info.picocli;

    provides Subcommand with
            io.goodput.gateway.GatewayCommand;
    provides io.goodput.config.section.Vocabulary with
            io.goodput.gateway.config.GatewaySection;
}
