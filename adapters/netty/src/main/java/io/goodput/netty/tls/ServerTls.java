package io.goodput.netty.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 and 1.2 by the JDK. The files are looked at again when a client comes, at most every 10 s and not on its
 * thread; what cannot be read leaves the certificates as they are, and is logged.
 */
public final class ServerTls {
    private static final Logger LOG = System.getLogger(ServerTls.class.getName());
    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final List<TlsFiles> files;
    private final @Nullable Path clientAuthorities;
    private final ClientAuth clientAuth;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile Shown shown;

    /** The certificates as they were read. */
    private record Shown(List<TlsFiles.Version> versions, NamedContexts contexts) {}

    private ServerTls(List<TlsFiles> files, @Nullable Path clientAuthorities, ClientAuth clientAuth)
            throws IOException {
        this.files = files;
        this.clientAuthorities = clientAuthorities;
        this.clientAuth = clientAuth;
        this.shown = read();
    }

    /**
     * Reads them.
     *
     * @param files of one certificate or of several; which is shown goes by the name that the client asks for, and the
     *     first is for who asks for none of them
     * @throws IOException if one cannot be read, is none, or has a key that others can read
     */
    public static ServerTls of(TlsFiles... files) throws IOException {
        return new ServerTls(atLeastOne(files), null, ClientAuth.NONE);
    }

    /**
     * The same, and each client must show a certificate.
     *
     * @param authorities in PEM, of which one has signed it
     */
    public static ServerTls mutual(Path authorities, TlsFiles... files) throws IOException {
        return new ServerTls(atLeastOne(files), authorities, ClientAuth.REQUIRE);
    }

    private static List<TlsFiles> atLeastOne(TlsFiles... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("files: none (expected: >= 1)");
        }
        return List.of(files);
    }

    /** What a client is served with that asks for a name; null if it asks for none. */
    public SslContext context(@Nullable String name) {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last > AGAIN_NANOS && lookedAt.compareAndSet(last, now)) {
            Thread.ofVirtual().name("tls-files").start(this::reload);
        }
        return shown.contexts.of(name);
    }

    /** Looks at the files now, and reads them if they have changed. */
    public void reload() {
        try {
            if (!versions().equals(shown.versions)) {
                shown = read();
                LOG.log(Level.INFO, () -> "certificates were read again: " + files);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "certificates stay as they are: " + e.getMessage());
        }
    }

    private List<TlsFiles.Version> versions() throws IOException {
        List<TlsFiles.Version> versions = new ArrayList<>();
        for (TlsFiles each : files) {
            versions.add(each.version());
        }
        return versions;
    }

    /** Versions first: what changes meanwhile is read again. */
    private Shown read() throws IOException {
        List<TlsFiles.Version> versions = versions();
        List<SslContext> contexts = new ArrayList<>();
        for (TlsFiles each : files) {
            each.check();
            contexts.add(context(each));
        }
        return new Shown(versions, NamedContexts.of(files, contexts));
    }

    private SslContext context(TlsFiles each) throws IOException {
        try {
            var builder = SslContextBuilder.forServer(
                            each.certificates().toFile(), each.key().toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .clientAuth(clientAuth)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            "http/1.1"));
            if (clientAuthorities != null) {
                builder.trustManager(clientAuthorities.toFile());
            }
            return builder.build();
        } catch (IOException | IllegalArgumentException e) {
            // Never what the key says.
            throw new IOException(each.certificates() + " and " + each.key() + ": no certificate with its key", e);
        }
    }
}
