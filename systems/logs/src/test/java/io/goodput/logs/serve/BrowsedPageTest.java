package io.goodput.logs.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goodput.browser.Browser;
import io.goodput.browser.BrowserPage;
import io.goodput.logs.contributors.ContributorBuilder;
import io.goodput.logs.map.MapBuilder;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.page.ContributorsHtml;
import io.goodput.logs.page.MapHtml;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.shop.ShopExample;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.logs.source.GrowingRecords;
import io.goodput.telemetry.contributor.Facet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a browser: what is clicked, and whether it fits. With {@code -Dgoodput.page.pictures=FOLDER} it leaves
 * pictures of all there.
 */
class BrowsedPageTest {
    private static final String DRAWN = "document.querySelector('main .uplot canvas')";

    @TempDir
    private Path folder;

    private Browser browser;
    private GrowingRecords records;
    private LogsServer server;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Browser.find();
        assumeThat(program).as(Browser.NONE).isPresent();
        browser = Browser.start(program.orElseThrow());
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.copy(ShopExample.FILE, shop.resolve("shop.jsonl"));
        Files.writeString(shop.resolve("health.jsonl"), """
                {"v":1,"kind":"health","at":"2026-11-30T12:02:30.000000Z","service":"stock","instance":"stock-1","mode":"errors","why":"4 % of the disk are free","free_bytes":1,"free_share":0.04}
                """);
        records = new GrowingRecords(List.of(shop), null);
        server = new LogsServer(records, 0, 10_000_000);
        server.start();
        server.awaitRead();
    }

    @AfterEach
    void close() throws IOException {
        if (server != null) {
            server.close();
            records.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private String address(String view) {
        return "http://127.0.0.1:" + server.port() + "/?still#/" + view;
    }

    private static void picture(BrowserPage page, String name) throws IOException {
        String place = System.getProperty("goodput.page.pictures");
        if (place != null) {
            page.picture(Path.of(place, name + ".png"));
        }
    }

    @Test
    void three_clicks_lead_from_health_to_one_trace() {
        try (BrowserPage page = browser.open().size(1200, 800)) {
            page.go(address("map")).until("document.querySelector('.map svg')");

            page.click("nav a[href='#/']").until(DRAWN);
            assertThat(page.evaluate("document.querySelector('.ill').textContent")
                            .asString())
                    .contains("the way orders → payments is ill")
                    .contains("stock-1 writes errors only since 2026-11-30T12:02:30");
            page.click("td a[href*='/error/NoAnswer']").until("document.querySelector('td a[href^=\"#/t/\"]')");
            page.click("td a[href^='#/t/']").until("document.querySelector('.rows .row.unit')");

            assertThat(page.evaluate("document.querySelector('.row.unit b').textContent")
                            .asString())
                    .startsWith("place-order (gateway");
            assertThat(page.evaluate("document.querySelectorAll('.rows .row').length")
                            .asInt())
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"390,false", "390,true", "1200,false", "1200,true"})
    void each_view_fits_its_screen_in_the_light_and_in_the_dark(int width, boolean isDark) throws IOException {
        String trace = "t/e07d61f02cd215a4d79f0f475a01060d";
        String look = width + (isDark ? "-dark" : "-light");
        try (BrowserPage page = browser.open().size(width, 844).dark(isDark)) {
            page.go(address("")).until(DRAWN);
            assertFits(page, "health-" + look);
            page.go(address("c/gateway/tenant/tenant-1"))
                    .until("document.querySelector('h1').textContent === 'tenant-1'");
            assertFits(page, "contributor-" + look);
            page.go(address("map")).until("document.querySelector('.map svg')");
            assertFits(page, "map-" + look);
            page.go(address(trace)).until("document.querySelector('.rows')");
            assertFits(page, "trace-" + look);
            page.go(file("contributors.html", contributors())).until("document.readyState === 'complete'");
            assertFits(page, "contributors-file-" + look);
            page.go(file("map.html", map())).until("document.readyState === 'complete'");
            assertFits(page, "map-file-" + look);
        }
    }

    /** Nothing is wider than the screen, and the ground is the one that was asked for. */
    private static void assertFits(BrowserPage page, String name) throws IOException {
        picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .as(
                        name + " is "
                                + page.evaluate(
                                        "document.documentElement.scrollWidth + ' wide: ' + "
                                                + "[...document.querySelectorAll('body *')].filter((n) => !n.closest('.map') && "
                                                + "n.getBoundingClientRect().right > innerWidth).map((n) => n.tagName + '.' + n.className).slice(0, 5)"))
                .isTrue();
        String ground =
                page.evaluate("getComputedStyle(document.body).backgroundColor").asString();
        assertThat(ground).isEqualTo(name.endsWith("dark") ? "rgb(15, 19, 23)" : "rgb(253, 253, 252)");
    }

    @Test
    void what_is_printed_by_who_likes_it_dark_is_light_and_dark_again_afterwards() throws IOException {
        String seen = "[getComputedStyle(document.documentElement).getPropertyValue('--ink').trim(), "
                + "document.querySelector('main .uplot canvas').width > 0].join()";
        try (BrowserPage page = browser.open().size(1200, 800).dark(true)) {
            page.go(address("")).until(DRAWN);
            page.evaluate("addEventListener('beforeprint', () => { window.printed = " + seen + "; })");
            Path printed = folder.resolve("health.pdf");
            page.print(printed);

            assertThat(Files.readAllBytes(printed)).startsWith('%', 'P', 'D', 'F');
            assertThat(page.evaluate("window.printed").asString()).isEqualTo("#1a1f24,true");
            page.until("!('print' in document.documentElement.dataset)");
            assertThat(page.evaluate(seen).asString()).isEqualTo("#e8ebee,true");
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            picture(page, "health-print");
        }
    }

    private static ContributorBuilder built() throws IOException {
        var builder = new ContributorBuilder(10_000_000);
        lines().forEach(builder::add);
        return builder;
    }

    private static List<LogRecord> lines() throws IOException {
        return Files.readAllLines(ShopExample.FILE).stream()
                .map(line -> Objects.requireNonNull(ShopWorks.parsed(line)))
                .toList();
    }

    private static String contributors() throws IOException {
        return ContributorsHtml.render(built().of("gateway", List.of(Facet.values()), 10));
    }

    private static String map() throws IOException {
        var builder = new MapBuilder(10_000_000);
        lines().forEach(builder::add);
        ServiceMap map = builder.build();
        return MapHtml.render(map, map.whole());
    }

    private String file(String name, String page) throws IOException {
        return Files.writeString(folder.resolve(name), page).toUri().toString();
    }
}
