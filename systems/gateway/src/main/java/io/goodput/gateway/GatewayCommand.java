package io.goodput.gateway;

import io.goodput.server.ServerCommand;
import io.goodput.server.ServerStatus;
import picocli.CommandLine.Command;

/** {@code goodput gateway}: serves HTTP in front of services. */
@Command(
        name = "gateway",
        description = {
            "Serves HTTP in front of services, with admission and a guard for each route.",
            "",
            "docs/gateway/README.md has a first configuration, each key, and what the answers of its own mean."
        },
        subcommands = ServerStatus.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:told to end by SIGTERM, and did in order",
            "2:bad input",
            "69:its port, its data folder or the name of an origin cannot be had",
            "70:an internal error",
            "130:told to end by Ctrl-C, and did in order"
        })
public final class GatewayCommand extends ServerCommand {
    /** For the service loader. */
    public GatewayCommand() {
        super(new GatewayKind());
    }
}
