package io.goodput.telemetry.text;

/** How records are written: JSON lines, unless another is brought. */
public interface RecordFormat {
    /** A JSON object a line. */
    RecordFormat JSON = new RecordFormat() {
        @Override
        public String ending() {
            return "jsonl";
        }

        @Override
        public RecordEncoder encoder(FieldRules rules) {
            return new JsonFields(rules);
        }
    };

    /** What a file's name says of it, lower-case letters only: {@code jsonl}. */
    String ending();

    /** What writes one record after the other, for one thread. */
    RecordEncoder encoder(FieldRules rules);
}
