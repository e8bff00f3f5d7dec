package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The array of calls, and in each that of its attempts. */
final class CallFields {
    private String dependency = "";
    private @Nullable String operation;
    private long at;
    private long micros;
    private @Nullable Outcome outcome;
    private @Nullable String refusal;
    private @Nullable Long deadline;
    private final List<AttemptRecord> attempts = new ArrayList<>();

    private CallFields() {}

    static void readAll(RecordFields fields, List<CallRecord> all) {
        if (fields.openArray()) {
            while (fields.openNext()) {
                all.add(new CallFields().read(fields));
            }
        }
    }

    private CallRecord read(RecordFields fields) {
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "dependency" -> {
                    String text = fields.text();
                    dependency = text == null ? "" : text;
                }
                case "operation" -> operation = fields.text();
                case "at_us" -> at = fields.number(0);
                case "us" -> micros = fields.number(0);
                case "outcome" -> outcome = fields.outcome();
                case "refusal" -> refusal = fields.text();
                case "deadline_us" -> deadline = fields.numberOrNull();
                case "attempts" -> AttemptFields.readAll(fields, attempts);
                default -> fields.skip();
            }
        }
        return new CallRecord(dependency, operation, at, micros, outcome, refusal, deadline, List.copyOf(attempts));
    }
}
