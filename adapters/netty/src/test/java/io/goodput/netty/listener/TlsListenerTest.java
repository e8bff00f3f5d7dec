package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.netty.CloseReason;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.TlsFacts;
import io.goodput.netty.listener.Recorder.Answers;
import io.goodput.netty.tls.ServerTls;
import io.goodput.netty.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The listener behind TLS, with clients of the JDK. */
@ExtendWith(LeakCheck.class)
class TlsListenerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    /** Answers with what it knows of the client. */
    private static final HttpHandler FACTS = exchange -> {
        TlsFacts tls = Objects.requireNonNull(exchange.peer().tls());
        String subjects = tls.certificates().stream()
                .map(X509Certificate::getSubjectX500Principal)
                .toList()
                .toString();
        Answers.text(exchange, 200, exchange.peer().scheme() + " " + tls.version() + " " + tls.serverName() + subjects);
    };

    @TempDir
    Path folder;

    private static Served served(ServerTls tls) throws IOException {
        return new Served(FACTS, builder -> builder.tls(tls));
    }

    private static RawClient client(Served served, SSLContext context, String name, String... versions)
            throws IOException {
        var address = served.listener.address();
        var socket = (SSLSocket) context.getSocketFactory().createSocket(address.getAddress(), address.getPort());
        var parameters = socket.getSSLParameters();
        if (!name.isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        if (versions.length > 0) {
            parameters.setProtocols(versions);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new RawClient(socket);
    }

    private static Certificate shown(RawClient client) throws IOException {
        return ((SSLSocket) client.socket()).getSession().getPeerCertificates()[0];
    }

    @Test
    void both_versions_are_served_and_the_exchange_has_the_facts() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "shop.example");
        try (var served = served(ServerTls.of(keys.files()))) {
            for (String version : List.of("TLSv1.3", "TLSv1.2")) {
                try (var client = client(served, keys.trusted(), "Shop.Example", version)) {
                    assertThat(client.send(GET).answer()).endsWith("https " + version + " shop.example[]");
                    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                    assertThat(client.rest()).endsWith("https " + version + " shop.example[]");
                }
            }
        }
    }

    @Test
    void the_certificate_goes_by_the_name_that_is_asked_for() throws Exception {
        TestKeys first = TestKeys.of(folder, "first", "shop.example");
        TestKeys second = TestKeys.of(folder, "second", "*.api.example");
        try (var served = served(ServerTls.of(first.files(), second.files()));
                var plain = client(served, first.trusted(), "shop.example");
                var star = client(served, second.trusted(), "v1.api.example");
                var none = client(served, first.trusted(), "");
                var deeper = client(served, first.trusted(), "a.v1.api.example")) {
            assertThat(shown(plain)).isEqualTo(first.certificate());
            assertThat(shown(star)).isEqualTo(second.certificate());
            assertThat(shown(none)).isEqualTo(first.certificate());
            assertThat(shown(deeper)).isEqualTo(first.certificate());
            assertThat(star.send(GET).answer()).endsWith("v1.api.example[]");
        }
    }

    @Test
    void certificates_are_read_again_and_connections_live_on() throws Exception {
        TestKeys old = TestKeys.of(folder, "server", "shop.example");
        ServerTls tls = ServerTls.of(old.files());
        try (var served = served(tls);
                var before = client(served, old.trusted(), "shop.example")) {
            Path other = Files.createDirectory(folder.resolve("other"));
            TestKeys next = TestKeys.of(other, "server", "shop.example");
            replace(next.files().certificates(), old.files().certificates());
            replace(next.files().key(), old.files().key());
            tls.reload();
            try (var after = client(served, next.trusted(), "shop.example")) {
                assertThat(shown(after)).isEqualTo(next.certificate());
                assertThat(before.send(GET).answer()).startsWith("HTTP/1.1 200 ");
            }

            Files.writeString(old.files().key(), "no key");
            tls.reload();
            try (var still = client(served, next.trusted(), "shop.example")) {
                assertThat(shown(still)).isEqualTo(next.certificate());
            }
        }
    }

    private static void replace(Path by, Path file) throws IOException {
        Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
        // Made within the same tick of the clock, perhaps.
        Files.setLastModifiedTime(
                file, FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1)));
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws Exception {
        TlsFiles files = TestKeys.of(folder, "server", "shop.example").files();
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> ServerTls.of(files))
                .isInstanceOf(IOException.class)
                .hasMessage(files.key() + ": rw-r--r-- (expected: nothing for others, as rw-------)");
    }

    @Test
    void files_that_are_none_are_refused_without_a_word_of_what_is_in_them() throws Exception {
        TlsFiles files = TestKeys.of(folder, "server", "shop.example").files();
        Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> ServerTls.of(files))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("no certificate with its key");
        assertThatThrownBy(() -> ServerTls.of(new TlsFiles(folder.resolve("none"), files.key())))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(ServerTls::of).hasMessage("files: none (expected: >= 1)");
    }

    @Test
    void a_client_without_a_certificate_is_sent_away_where_one_is_asked_for() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "shop.example");
        TestKeys alice = TestKeys.of(folder, "alice", "alice.example");
        TestKeys mallory = TestKeys.of(folder, "mallory", "mallory.example");
        ServerTls tls = ServerTls.mutual(alice.files().certificates(), keys.files());
        try (var served = served(tls);
                var client = client(served, keys.trusted(alice), "shop.example")) {
            assertThat(client.send(GET).answer()).endsWith("[CN=alice]");
            for (SSLContext other : List.of(keys.trusted(), keys.trusted(mallory))) {
                assertThatThrownBy(() -> {
                            try (var refused = client(served, other, "shop.example")) {
                                String answer = refused.send(GET).answer();
                                if (answer.isEmpty()) {
                                    throw new IOException("closed");
                                }
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
            assertThat(served.closed(CloseReason.HANDSHAKE_FAILED)).isPositive();
            assertThat(served.listener.counts().snapshot().requests()).isOne();
        }
    }

    @Test
    void whoever_does_not_speak_tls_is_sent_away() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "shop.example");
        try (var served = served(ServerTls.of(keys.files()));
                var plain = served.client();
                var endless = served.client()) {
            plain.send(GET);
            assertThat(plain.rest()).doesNotContain("HTTP/1.1");
            assertThat(served.closed(CloseReason.HANDSHAKE_FAILED)).isPositive();
            // The head of a record that never ends.
            endless.send("\026\003\001\100\000");
            while (served.listener.counts().open() < 1) {
                Thread.onSpinWait();
            }
            served.loops
                    .group()
                    .next()
                    .schedule(() -> {}, 600, TimeUnit.MILLISECONDS)
                    .sync();
            served.pass(11);
            assertThat(endless.rest()).doesNotContain("HTTP/1.1");
            assertThat(served.closed(CloseReason.HANDSHAKE_TIMEOUT)).isOne();
        }
    }

    @Test
    void a_bind_beyond_loopback_needs_no_word_with_tls() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "shop.example");
        ServerTls tls = ServerTls.of(keys.files());
        try (var served = new Served(FACTS, builder -> builder.tls(tls).address(InetAddress.ofLiteral("0.0.0.0")))) {
            assertThat(served.listener.address().getAddress().isAnyLocalAddress())
                    .isTrue();
        }
    }

    @Test
    void the_client_of_the_jdk_is_served_unmodified() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "localhost");
        try (var served = served(ServerTls.of(keys.files()));
                var client = HttpClient.newBuilder().sslContext(keys.trusted()).build()) {
            var uri =
                    URI.create("https://127.0.0.1:" + served.listener.address().getPort() + "/");
            for (int i = 0; i < 3; i++) {
                var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                assertThat(answer.body()).startsWith("https TLSv1.3");
            }
            assertThat(served.listener.counts().snapshot().connections()).isOne();
        }
    }
}
