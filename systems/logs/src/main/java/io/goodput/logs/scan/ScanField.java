package io.goodput.logs.scan;

import io.goodput.duckdb.RowTable.RowType;

/**
 * A field of a record, and what to make of its value. A value of another type than it should be is no value, unless it
 * is to be text, which everything is.
 *
 * @param name as in the record
 */
public record ScanField(String name, Form form) {
    /** What becomes of a value. */
    public enum Form {
        /** Text, without its escapes; what is no text as it stands in the record. */
        TEXT(RowType.TEXT),
        /** A number without its fraction. */
        WHOLE(RowType.WHOLE),
        /** A number. */
        REAL(RowType.REAL),
        /** True or false. */
        TRUTH(RowType.TRUTH),
        /** An instant, in microseconds since 1970. */
        INSTANT(RowType.WHOLE),
        /** Whatever it is, as JSON. */
        JSON(RowType.TEXT),
        /** Not a field, but the line that the record is. */
        LINE(RowType.TEXT);

        private final RowType type;

        Form(RowType type) {
            this.type = type;
        }

        /** The type of its column. */
        public RowType type() {
            return type;
        }
    }
}
