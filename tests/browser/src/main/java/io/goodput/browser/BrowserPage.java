package io.goodput.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of a browser. Whatever waits, waits for half a minute at most. */
public final class BrowserPage implements AutoCloseable {
    private final DevTools tools;
    private final String target;
    private final String session;

    private BrowserPage(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
    }

    static BrowserPage open(DevTools tools) {
        String target = tools.ask(
                        null, "Target.createTarget", tools.parameters().put("url", "about:blank"))
                .get("targetId")
                .asString();
        String session = tools.ask(
                        null,
                        "Target.attachToTarget",
                        tools.parameters().put("targetId", target).put("flatten", true))
                .get("sessionId")
                .asString();
        var page = new BrowserPage(tools, target, session);
        page.ask("Page.enable", tools.parameters());
        return page;
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        return tools.ask(session, method, parameters);
    }

    /** As a screen of so many pixels; narrow ones are those of a phone. */
    public BrowserPage size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                tools.parameters()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        return this;
    }

    /** For somebody who likes it dark, or light. */
    public BrowserPage dark(boolean isDark) {
        ObjectNode parameters = tools.parameters();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", isDark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", parameters);
        return this;
    }

    /** Runs a script in each page before its own. */
    public BrowserPage first(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", tools.parameters().put("source", script));
        return this;
    }

    /** Goes there, and returns when what is there has begun. */
    public BrowserPage go(String address) {
        ask("Page.navigate", tools.parameters().put("url", address));
        return this;
    }

    /** What an expression comes to; a promise, what it is kept with. */
    public JsonNode evaluate(String expression) {
        JsonNode told = ask(
                "Runtime.evaluate",
                tools.parameters()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (told.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + told.get("exceptionDetails"));
        }
        return told.get("result").path("value");
    }

    /** Returns when a condition holds. */
    public BrowserPage until(String condition) {
        evaluate("new Promise((done) => { const look = () => ((" + condition
                + ") ? done(true) : setTimeout(look, 10)); look(); })");
        return this;
    }

    /** Presses and releases the left button in the middle of the first that a selector finds, wherever it is then. */
    public BrowserPage click(String selector) {
        String found = "document.querySelector(" + quoted(selector) + ")";
        JsonNode place = evaluate("(() => { const node = " + found
                + "; node.scrollIntoView({ block: 'center' }); const box = node.getClientRects()[0];"
                + " return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        for (String type : new String[] {"mousePressed", "mouseReleased"}) {
            ask(
                    "Input.dispatchMouseEvent",
                    tools.parameters()
                            .put("type", type)
                            .put("x", place.get(0).asDouble())
                            .put("y", place.get(1).asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
        return this;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** All of it as elements. */
    public String dom() {
        return evaluate("document.documentElement.outerHTML").asString();
    }

    /** All of its length as a picture. */
    public void picture(Path file) throws IOException {
        write(
                file,
                ask(
                        "Page.captureScreenshot",
                        tools.parameters().put("format", "png").put("captureBeyondViewport", true)));
    }

    /** Printed, on pages of A4. */
    public void print(Path file) throws IOException {
        write(
                file,
                ask(
                        "Page.printToPDF",
                        tools.parameters()
                                .put("preferCSSPageSize", true)
                                .put("paperWidth", 8.27)
                                .put("paperHeight", 11.69)));
    }

    private static void write(Path file, JsonNode told) throws IOException {
        Files.write(file, Base64.getDecoder().decode(told.get("data").asString()));
    }

    @Override
    public void close() {
        tools.ask(null, "Target.closeTarget", tools.parameters().put("targetId", target));
    }
}
