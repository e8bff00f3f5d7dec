package io.goodput.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest extends CommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            http://10.0.0.1/                                      | 10.0.0.1 is not this machine
            http://10.0.0.1/ --allow-remote 10.0.0.2              | 10.0.0.2 is not the host of the URL
            ftp://127.0.0.1/                                      | expected: http://host:port/path, or https
            http://127.0.0.1:1/ --rates 10/s                      | 10/s
            http://127.0.0.1:1/ --rates 10..20                    | missing unit
            http://127.0.0.1:1/ --rates 20/s..10/s                | from low to high
            http://127.0.0.1:1/ --rates 1/s..2/s --rate 5/s       | mutually exclusive
            http://127.0.0.1:1/ --rate 9/s,8/s                    | 8/s after 9/s (expected: ascending)
            http://127.0.0.1:1/ --steps 1                         | steps: 1 (expected: >= 2 and <= 50)
            http://127.0.0.1:1/ --step-time 5                     | missing unit
            http://127.0.0.1:1/ --step-time 1h                    | (expected: >= 100ms and <= 5m)
            http://127.0.0.1:1/ --most-requests 10                | most-requests: the rates come to
            http://127.0.0.1:1/ --stop-at-errors 110%             | more than 100%
            http://127.0.0.1:1/ --arrivals bursts                 | bursts (expected: poisson or constant)
            http://127.0.0.1:1/ --method get                      | expected: one such as GET or POST
            http://127.0.0.1:1/ --header nothing                  | expected: Name: value
            http://127.0.0.1:1/ --body nowhere.bin                | nowhere.bin (expected: a file of at most 1MiB)
            http://127.0.0.1:1/ --out nowhere/service.yaml        | nowhere/service.yaml cannot be written
            http://127.0.0.1:1/ --out pom.xml                     | pom.xml is there already (expected: another name, or
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String command, String message) {
        assertThat(run(("probe " + command).split(" +"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("goodput: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_service_that_refuses_is_measured_and_nothing_is_written() throws IOException {
        var received = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            try (exchange) {
                exchange.sendResponseHeaders(503, -1);
            }
        });
        server.start();
        try {
            int status = run(
                    "probe",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/?key=secret",
                    "--rate",
                    "200/s,400/s",
                    "--step-time",
                    "300ms",
                    "--warm-up",
                    "100ms",
                    "--header",
                    "Authorization: secret",
                    "--out",
                    folder.resolve("service.yaml").toString(),
                    "--json",
                    "-");

            assertThat(status).isEqualTo(1);
        } finally {
            server.stop(0);
        }
        assertThat(out.toString())
                .startsWith("{\n")
                .contains("\"requests\": " + received.get(), "too many errors", "\"5xx\": ")
                .contains("/?... --rate 200/s,400/s --step-time 300ms --warm-up 100ms\"")
                .doesNotContain("secret");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void help_of_fidelity_says_what_it_takes() {
        assertThat(run("lab", "fidelity", "--help")).isZero();
        assertThat(out.toString()).contains("minute and a half", "--markdown");
        assertThat(run("lab", "fidelity", "--html", "nowhere/x.html")).isEqualTo(2);
        assertThat(run("lab", "--seeds", "3", "fidelity")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere/x.html cannot be written", "--seeds comes before 'fidelity'");
    }
}
