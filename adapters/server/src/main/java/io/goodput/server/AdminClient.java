package io.goodput.server;

import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Asks the operator's port of a server of this machine. */
final class AdminClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 << 20;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI admin;

    private AdminClient(URI admin) {
        this.admin = admin;
    }

    /** Refuses what is not on this machine. */
    static AdminClient at(URI admin) {
        if (!"http".equals(admin.getScheme()) || !HERE.contains(String.valueOf(admin.getHost()))) {
            throw new ConfigException("--admin: " + admin + " (expected: http://127.0.0.1:PORT)");
        }
        return new AdminClient(admin);
    }

    /** The state as JSON. */
    String state() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(admin.resolve("/state"))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .proxy(ProxySelector.of(null))
                .build()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
                    throw new IOException(admin + " answered " + answer.statusCode() + ", which is no state");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(admin + " was not asked to the end", interrupted);
        } catch (IOException gone) {
            throw new IOException(admin + " does not answer: " + gone, gone);
        }
    }
}
