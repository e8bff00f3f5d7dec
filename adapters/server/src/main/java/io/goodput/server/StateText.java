package io.goodput.server;

import io.goodput.screen.Screen;
import io.goodput.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The state for people: a line for each figure, what belongs together indented.
 *
 * @param isReady what it says of itself
 * @param lines each ended
 */
record StateText(boolean isReady, String lines) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Screen SCREEN = Terminal.screen();

    /** Of the JSON. */
    static StateText of(String state) {
        var text = new StringBuilder();
        boolean isReady = false;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), state)) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructStart()) {
                    begin(text, depth++, json.currentName(), "");
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token != JsonToken.PROPERTY_NAME) {
                    isReady |= depth == 1 && "ready".equals(json.currentName()) && token == JsonToken.VALUE_TRUE;
                    begin(text, depth, json.currentName(), json.getString());
                }
            }
        }
        return new StateText(isReady, text.toString());
    }

    /** The outermost object has no name and no line. */
    private static void begin(StringBuilder text, int depth, @Nullable String name, String value) {
        if (depth > 0) {
            String shown = name == null ? "-" : SCREEN.safe(name).replace('_', ' ') + ":";
            text.append("  ".repeat(depth - 1)).append(shown);
            text.append(value.isEmpty() ? "" : " " + SCREEN.safe(value)).append('\n');
        }
    }
}
