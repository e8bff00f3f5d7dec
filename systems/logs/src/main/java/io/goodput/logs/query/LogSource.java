package io.goodput.logs.query;

import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.scan.ScanField;
import io.goodput.logs.scan.ScanField.Form;
import io.goodput.logs.scan.ScanTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of records, with the fields that tables are made of, as docs/telemetry/records.md has them. */
@SuppressWarnings("ImmutableEnumChecker") // The list is one that cannot be changed.
enum LogSource {
    WORK(
            "work",
            Stream.of(
                    form(
                            Form.TEXT,
                            "operation id trace parent request tenant client criticality outcome status category error"
                                    + " refusal leaked size kept"),
                    form(Form.WHOLE, "part us queue_us queue_depth deadline_us bytes_in bytes_out"),
                    form(Form.TRUTH, "last"),
                    form(Form.REAL, "weight"),
                    form(Form.JSON, "counts times values details dependencies calls cut"))),
    ACCOUNTING(
            "accounting",
            Stream.of(form(Form.WHOLE, "begun open written sampled_out late leaked"), form(Form.JSON, "dropped"))),
    HEALTH(
            "health",
            Stream.of(form(Form.TEXT, "mode why"), form(Form.WHOLE, "free_bytes"), form(Form.REAL, "free_share"))),
    POLICY("policy", Stream.of(form(Form.TEXT, "policy name"), form(Form.JSON, "counts"))),
    PROCESS(
            "process",
            Stream.of(
                    form(
                            Form.WHOLE,
                            "cpu_us heap_bytes heap_max_bytes gc_us gc_pauses threads descriptors descriptors_max"
                                    + " disk_free_bytes up_us"),
                    form(Form.REAL, "cpus"))),
    LINES(null, Stream.of(List.of(new ScanField("line", Form.LINE)), form(Form.TEXT, "kind")));

    private final @Nullable String kind;
    private final List<ScanField> fields;

    LogSource(@Nullable String kind, Stream<List<ScanField>> own) {
        this.kind = kind;
        this.fields = Stream.concat(
                        Stream.of(form(Form.INSTANT, "at"), form(Form.TEXT, "service instance release")), own)
                .flatMap(List::stream)
                .toList();
    }

    private static List<ScanField> form(Form form, String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> new ScanField(name, form))
                .toList();
    }

    /** What it is called in SQL, where nobody has to know it. */
    String function() {
        return kind == null ? "records_of_all" : "records_of_" + kind;
    }

    ScanTable table(List<Path> files, LogFileReader reader) {
        return new ScanTable(function(), kind, fields, files, reader);
    }
}
