package io.goodput.ion;

import com.amazon.ion.IntegerSize;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.Timestamp;
import io.goodput.telemetry.record.FieldWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;

/**
 * A record of Ion, told to another format field by field. What no record has, such as a decimal or a blob of another
 * length than ids have, is left out.
 */
final class IonRecord {
    private static final String CUT = "cut";
    private static final int DEEPEST = 15;

    private final IonReader in;
    private final FieldWriter out;
    private final byte[] id = new byte[2 * Long.BYTES];

    IonRecord(IonReader in, FieldWriter out) {
        this.in = in;
        this.out = out;
    }

    /** That at which the reader stands. */
    void tell() {
        members(1);
    }

    private void members(int depth) {
        out.beginObject();
        in.stepIn();
        for (IonType type = in.next(); type != null; type = in.next()) {
            String name = in.getFieldName();
            if (depth == 1 && type == IonType.LIST && CUT.equals(name)) {
                cut();
            } else {
                out.name(name);
                value(type, depth);
            }
        }
        in.stepOut();
        out.endObject();
    }

    private void elements(int depth) {
        out.beginArray();
        in.stepIn();
        for (IonType type = in.next(); type != null; type = in.next()) {
            value(type, depth);
        }
        in.stepOut();
        out.endArray();
    }

    private void cut() {
        in.stepIn();
        for (IonType type = in.next(); type != null; type = in.next()) {
            if (IonType.isText(type) && !in.isNullValue()) {
                out.cut(in.stringValue());
            }
        }
        in.stepOut();
    }

    private void value(IonType type, int depth) {
        if (in.isNullValue()) {
            out.text(null);
            return;
        }
        switch (type) {
            case STRING, SYMBOL -> out.text(in.stringValue());
            case INT -> whole();
            case FLOAT -> out.number(in.doubleValue());
            case BOOL -> out.truth(in.booleanValue());
            case TIMESTAMP -> instant(in.timestampValue());
            case BLOB -> bytes();
            case STRUCT -> nested(true, depth);
            case LIST -> nested(false, depth);
            default -> out.text(null);
        }
    }

    private void nested(boolean isObject, int depth) {
        if (depth == DEEPEST) {
            out.text(null);
        } else if (isObject) {
            members(depth + 1);
        } else {
            elements(depth + 1);
        }
    }

    private void whole() {
        if (in.getIntegerSize() == IntegerSize.BIG_INTEGER) {
            out.text(null);
        } else {
            out.number(in.longValue());
        }
    }

    private void instant(Timestamp at) {
        BigDecimal nanos = at.getDecimalMillis().movePointRight(6);
        out.instant(nanos.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private void bytes() {
        int length = in.byteSize();
        if (length != Long.BYTES && length != id.length) {
            out.text(null);
            return;
        }
        in.getBytes(id, 0, length);
        ByteBuffer read = ByteBuffer.wrap(id);
        if (length == Long.BYTES) {
            out.hex(read.getLong());
        } else {
            out.hex(read.getLong(), read.getLong());
        }
    }
}
