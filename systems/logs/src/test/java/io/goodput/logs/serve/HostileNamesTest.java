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
import io.goodput.logs.page.TimelineHtml;
import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.logs.source.GrowingRecords;
import io.goodput.logs.timeline.TraceTimeline;
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

/** Whatever a record says is text to a browser, in a page as in a file. A real one, where this machine has it. */
class HostileNamesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String EVIL = "</script><img src=x onerror=document.title='owned'><b>'\\\"&";
    private static final String LINE = """
            {"v":1,"kind":"work","at":"2026-11-30T12:00:00.000000Z","service":"EVIL","instance":"EVIL","operation":"EVIL",\
            "id":"0a","trace":"%s","tenant":"EVIL","client":"EVIL","outcome":"TIMEOUT","category":"EVIL","error":"EVIL",\
            "refusal":"EVIL","us":9000,"details":{"EVIL":"EVIL"},"dependencies":{"EVIL":{"first":1,"timeout":1,\
            "errors":{"EVIL":1}}},"calls":[{"dependency":"EVIL","operation":"EVIL","at_us":1,"us":5,"outcome":"TIMEOUT",\
            "attempts":[{"n":1,"span":"EVIL","resource":"EVIL","at_us":1,"us":5,"outcome":"TIMEOUT","error":"EVIL"}]}]}
            """.formatted(TRACE).replace("EVIL", EVIL);

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> program = Browser.find();
        assumeThat(program).as(Browser.NONE).isPresent();
        browser = Browser.start(program.orElseThrow());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String dom(String address) {
        try (BrowserPage page = browser.open()) {
            return page.go(address)
                    .until("document.readyState === 'complete' && !/Reading/.test(document.body.textContent)")
                    .dom();
        }
    }

    private static void assertHarmless(String dom) {
        assertThat(dom)
                .contains("&lt;/script&gt;&lt;img src=x onerror=")
                .doesNotContain("<img", "<title>owned", "<b>'");
    }

    @Test
    void the_page_shows_them_as_text() throws Exception {
        Files.writeString(folder.resolve("evil.jsonl"), LINE);
        try (var records = new GrowingRecords(List.of(folder.resolve("evil.jsonl")), null);
                var server = new LogsServer(records, 0, 10_000_000)) {
            server.start();
            server.awaitRead();
            String page = "http://127.0.0.1:" + server.port() + "/?still";

            assertHarmless(dom(page));
            assertHarmless(dom(page + "#/map"));
            assertHarmless(dom(page + "#/t/" + TRACE));
        }
    }

    @Test
    void files_show_them_as_text() throws Exception {
        WorkRecord work = ShopWorks.of(List.of(LINE)).getFirst();
        var builder = new MapBuilder(10_000_000);
        builder.add(work);
        builder.add(ShopWorks.of(List.of(LINE.replace("12:00:00", "12:00:30"))).getFirst());
        ServiceMap map = builder.build();

        var contributors = new ContributorBuilder(10_000_000);
        contributors.add(work);
        assertHarmless(dom(file(
                "contributors.html",
                ContributorsHtml.render(contributors.of(work.origin().service(), List.of(Facet.values()), 10)))));
        assertHarmless(dom(file("map.html", MapHtml.render(map, map.whole()))));
        assertHarmless(dom(file(
                "trace.html", TimelineHtml.render(Objects.requireNonNull(TraceTimeline.of(TRACE, List.of(work)))))));
    }

    private String file(String name, String page) throws IOException {
        return Files.writeString(folder.resolve(name), page).toUri().toString();
    }
}
