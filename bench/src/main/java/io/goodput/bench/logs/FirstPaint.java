package io.goodput.bench.logs;

import io.goodput.browser.Browser;
import io.goodput.browser.BrowserPage;
import io.goodput.logs.serve.LogsServer;
import io.goodput.logs.source.GrowingRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How soon somebody sees the page of {@code goodput logs serve}, and its figures, in a Chromium without a window:
 * {@code FirstPaint FOLDER [rounds]}. Times are the browser's own, from when it set out.
 */
public final class FirstPaint {
    private static final int ROUNDS = 20;
    private static final int HEIGHT = 800;
    private static final int WIDTH = 1200;

    /** Notes when the charts are there, in the frame after that. */
    private static final String WATCH = """
            new MutationObserver((_, watch) => {
              if (document.querySelector('main .uplot canvas')) {
                watch.disconnect();
                requestAnimationFrame(() => { window.drawn = performance.now(); });
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String SEEN = """
            [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.drawn,
              performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                .filter((part) => !/\\/api\\//.test(part.name)).reduce((sum, part) => sum + part.transferSize, 0)]
            """;

    private FirstPaint() {}

    /** The folder of records, and how often to look. */
    public static void main(String... arguments) throws Exception {
        Optional<Path> program = Browser.find();
        if (program.isEmpty()) {
            System.err.println(Browser.NONE);
            System.exit(69);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        try (Browser browser = Browser.start(program.orElseThrow());
                var records = new GrowingRecords(List.of(Path.of(arguments[0])), null);
                var server = new LogsServer(records, 0, 10_000_000)) {
            String address = "http://127.0.0.1:" + server.port() + "/?still";
            look(browser, "about:blank", 1, "true");
            server.start();
            print(
                    "while it reads",
                    look(browser, address, 1, "performance.getEntriesByName('first-contentful-paint')[0]"));
            long begin = System.nanoTime();
            server.awaitRead();
            System.out.printf(
                    Locale.ROOT,
                    "all of %d records read %.1f s after that%n",
                    records.report().records(),
                    (System.nanoTime() - begin) / 1e9);
            print("with all read", look(browser, address, rounds, "window.drawn"));
        }
    }

    private static List<JsonNode> look(Browser browser, String address, int rounds, String until) {
        List<JsonNode> seen = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            try (BrowserPage page = browser.open().size(WIDTH, HEIGHT).first(WATCH)) {
                page.go(address).until(until);
                seen.add(page.evaluate(address.startsWith("http") ? SEEN : "[0, 0, 0]"));
            }
        }
        return seen;
    }

    private static void print(String when, List<JsonNode> seen) {
        System.out.println(when + ", " + seen.size() + " pages, each in a tab of its own:");
        print("first contentful paint", seen, 0);
        if (!seen.getFirst().get(1).isNull()) {
            print("figures drawn", seen, 1);
        }
        System.out.printf(
                Locale.ROOT,
                "  all parts of the page: %.1f KiB%n",
                seen.getFirst().get(2).asDouble() / 1024);
    }

    private static void print(String what, List<JsonNode> seen, int figure) {
        List<Double> times = new ArrayList<>();
        seen.forEach(each -> times.add(each.get(figure).asDouble()));
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "  %s: median %.0f ms, at most %.0f ms%n",
                what,
                times.get(times.size() / 2),
                times.getLast());
    }
}
