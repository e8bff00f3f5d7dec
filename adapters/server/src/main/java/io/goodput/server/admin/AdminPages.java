package io.goodput.server.admin;

import io.goodput.health.HealthReport;
import io.goodput.health.HealthReport.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The answers of the operator's port. */
public final class AdminPages {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final JsonFactory JSON = new JsonFactory();

    private final ServerIdentity identity;
    private final AdminSource source;
    private final AdminRules rules;
    private final Map<String, Function<AdminRequest, AdminAnswer>> reads = Map.of(
            "/livez", request -> health(source().liveness(), request),
            "/readyz", request -> health(source().readiness(), request),
            "/metrics", this::metrics,
            "/state", _ -> state(),
            "/", _ -> asset("page.html", "text/html; charset=utf-8"),
            "/page.js", _ -> asset("page.js", "text/javascript; charset=utf-8"),
            "/page.css", _ -> asset("page.css", "text/css; charset=utf-8"));
    private final Map<String, AdminChange> changes;

    /** Of a server. */
    AdminPages(ServerIdentity identity, AdminSource source, AdminRules rules) {
        this.identity = identity;
        this.source = source;
        this.rules = rules;
        this.changes = source.changes().stream().collect(Collectors.toMap(AdminChange::path, Function.identity()));
    }

    private AdminSource source() {
        return source;
    }

    /** The answer to a request. */
    AdminAnswer answer(AdminRequest request) {
        Function<AdminRequest, AdminAnswer> read = reads.get(request.path());
        AdminChange change = changes.get(request.path());
        AdminAnswer refusal = rules.refusal(request, change != null);
        if (refusal != null) {
            return refusal;
        }
        if (read != null) {
            return request.method().equals("GET") || request.method().equals("HEAD")
                    ? read.apply(request)
                    : AdminAnswer.text(405, "only GET and HEAD").with("allow", "GET, HEAD");
        }
        if (change != null) {
            return request.method().equals("POST")
                    ? changed(change, request)
                    : AdminAnswer.text(405, "only POST").with("allow", "POST");
        }
        return AdminAnswer.text(404, "there is /livez, /readyz, /metrics, /state and a page at /");
    }

    private static AdminAnswer changed(AdminChange change, AdminRequest request) {
        try {
            return AdminAnswer.text(200, change.action().run(request.query()));
        } catch (IllegalArgumentException wrong) {
            return AdminAnswer.text(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static AdminAnswer health(HealthReport report, AdminRequest request) {
        var text = new StringBuilder();
        if (request.asks("verbose")) {
            report.findings().forEach(finding -> text.append(line(finding)));
        }
        return AdminAnswer.text(report.up() ? 200 : 503, text + (report.up() ? "ok" : "not ok"));
    }

    private static String line(Finding finding) {
        String mark = finding.counted() ? "[-]" : "[+]";
        String detail = finding.detail().isEmpty() ? "" : ": " + finding.detail();
        return mark + finding.name() + " " + finding.status() + detail + "\n";
    }

    private AdminAnswer metrics(AdminRequest request) {
        String accepted = request.field("accept");
        boolean isOpen = accepted != null && accepted.contains(OPEN_METRICS);
        var text = new StringBuilder();
        try {
            source.metrics(isOpen, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String type =
                isOpen ? OPEN_METRICS + "; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8";
        return AdminAnswer.of(200, type, text.toString());
    }

    private AdminAnswer state() {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            identity.write(json);
            json.writeBooleanProperty("alive", source.liveness().up());
            json.writeBooleanProperty("ready", source.readiness().up());
            source.state(json);
            json.writeEndObject();
        }
        return AdminAnswer.of(200, "application/json", text.toString());
    }

    private static AdminAnswer asset(String name, String type) {
        try (InputStream in = Objects.requireNonNull(AdminPages.class.getResourceAsStream(name), name)) {
            return AdminAnswer.of(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
