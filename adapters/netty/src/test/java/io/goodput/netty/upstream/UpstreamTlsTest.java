package io.goodput.netty.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.http.head.Framing;
import io.goodput.netty.listener.LeakCheck;
import io.goodput.netty.listener.TestKeys;
import io.goodput.peer.RawOrigin;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Origins that speak TLS, by the JDK's own sockets. */
@Timeout(20)
@ExtendWith(LeakCheck.class)
class UpstreamTlsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir
    private Path folder;

    private final DrivenLoop loop = new DrivenLoop();
    private TestKeys keys;
    private UpstreamClient client;

    @BeforeEach
    void makeKeys() throws Exception {
        keys = TestKeys.of(folder, "origin", "origin.example");
        client = client(keys);
    }

    @AfterEach
    void close() {
        client.close();
        loop.close();
    }

    private UpstreamClient client(TestKeys trusted) throws SSLException {
        return new UpstreamClient(
                loop.timers(),
                NioSocketChannel.class,
                UpstreamSettings.STANDARD,
                UpstreamTls.trusting(trusted.files().certificates()),
                new SplittableRandom(1));
    }

    private RawOrigin origin(RawOrigin.Script script) throws Exception {
        var server = (SSLServerSocket)
                keys.trusted(keys).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new RawOrigin(server, script);
    }

    private ToldExchange ask(RawOrigin origin, String name) {
        var told = new ToldExchange();
        told.exchange = client.send(
                new Origin("origin", origin.address(), name),
                UpstreamClientTest.request("GET", Framing.None.INSTANCE),
                told);
        loop.until(() -> told.over);
        return told;
    }

    @Test
    void an_origin_that_is_trusted_and_has_the_name_is_asked_and_asked_again() throws Exception {
        try (RawOrigin origin = origin(connection -> {
            connection.readHead();
            connection.send(OK);
            connection.readHead();
            connection.send(OK);
            connection.awaitEnd();
        })) {
            assertThat(ask(origin, "origin.example").body).hasToString("ok");
            assertThat(ask(origin, "origin.example").body).hasToString("ok");
            assertThat(origin.connections()).isOne();
        }
    }

    @Test
    void another_name_is_not_processed() throws Exception {
        try (RawOrigin origin = origin(RawOrigin.Connection::readHead)) {
            assertThat(ask(origin, "other.example").lines).containsExactly("TLS_FAILED");
            assertThat(origin.heads()).isEmpty();
        }
    }

    @Test
    void nor_is_a_certificate_that_nobody_trusts() throws Exception {
        client = client(TestKeys.of(folder, "another", "origin.example"));
        try (RawOrigin origin = origin(RawOrigin.Connection::readHead)) {
            assertThat(ask(origin, "origin.example").lines).containsExactly("TLS_FAILED");
            assertThat(origin.heads()).isEmpty();
        }
    }

    @Test
    void nor_what_speaks_no_tls_at_all_or_nothing() throws Exception {
        try (var plain = new RawOrigin(connection -> connection.send("HTTP/1.1 400 Bad Request\r\n\r\n"));
                var silent = new RawOrigin(RawOrigin.Connection::awaitEnd)) {
            assertThat(ask(plain, "origin.example").lines).containsExactly("TLS_FAILED");

            var told = new ToldExchange();
            told.exchange = client.send(
                    new Origin("silent", silent.address(), "origin.example"),
                    UpstreamClientTest.request("GET", Framing.None.INSTANCE),
                    told);
            loop.until(() -> silent.connections() == 1);
            while (!told.over) {
                loop.advance(Duration.ofMillis(500));
            }
            assertThat(told.lines).singleElement().isIn("TLS_TIMEOUT", "CONNECT_TIMEOUT");
        }
    }

    @Test
    void a_file_without_certificates_is_refused_and_a_client_without_trust_too() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

        assertThatThrownBy(() -> UpstreamTls.trusting(empty)).isInstanceOf(SSLException.class);
        try (var plain = new UpstreamClient(
                loop.timers(), NioSocketChannel.class, UpstreamSettings.STANDARD, null, new SplittableRandom(1))) {
            assertThatThrownBy(() -> plain.send(
                            new Origin(
                                    "origin",
                                    new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 1),
                                    "origin.example"),
                            UpstreamClientTest.request("GET", Framing.None.INSTANCE),
                            new ToldExchange()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
