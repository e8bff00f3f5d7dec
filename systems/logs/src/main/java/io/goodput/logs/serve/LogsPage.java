package io.goodput.logs.serve;

import io.goodput.logs.page.LogsAsset;
import io.goodput.page.UPlot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the page, which do not change: less than {@value #MOST_BYTES} bytes in all. */
final class LogsPage {
    static final int MOST_BYTES = 200 * 1024;

    private final Map<String, Part> parts = Map.of(
            "/", part("text/html", LogsAsset.text("serve.html")),
            "/logs.css", part("text/css", UPlot.style() + LogsAsset.style() + LogsAsset.text("serve.css")),
            "/uplot.js", part("text/javascript", "/*\n" + UPlot.licence() + "*/\n" + UPlot.script()),
            "/parts.js", part("text/javascript", LogsAsset.text("parts.js")),
            "/serve.js", part("text/javascript", LogsAsset.text("serve.js")));

    /** A part as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // bytes to send, never compared
    record Part(String type, byte[] content) {}

    private static Part part(String type, String text) {
        return new Part(type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The part of that path; null if there is none. */
    @Nullable Part part(String path) {
        return parts.get(path);
    }

    /** Of all parts. */
    int bytes() {
        return parts.values().stream().mapToInt(part -> part.content().length).sum();
    }
}
