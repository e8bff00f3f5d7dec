package io.goodput.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.health.HealthReport;
import io.goodput.health.Status;
import io.goodput.http.head.Fields;
import io.goodput.server.folder.AdminToken;
import io.goodput.server.folder.DataFolder;
import io.goodput.server.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;

class AdminPagesTest {
    private static final int PORT = 9325;

    @TempDir
    private Path temporary;

    private DataFolder data;
    private AdminPages pages;
    private final List<String> done = new ArrayList<>();
    private boolean ready = true;

    @BeforeEach
    void open() throws IOException {
        data = DataFolder.open(temporary.resolve("queue"), new FolderFormat("queue", 1, 1));
        var identity = new ServerIdentity("queue", "goodput 0.2.0", 4711, Instant.parse("2026-11-30T12:00:00Z"));
        pages = new AdminPages(identity, new Source(), new AdminRules(data.token()));
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    private final class Source implements AdminSource {
        @Override
        public HealthReport liveness() {
            return new HealthReport(true, List.of());
        }

        @Override
        public HealthReport readiness() {
            return new HealthReport(
                    ready,
                    List.of(
                            new HealthReport.Finding("disk", Status.UP, "", false),
                            new HealthReport.Finding("journal", ready ? Status.UP : Status.DOWN, "full", !ready)));
        }

        @Override
        public void state(JsonGenerator json) {
            json.writeName("admission");
            json.writeStartObject();
            json.writeNumberProperty("admitted", 17);
            json.writeEndObject();
        }

        @Override
        public void metrics(boolean openMetrics, Appendable out) throws IOException {
            out.append("up 1\n").append(openMetrics ? "# EOF\n" : "");
        }

        @Override
        public List<AdminChange> changes() {
            return List.of(new AdminChange("/drain", query -> {
                if (!query.isEmpty()) {
                    throw new IllegalArgumentException("query: " + query + " (expected: none)");
                }
                done.add("drain");
                return "draining";
            }));
        }
    }

    private AdminAnswer get(String path, String... fields) {
        return ask("GET", path, fields);
    }

    private AdminAnswer ask(String method, String target, String... more) {
        var fields = new Fields.Builder().add("Host", "127.0.0.1:" + PORT);
        for (int i = 0; i < more.length; i += 2) {
            fields.add(more[i], more[i + 1]);
        }
        String[] parts = target.split("\\?", 2);
        return pages.answer(
                new AdminRequest(PORT, method, parts[0], parts.length == 1 ? "" : parts[1], fields.build()));
    }

    private static String text(AdminAnswer answer) {
        return answer.content();
    }

    @Test
    void a_probe_is_told_in_a_word_and_people_each_check() {
        assertThat(get("/livez").status()).isEqualTo(200);
        assertThat(text(get("/readyz"))).isEqualTo("ok\n");

        ready = false;

        assertThat(get("/livez").status()).isEqualTo(200);
        assertThat(get("/readyz").status()).isEqualTo(503);
        assertThat(text(get("/readyz?verbose"))).isEqualTo("[+]disk UP\n[-]journal DOWN: full\nnot ok\n");
    }

    @Test
    void the_state_is_an_object_with_the_servers_own() {
        assertThat(text(get("/state")))
                .isEqualTo(
                        "{\"server\":\"queue\",\"version\":\"goodput 0.2.0\",\"pid\":4711,"
                                + "\"started\":\"2026-11-30T12:00:00Z\",\"alive\":true,\"ready\":true,\"admission\":{\"admitted\":17}}");
    }

    @Test
    void metrics_come_in_the_form_that_is_asked_for() {
        assertThat(text(get("/metrics"))).isEqualTo("up 1\n");
        assertThat(text(get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain")))
                .endsWith("# EOF\n");
    }

    @ParameterizedTest
    @CsvSource({"/, text/html", "/page.js, text/javascript", "/page.css, text/css"})
    void the_page_takes_nothing_from_elsewhere(String path, String type) {
        AdminAnswer answer = get(path);

        assertThat(answer.fields().first("Content-Type")).startsWith(type);
        assertThat(answer.fields().first("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(text(answer)).doesNotContain("http:").doesNotContain("https:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:9325", "127.0.0.1:9326", "127.0.0.1", ""})
    void a_name_that_leads_here_by_somebody_elses_doing_is_refused(String host) {
        var request = new AdminRequest(PORT, "GET", "/state", "", Fields.of("Host", host));

        assertThat(pages.answer(request).status()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, https://127.0.0.1:9325",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void a_page_of_somebody_elses_neither_reads_nor_changes(String field, String value) throws IOException {
        assertThat(get("/state", field, value).status()).isEqualTo(403);
        assertThat(ask("POST", "/drain", field, value, "Authorization", "Bearer " + token())
                        .status())
                .isEqualTo(403);
        assertThat(done).isEmpty();
    }

    @Test
    void a_page_of_ours_reads() {
        assertThat(get("/state", "Origin", "http://localhost:9325", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_change_takes_the_token() throws IOException {
        assertThat(ask("POST", "/drain").status()).isEqualTo(401);
        assertThat(ask("POST", "/drain", "Authorization", "Bearer x").status()).isEqualTo(401);
        assertThat(ask("POST", "/drain", "Authorization", token()).status()).isEqualTo(401);
        assertThat(done).isEmpty();

        AdminAnswer answer = ask("POST", "/drain", "Authorization", "Bearer " + token());

        assertThat(text(answer)).isEqualTo("draining\n");
        assertThat(done).containsExactly("drain");
    }

    @Test
    void a_change_is_no_link() throws IOException {
        AdminAnswer answer = get("/drain", "Authorization", "Bearer " + token());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(done).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_change_is_said() throws IOException {
        AdminAnswer answer = ask("POST", "/drain?now", "Authorization", "Bearer " + token());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).isEqualTo("query: now (expected: none)\n");
    }

    @Test
    void other_paths_say_what_there_is() {
        assertThat(get("/metricz").status()).isEqualTo(404);
        assertThat(text(get("/metricz"))).contains("/metrics");
        assertThat(ask("DELETE", "/state").status()).isEqualTo(405);
    }

    private String token() throws IOException {
        return AdminToken.read(data.path());
    }
}
