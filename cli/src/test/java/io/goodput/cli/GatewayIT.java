package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway from what was packaged: all that it needs is there. */
class GatewayIT {
    @TempDir
    private Path folder;

    @Test
    void the_example_serves_and_ends_in_order() throws Exception {
        Process gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target/app/goodput.jar").toAbsolutePath().toString(),
                        "gateway",
                        Path.of("../examples/gateway/gateway.yaml")
                                .toAbsolutePath()
                                .toString(),
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader out = gateway.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            assertThat(ready).startsWith("goodput gateway: ready on http://127.0.0.1:");
            var address = URI.create(ready.replaceAll("^.*ready on (\\S+),.*$", "$1"));

            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address.resolve("/ping")).build(), BodyHandlers.ofString());

            assertThat(answer.body()).startsWith("pong");
            new ProcessBuilder("kill", "-TERM", Long.toString(gateway.pid()))
                    .start()
                    .waitFor();
            assertThat(gateway.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(gateway.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
        } finally {
            gateway.destroyForcibly();
        }
    }
}
