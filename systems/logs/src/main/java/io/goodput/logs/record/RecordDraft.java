package io.goodput.logs.record;

import io.goodput.Outcome;
import io.goodput.telemetry.contributor.Contributor;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.file.WriterMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of which not all fields have come yet. */
final class RecordDraft {
    @Nullable String trace;

    @Nullable String parent;

    final Map<String, String> details = new LinkedHashMap<>();
    final List<DependencyUse> dependencies = new ArrayList<>();
    final List<CallRecord> calls = new ArrayList<>();
    List<Contributor> top = List.of();
    boolean isCut;
    boolean isTopCut;
    long dropped;

    private String kind = "";
    private @Nullable Long at;
    private @Nullable String service;
    private String instance = "";
    private @Nullable String release;
    private @Nullable String operation;
    private @Nullable String id;
    private long part = 1;
    private boolean last;
    private boolean isLastKnown;
    private @Nullable String request;
    private @Nullable String tenant;
    private @Nullable String client;
    private @Nullable String criticality;
    private @Nullable Outcome outcome;
    private @Nullable String status;
    private @Nullable String category;
    private @Nullable String error;
    private @Nullable String refusal;
    private @Nullable String leaked;
    private long micros;
    private long queue;
    private @Nullable Long deadline;
    private double weight = 1;
    private long written;
    private long sampledOut;
    private @Nullable String by;
    private @Nullable String mode;
    private @Nullable String why;
    private long units;
    private long unlisted;

    void take(String name, RecordFields fields) {
        switch (name) {
            case "kind" -> kind = known(fields.text());
            case "at" -> at = fields.instant();
            case "service" -> service = fields.text();
            case "instance" -> instance = known(fields.text());
            case "release" -> release = fields.text();
            case "operation" -> operation = fields.text();
            case "id" -> id = fields.text();
            case "part" -> part = fields.number(1);
            case "last" -> {
                last = fields.truth();
                isLastKnown = true;
            }
            case "request" -> request = fields.text();
            case "tenant" -> tenant = fields.text();
            case "client" -> client = fields.text();
            case "criticality" -> criticality = fields.text();
            case "written" -> written = fields.number(0);
            case "sampled_out" -> sampledOut = fields.number(0);
            case "by" -> by = fields.text();
            case "mode" -> mode = fields.text();
            case "why" -> why = fields.text();
            case "units" -> units = fields.number(0);
            case "unlisted" -> unlisted = fields.number(0);
            default -> takeEnd(name, fields);
        }
    }

    /** How it went. */
    private void takeEnd(String name, RecordFields fields) {
        switch (name) {
            case "outcome" -> outcome = fields.outcome();
            case "status" -> status = fields.text();
            case "category" -> category = fields.text();
            case "error" -> error = fields.text();
            case "refusal" -> refusal = fields.text();
            case "leaked" -> leaked = fields.text();
            case "us" -> micros = fields.number(0);
            case "queue_us" -> queue = fields.number(0);
            case "deadline_us" -> deadline = fields.numberOrNull();
            case "weight" -> weight = Math.clamp(fields.real(1), 1, 1e12);
            default -> fields.skip();
        }
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What has come; null if it is not enough. */
    @Nullable LogRecord record() {
        if (at == null || service == null || service.isEmpty()) {
            return null;
        }
        var origin = new RecordSite(at, service, instance, release);
        return switch (kind) {
            case "" -> null;
            case "work" -> operation == null || id == null ? null : work(origin, operation, id);
            case "contributors" -> told(origin);
            case "health" -> step(origin);
            case "accounting" -> new AccountingRecord(origin, written, sampledOut, dropped);
            default -> new PulseRecord(origin);
        };
    }

    private LogRecord told(RecordSite origin) {
        Facet facet = TopListFields.facet(by);
        return facet == null
                ? new PulseRecord(origin)
                : new ToldContributors(origin, facet, TopListFields.list(units, unlisted, top, isTopCut));
    }

    private LogRecord step(RecordSite origin) {
        for (WriterMode known : WriterMode.values()) {
            if (known.label().equals(mode)) {
                return new WriterStep(origin, known, why);
            }
        }
        return new PulseRecord(origin);
    }

    private WorkRecord work(RecordSite origin, String operation, String id) {
        return new WorkRecord(
                origin,
                operation,
                id,
                (int) Math.min(part, Integer.MAX_VALUE),
                last || !isLastKnown,
                trace,
                parent,
                request,
                tenant,
                client,
                criticality,
                outcome,
                status,
                category,
                error,
                refusal,
                leaked,
                micros,
                queue,
                deadline,
                weight,
                Collections.unmodifiableMap(details),
                List.copyOf(dependencies),
                List.copyOf(calls),
                isCut);
    }
}
