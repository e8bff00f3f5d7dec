package io.goodput.server;

import io.goodput.server.admin.AdminPort;
import io.goodput.server.admin.ServerIdentity;
import io.goodput.server.folder.DataFolder;
import io.goodput.server.log.LogForm;
import io.goodput.server.log.ServerLog;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.StopSignal;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The life of a server from its command to its exit status: opens what lasts, serves, says that it is ready, waits to
 * be told to end, leaves, drains, and closes in reverse.
 */
record ServerRun(
        ServerKind kind,
        ServerIdentity identity,
        @Nullable Path file,
        ListenAddress listen,
        int adminPort,
        Path data,
        LogForm form) {
    private static final System.Logger LOG = System.getLogger("io.goodput.server");

    int run(CommandLine command) {
        StopSignal stop = StopSignal.listen();
        // Whatever else is on the class path, Netty logs where everybody does.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        boolean hasServed = false;
        try (var _ = ServerLog.start(form, Level.INFO, new FileOutputStream(FileDescriptor.err));
                var folder = DataFolder.open(data, kind.format());
                var server = kind.open(new ServerOpening(identity, file, listen, folder));
                var admin = AdminPort.open(adminPort, identity, server.admin(), folder.token())) {
            folder.tell(admin.address());
            command.getOut().println(ready(server, admin));
            command.getOut().flush();
            hasServed = true;
            int status = stop.await();
            finish(server, stop);
            return status;
        } catch (IOException failed) {
            Complaints.say(command, failed.getMessage());
            // What fails at the end is that something which lasts could not be written.
            return hasServed ? ExitStatus.NOT_WRITTEN : ExitStatus.UNAVAILABLE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    private String ready(RunningServer server, AdminPort admin) {
        return "goodput " + kind.name() + ": ready on " + server.address() + ", admin on " + admin.address()
                + ", data in " + data;
    }

    private static void finish(RunningServer server, StopSignal stop) throws InterruptedException {
        server.leave();
        LOG.log(Level.INFO, "told to end: not ready from now on");
        // Who tells it a second time ends the process, so this is the delay.
        var _ = stop.within(server.leaveDelay());
        server.drain(server.drainLimit());
        LOG.log(Level.INFO, "drained");
    }
}
