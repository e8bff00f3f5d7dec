package io.goodput.netty.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients as they are. */
@ExtendWith(LeakCheck.class)
class ClientsTest {
    private final Recorder recorder = new Recorder();

    private static String run(String... command) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
                command[0] + " is installed");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static String url(Served served) {
        return "http://127.0.0.1:" + served.listener.address().getPort() + "/";
    }

    @Test
    void curl() throws Exception {
        try (var served = new Served(recorder)) {
            String url = url(served);
            assertThat(run("curl", "-s", url + "1", url + "2")).isEqualTo("GET /1GET /2");
            assertThat(served.listener.counts().snapshot().connections()).isOne();
            assertThat(run("curl", "-s", "-d", "abc", url)).isEqualTo("POST / abc");
            assertThat(run("curl", "-s", "-H", "Transfer-Encoding: chunked", "-d", "abc", url))
                    .isEqualTo("POST / abc");
            assertThat(run("curl", "-s", "-H", "Expect: 100-continue", "-d", "abc", url))
                    .isEqualTo("POST / abc");
            assertThat(run("curl", "-s", "-0", url)).isEqualTo("GET /");
            assertThat(run("curl", "-s", "-I", url)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void wrk() throws Exception {
        try (var served = new Served(recorder)) {
            String out = run("wrk", "-t1", "-c16", "-d1s", url(served));
            assertThat(out)
                    .contains("Requests/sec")
                    .doesNotContain("Socket errors")
                    .doesNotContain("Non-2xx");
        }
    }

    @Test
    void java_net_http() throws Exception {
        try (var served = new Served(recorder);
                var client = HttpClient.newHttpClient()) {
            var uri = URI.create(url(served));
            var plain = HttpRequest.newBuilder(uri);
            var chunked =
                    HttpRequest.newBuilder(uri).POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("abc")));
            var expecting = HttpRequest.newBuilder(uri).expectContinue(true).POST(BodyPublishers.ofString("abc"));
            // It asks for HTTP/2 by Upgrade, and goes on without.
            List<String> answers = Stream.of(plain, chunked, expecting, plain)
                    .map(request -> client.sendAsync(request.build(), BodyHandlers.ofString())
                            .join()
                            .body())
                    .toList();
            assertThat(answers).containsExactly("GET /", "POST / abc", "POST / abc", "GET /");
            assertThat(served.listener.counts().snapshot().connections()).isOne();
        }
    }

    @Test
    void httpclient5() throws Exception {
        try (var served = new Served(recorder);
                var client = HttpClients.createDefault()) {
            for (boolean expect : new boolean[] {false, true, false}) {
                var post = new HttpPost(url(served));
                post.setConfig(
                        RequestConfig.custom().setExpectContinueEnabled(expect).build());
                post.setEntity(new StringEntity("abc"));
                String answer = client.execute(post, got -> EntityUtils.toString(got.getEntity()));
                assertThat(answer).isEqualTo("POST / abc");
            }
            assertThat(served.listener.counts().snapshot().connections()).isOne();
        }
    }
}
