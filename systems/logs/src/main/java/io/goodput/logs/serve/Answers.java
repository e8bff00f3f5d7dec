package io.goodput.logs.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and answers as the page needs them. */
final class Answers {
    private Answers() {}

    /** What the page may do: load its own parts, and nothing else. */
    static void protect(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        bytes(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What is asked for by name, the first of each; what is no proper text is left out. */
    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> all = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    put(all, pair.substring(0, at), pair.substring(at + 1));
                }
            }
        }
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        try {
            all.putIfAbsent(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noText) {
            // Then it was not asked for.
            return;
        }
    }
}
