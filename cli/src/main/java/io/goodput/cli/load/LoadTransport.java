package io.goodput.cli.load;

import io.goodput.load.http.HttpSettings;
import io.goodput.load.http.TlsTrust;
import io.goodput.load.http.WireProtocol;
import io.goodput.terminal.TimeConverter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a load is carried. */
final class LoadTransport {
    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many to each server, kept open (default: 100).")
    private int connections;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Event loops that share the connections (default: 1).")
    private int threads;

    @Option(names = "--h2", description = "HTTP/2: by prior knowledge, or by ALPN over TLS (default: HTTP/1.1).")
    private boolean http2;

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "100",
            description = "Of HTTP/2: at most so many requests at a time on each connection (default: 100).")
    private int streams;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = TimeConverter.class,
            description = "Of each request, connecting included (default: 10s).")
    private Duration timeout;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Believe the authorities in this file, PEM, in place of Java's own.")
    private @Nullable Path authorities;

    @Option(names = "--insecure", description = "Believe any certificate; on this machine only.")
    private boolean insecure;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LoadTransport() {}

    /** The settings of a load, some of which may go to another machine. */
    HttpSettings settings(boolean remote) {
        return HttpSettings.STANDARD
                .protocol(http2 ? WireProtocol.HTTP_2 : WireProtocol.HTTP_1_1)
                .connections(connections)
                .threads(threads)
                .streams(streams)
                .timeout(timeout)
                .trust(trust(remote));
    }

    private TlsTrust trust(boolean remote) {
        if (insecure && remote) {
            throw new IllegalArgumentException(
                    "--insecure: believes any certificate (expected: loopback addresses only, or --ca FILE)");
        }
        if (insecure) {
            return new TlsTrust.Insecure();
        }
        if (authorities == null) {
            return new TlsTrust.Java();
        }
        if (!Files.isReadable(authorities)) {
            throw new IllegalArgumentException("--ca: " + authorities + " cannot be read (expected: a file of PEM)");
        }
        return new TlsTrust.Authorities(authorities);
    }

    /** How many clients a closed load has. */
    int clients() {
        return http2 ? Math.multiplyExact(connections, streams) : connections;
    }
}
