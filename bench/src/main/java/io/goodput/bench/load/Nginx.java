package io.goodput.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The server that is loaded: nginx on loopback, which answers each request at once with a few bytes. */
final class Nginx implements AutoCloseable {
    private static final int HTTP_1_1 = 18_080;
    private static final int HTTP_2 = 18_081;

    private final Path folder;
    private final Process process;

    Nginx() throws IOException {
        folder = Files.createTempDirectory("nginx");
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  keepalive_timeout 600s;
                  server { listen 127.0.0.1:%2$d reuseport; location / { return 200 "hello, world\\n"; } }
                  server { listen 127.0.0.1:%3$d http2 reuseport; location / { return 200 "hello, world\\n"; } }
                }
                """.formatted(folder, HTTP_1_1, HTTP_2));
        process = new ProcessBuilder(List.of("nginx", "-p", folder.toString(), "-c", configuration.toString()))
                .inheritIO()
                .start();
    }

    String http1() {
        return "http://127.0.0.1:" + HTTP_1_1 + "/";
    }

    String http2() {
        return "http://127.0.0.1:" + HTTP_2 + "/";
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        var _ = process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
