package io.goodput.ion;

import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import io.goodput.telemetry.frame.FrameLines;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.JsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Frames of either format as lines of JSON: each line is what would have been written as JSON in the first place. What
 * begins like neither, and Ion that cannot be read to its end, is no frame of records. Not thread-safe.
 */
public final class IonLines implements FrameLines {
    /** The most bytes of a line; a record that is longer as JSON loses fields, and says so. */
    static final int MOST_LINE = 256 << 10;

    private static final IonReaderBuilder READERS = IonReaderBuilder.standard();

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private @Nullable JsonFields json;

    /** Of one file after the other. */
    public IonLines() {}

    @Override
    public byte @Nullable [] of(byte[] records) {
        if (records.length > 0 && records[0] == '{') {
            return records;
        }
        return isIon(records) ? read(records) : null;
    }

    private static boolean isIon(byte[] records) {
        if (records.length < IonBytes.MARKER_BYTES) {
            return false;
        }
        var marker = new byte[IonBytes.MARKER_BYTES];
        IonBytes.marker(marker, 0);
        return java.util.Arrays.equals(records, 0, marker.length, marker, 0, marker.length);
    }

    private byte @Nullable [] read(byte[] records) {
        lines.reset();
        if (json == null) {
            json = new JsonFields(FieldRules.none(), MOST_LINE);
        }
        try (IonReader in = READERS.build(records)) {
            var record = new IonRecord(in, json);
            for (IonType type = in.next(); type != null; type = in.next()) {
                if (type != IonType.STRUCT || in.isNullValue()) {
                    return null;
                }
                json.begin();
                record.tell();
                lines.write(json.bytes(), 0, json.end());
            }
            return lines.toByteArray();
        } catch (IOException | RuntimeException _) {
            // Whatever it is that the library refuses bytes by: they are no Ion.
            return null;
        }
    }
}
