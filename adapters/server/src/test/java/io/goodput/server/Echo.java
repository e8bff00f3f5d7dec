package io.goodput.server;

import io.goodput.health.HealthReport;
import io.goodput.health.HealthReport.Finding;
import io.goodput.health.Status;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.EventLoops;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.listener.HttpListener;
import io.goodput.server.admin.AdminSource;
import io.goodput.server.folder.FolderFormat;
import io.goodput.terminal.Complaints;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.core.JsonGenerator;

/** The smallest server that stands in the shell: it answers with the path, and to {@code /slow} after a second. */
final class Echo implements ServerKind {
    private Echo() {}

    /** Its command, in a process of its own. */
    @Command(name = "echo", mixinStandardHelpOptions = true, subcommands = ServerStatus.class, version = "goodput test")
    static final class EchoCommand extends ServerCommand {
        EchoCommand() {
            super(new Echo());
        }

        public static void main(String... arguments) {
            var command = new CommandLine(new EchoCommand())
                    .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .setParameterExceptionHandler(Complaints::badInput)
                    .setExecutionExceptionHandler((failure, line, parsed) -> Complaints.failure(failure, line, true));
            int status = command.execute(arguments);
            command.getOut().flush();
            System.exit(status);
        }
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public int port() {
        return 18_080;
    }

    @Override
    public FolderFormat format() {
        return new FolderFormat("echo", 1, 1);
    }

    @Override
    public RunningServer open(ServerOpening opening) throws IOException {
        return new Running(opening.address().address());
    }

    private static final class Running implements RunningServer, AdminSource {
        private final EventLoops loops = EventLoops.start("echo", 1);
        private final AtomicInteger answered = new AtomicInteger();
        private final HttpListener listener;
        private volatile boolean leaving;

        Running(InetSocketAddress where) throws IOException {
            listener = HttpListener.at(loops, this::answer)
                    .address(where.getAddress())
                    .port(where.getPort())
                    .open();
        }

        private void answer(ServerExchange exchange) {
            String path = exchange.request().target().path();
            if (path.equals("/slow")) {
                var _ = exchange.loop().schedule(() -> answer(exchange, path), 1, TimeUnit.SECONDS);
            } else {
                answer(exchange, path);
            }
        }

        private void answer(ServerExchange exchange, String path) {
            byte[] body = path.getBytes(StandardCharsets.US_ASCII);
            exchange.respond(200, Fields.NONE, new Framing.Length(body.length));
            exchange.write(exchange.allocator().buffer().writeBytes(body));
            exchange.end(Fields.NONE);
            answered.incrementAndGet();
            System.getLogger("echo").log(System.Logger.Level.INFO, "answered {0}", path);
        }

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:" + listener.address().getPort());
        }

        @Override
        public AdminSource admin() {
            return this;
        }

        @Override
        public Duration leaveDelay() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration drainLimit() {
            return Duration.ofSeconds(10);
        }

        @Override
        public void leave() {
            leaving = true;
        }

        @Override
        public void drain(Duration limit) {
            listener.drain(limit);
        }

        @Override
        public void close() {
            listener.close();
            loops.close();
        }

        @Override
        public HealthReport liveness() {
            return new HealthReport(true, List.of());
        }

        @Override
        public HealthReport readiness() {
            return new HealthReport(
                    !leaving, List.of(new Finding("leaving", leaving ? Status.DOWN : Status.UP, "", leaving)));
        }

        @Override
        public void state(JsonGenerator json) {
            json.writeNumberProperty("answered", answered.get());
        }

        @Override
        public void metrics(boolean openMetrics, Appendable out) throws IOException {
            out.append("answered_total " + answered.get() + "\n");
        }
    }
}
