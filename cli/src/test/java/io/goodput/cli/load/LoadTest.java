package io.goodput.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest extends CommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --rate 10/s                                                  | Missing required parameter: 'URL'
            http://127.0.0.1:1/                                          | expected: --rate, --class or --closed
            http://127.0.0.1:1/ --rate 10/s --closed                     | expected: --rate, --class or --closed
            http://10.0.0.1/ --rate 10/s                                 | 10.0.0.1 is not this machine
            http://10.0.0.1/ --rate 10/s --allow-remote 10.0.0.2         | 10.0.0.2 is not the host of the URL
            http://10.0.0.1/ http://127.0.0.1/ --rate 1/s --allow-remote 10.0.0.2 | 10.0.0.1 is not this machine
            https://10.0.0.1/ --rate 1/s --allow-remote 10.0.0.1 --insecure | loopback addresses only, or --ca FILE
            http://127.0.0.1:1/ --rate 10                                | missing unit
            http://127.0.0.1:1/ --rate 10/s --for 2h                     | time: 2h (expected: >= 100ms and <= 1h)
            http://127.0.0.1:1/ --rate 10/s --weights 1,2                | 2 of them (expected: one for each of 1 URLs)
            http://127.0.0.1:1/ --rate 10/s --arrivals bursts            | bursts (expected: poisson or constant)
            http://127.0.0.1:1/ --rate 10/s --connections 0              | connections: 0 (expected: >= 1 and <= 65536)
            http://127.0.0.1:1/ --rate 10/s --criticality high           | high (expected: critical-plus, critical
            http://127.0.0.1:1/ --rate 10/s --ca nowhere.pem             | nowhere.pem cannot be read
            http://127.0.0.1:1/ --rate 10/s --json nowhere/x.json        | nowhere/x.json cannot be written
            http://127.0.0.1:1/ --class a                                | expected: NAME: rate=RATE
            http://127.0.0.1:1/ --class a:rate=1/s --deadline 1s         | says deadline and criticality itself
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String command, String message) {
        assertThat(run(("load " + command).split(" +"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("goodput: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_service_is_loaded_and_its_answers_are_printed() throws IOException {
        var received = new AtomicInteger();
        HttpServer server = serving(received, 200);
        try {
            assertThat(run(
                            "load",
                            url(server),
                            "--class",
                            "one: rate=100/s, deadline=30s",
                            "--class",
                            "two: rate=50/s, criticality=sheddable",
                            "--arrivals",
                            "constant",
                            "--for",
                            "400ms",
                            "--warm-up",
                            "0s",
                            "--json",
                            folder.resolve("load.json").toString()))
                    .as("0, or 1 where a busy machine made the generator late")
                    .isIn(0, 1);
        } finally {
            server.stop(0);
        }
        assertThat(out.toString()).contains("one", "two", "all", "Valid: ");
        assertThat(Files.readString(folder.resolve("load.json")))
                .contains("/?... --class one: rate=100/s", "\"offered\": 39", "\"criticality\": \"SHEDDABLE\"")
                .doesNotContain("secret");
        assertThat(received).hasValue(39 + 19);
    }

    @Test
    void a_load_ends_at_the_first_rate_that_says_nothing_of_the_service() throws IOException {
        var received = new AtomicInteger();
        HttpServer server = serving(received, 503);
        try {
            assertThat(run(
                            "load",
                            url(server),
                            "--rate",
                            "50/s,100/s",
                            "--arrivals",
                            "constant",
                            "--for",
                            "200ms",
                            "--warm-up",
                            "0s",
                            "--json",
                            "-"))
                    .isEqualTo(1);
        } finally {
            server.stop(0);
        }
        assertThat(out.toString()).startsWith("{\n").contains("no: no good answer", "\"503\": 9");
        assertThat(received).hasValue(9);
    }

    private static HttpServer serving(AtomicInteger received, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            try (exchange) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?key=secret";
    }
}
