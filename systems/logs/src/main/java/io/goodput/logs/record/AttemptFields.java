package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The array of attempts of a call. */
final class AttemptFields {
    private long n;
    private @Nullable String span;
    private boolean isHedge;
    private @Nullable String resource;
    private long at;
    private long micros;
    private @Nullable Outcome outcome;
    private @Nullable String status;
    private @Nullable String category;
    private @Nullable String error;
    private @Nullable Long deadline;

    private AttemptFields() {}

    static void readAll(RecordFields fields, List<AttemptRecord> all) {
        if (fields.openArray()) {
            while (fields.openNext()) {
                all.add(new AttemptFields().read(fields));
            }
        }
    }

    private AttemptRecord read(RecordFields fields) {
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "n" -> n = fields.number(0);
                case "span" -> span = fields.text();
                case "hedge" -> isHedge = fields.truth();
                case "resource" -> resource = fields.text();
                case "at_us" -> at = fields.number(0);
                case "us" -> micros = fields.number(0);
                case "outcome" -> outcome = fields.outcome();
                case "status" -> status = fields.text();
                case "category" -> category = fields.text();
                case "error" -> error = fields.text();
                case "deadline_us" -> deadline = fields.numberOrNull();
                default -> fields.skip();
            }
        }
        int number = (int) Math.min(n, Integer.MAX_VALUE);
        return new AttemptRecord(
                number, span, isHedge, resource, at, micros, outcome, status, category, error, deadline);
    }
}
