package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.duckdb.RowSink;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.scan.ScanField.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wanted fields of one line after the other. A line is left as soon as all of them are found, or when it
 * shows that it is of another kind or time than was asked for. Not thread-safe.
 */
final class LineScanner {
    private static final String KIND = "kind";
    private static final String TIME = "at";
    private static final int NOWHERE = -1;

    private final List<ScanField> fields = new ArrayList<>();
    /** Of each field; {@link #NOWHERE} of those that only decide whether the line counts. */
    private final int[] columns;

    private final Form[] forms;

    private final WantedFields names;
    private final FieldOrder order = new FieldOrder();
    private final InstantReader instants = new InstantReader();
    /** Of the field that is expected next. */
    private int place;

    private final byte @Nullable [] kind;
    private final TimeBounds bounds;
    private final int kindField;
    private final int timeField;
    private int lineColumn = NOWHERE;

    private boolean isAccepted;
    private boolean isOfKind;
    private boolean isInTime;
    private long strange;

    /**
     * @param wanted the number of a column is its place here
     * @param kind of the records that count; null for all lines
     */
    LineScanner(List<ScanField> wanted, @Nullable String kind, TimeBounds bounds) {
        this.kind = kind == null ? null : kind.getBytes(UTF_8);
        this.bounds = bounds;
        columns = new int[wanted.size() + 2];
        Arrays.fill(columns, NOWHERE);
        for (int column = 0; column < wanted.size(); column++) {
            if (wanted.get(column).form() == Form.LINE) {
                lineColumn = column;
            } else {
                columns[fields.size()] = column;
                fields.add(wanted.get(column));
            }
        }
        kindField = kind == null ? NOWHERE : found(KIND, Form.TEXT);
        timeField = bounds.isOpen() ? NOWHERE : found(TIME, Form.INSTANT);
        names = new WantedFields(fields.stream().map(ScanField::name).toList());
        forms = fields.stream().map(ScanField::form).toArray(Form[]::new);
    }

