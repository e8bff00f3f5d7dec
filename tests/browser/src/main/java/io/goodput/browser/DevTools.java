package io.goodput.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Questions to a browser and their answers, over its socket. Events are passed over. */
final class DevTools implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger questions = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    }

    ObjectNode parameters() {
        return json.createObjectNode();
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param session of a page; null is the browser itself
     */
    JsonNode ask(@Nullable String session, String method, ObjectNode parameters) {
        int number = questions.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(number, answer);
        ObjectNode question = json.createObjectNode().put("id", number).put("method", method);
        question.set("params", parameters);
        if (session != null) {
            question.put("sessionId", session);
        }
        synchronized (socket) {
            socket.sendText(json.writeValueAsString(question), true).join();
        }
        JsonNode told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode told = json.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        told.has("id") ? asked.remove(told.get("id").asInt()) : null;
                if (answer != null) {
                    answer.complete(told);
                }
            }
            from.request(1);
            return null;
        }
    }
}