    /** Its number; it is added if nobody wants it for itself. */
    private int found(String name, Form form) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        fields.add(new ScanField(name, form));
        return fields.size() - 1;
    }

    /** Whether the last line counted, so that its row stands. */
    boolean isAccepted() {
        return isAccepted;
    }

    /** How many lines were no object of JSON, as far as they were looked at. */
    long strange() {
        return strange;
    }

    /**
     * Reads a line.
     *
     * @param from where it begins
     * @param end of the block, whose last byte is a line feed
     * @return where the next one begins
     */
    int scan(byte[] bytes, int from, int end, RowSink sink, int row) {
        isOfKind = kind == null;
        isInTime = bounds.isOpen();
        isAccepted = false;
        int begin = JsonSkip.blanks(bytes, from);
        if (bytes[begin] == '\n') {
            return begin + 1;
        }
        int at = bytes[begin] == '{' ? fields(bytes, begin + 1, sink, row) : NOWHERE;
        if (at == NOWHERE) {
            strange++;
        }
        int lineFeed = JsonSkip.lineFeed(bytes, Math.max(at, begin), end);
        isAccepted = at != NOWHERE && isOfKind && isInTime;
        if (!isAccepted) {
            sink.clear(row);
        } else if (lineColumn != NOWHERE) {
            json(bytes, begin, lineFeed, sink, lineColumn, row);
        }
        return lineFeed + 1;
    }

    /** How far it had to look, or {@link #NOWHERE} if this is no JSON. */
    private int fields(byte[] bytes, int from, RowSink sink, int row) {
        int missing = fields.size();
        int at = JsonSkip.blanks(bytes, from);
        place = 0;
        while (missing > 0 && bytes[at] != '}') {
            int known = order.find(bytes, at, place);
            int field;
            int value;
            if (known != FieldOrder.UNKNOWN) {
                place = known + 1;
                field = order.number(known);
                value = JsonSkip.blanks(bytes, at + order.length(known));
            } else {
                int colon = colon(bytes, at);
                if (colon == NOWHERE) {
                    return NOWHERE;
                }
                field = learn(bytes, at, colon);
                value = JsonSkip.blanks(bytes, colon + 1);
            }
            int valueEnd = valueEnd(bytes, value);
            int next = JsonSkip.blanks(bytes, valueEnd);
            if (value == valueEnd || (bytes[next] != ',' && bytes[next] != '}')) {
                return NOWHERE;
            }
            if (field != WantedFields.NONE) {
                if (!take(field, bytes, value, valueEnd, sink, row)) {
                    return next;
                }
                missing--;
            }
            at = bytes[next] == ',' ? JsonSkip.blanks(bytes, next + 1) : next;
        }
        return at;
    }

    /** Where the colon behind the name is that begins here; {@link #NOWHERE} if it is no name. */
    private static int colon(byte[] bytes, int name) {
        int end = bytes[name] == '"' ? JsonSkip.text(bytes, name + 1) : name;
        int colon = bytes[end] == '"' ? JsonSkip.blanks(bytes, end + 1) : end;
        return bytes[colon] == ':' ? colon : NOWHERE;
    }

    private int learn(byte[] bytes, int name, int colon) {
        int end = JsonSkip.text(bytes, name + 1);
        int field = names.find(bytes, name + 1, end - name - 1);
        if (colon == end + 1) {
            place = order.learn(bytes, name, colon + 1, field, place);
        }
        return field;
    }

    private static int valueEnd(byte[] bytes, int from) {
        return switch (bytes[from]) {
            case '"' -> {
                int quote = JsonSkip.text(bytes, from + 1);
                yield bytes[quote] == '"' ? quote + 1 : quote;
            }
            case '{', '[' -> JsonSkip.nested(bytes, from);
            default -> JsonSkip.scalar(bytes, from);
        };
    }

    /** Whether the line can still count. */
    private boolean take(int field, byte[] bytes, int from, int to, RowSink sink, int row) {
        if (field == kindField) {
            isOfKind = kind != null && Arrays.equals(kind, 0, kind.length, bytes, from + 1, Math.max(from + 1, to - 1));
        }
        if (field == timeField) {
            isInTime = bytes[from] == '"' && bounds.contains(instants.micros(bytes, from + 1, to - 1));
        }
        boolean counts = (field != kindField || isOfKind) && (field != timeField || isInTime);
        if (counts && columns[field] != NOWHERE) {
            tell(forms[field], bytes, from, to, sink, columns[field], row);
        }
        return counts;
    }

    private void tell(Form form, byte[] bytes, int from, int to, RowSink sink, int column, int row) {
        boolean isText = bytes[from] == '"';
        switch (form) {
            case TEXT -> {
                if (isText) {
                    text(bytes, from + 1, to - 1, sink, column, row);
                } else if (bytes[from] != 'n') {
                    json(bytes, from, to, sink, column, row);
                }
            }
            case JSON, LINE -> json(bytes, from, to, sink, column, row);
            case WHOLE -> {
                long value = JsonNumbers.whole(bytes, from, to);
                if (value != JsonNumbers.NONE) {
                    sink.whole(column, row, value);
                }
            }
            case REAL -> {
                double value = JsonNumbers.real(bytes, from, to);
                if (!Double.isNaN(value)) {
                    sink.real(column, row, value);
                }
            }
            case TRUTH -> {
                if (bytes[from] == 't' || bytes[from] == 'f') {
                    sink.truth(column, row, bytes[from] == 't');
                }
            }
            case INSTANT -> {
                long micros = isText ? instants.micros(bytes, from + 1, to - 1) : JsonNumbers.NONE;
                if (micros != JsonNumbers.NONE) {
                    sink.whole(column, row, micros);
                }
            }
        }
    }

    private static void text(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
        if (JsonStrings.isPlain(bytes, from, to)) {
            sink.text(column, row, bytes, from, to - from);
        } else {
            byte[] decoded = JsonStrings.decoded(bytes, from, to);
            sink.text(column, row, decoded, 0, decoded.length);
        }
    }

    private static void json(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
        if (JsonStrings.isPlain(bytes, from, to)) {
            sink.text(column, row, bytes, from, to - from);
        } else {
            byte[] raw = JsonStrings.raw(bytes, from, to);
            sink.text(column, row, raw, 0, raw.length);
        }
    }
}
