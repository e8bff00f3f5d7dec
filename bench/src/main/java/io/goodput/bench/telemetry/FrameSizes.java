package io.goodput.bench.telemetry;

import com.github.luben.zstd.ZstdOutputStream;
import io.goodput.ion.IonFormat;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import io.goodput.telemetry.text.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How large the same records are in frames with heads and in one frame, in both formats and at several levels:
 * {@code bench/records sizes}. Shares are of the JSON.
 */
public final class FrameSizes {
    private static final int RECORDS = 300_000;
    private static final int[] LEVELS = {1, 3, 6};

    private final boolean wide;
    private final RecordFormat format;

    private FrameSizes(boolean wide, RecordFormat format) {
        this.wide = wide;
        this.format = format;
    }

    /** Takes nothing. */
    public static void main(String... arguments) throws IOException {
        for (boolean wide : new boolean[] {false, true}) {
            for (RecordFormat format : new RecordFormat[] {RecordFormat.JSON, IonFormat.BINARY}) {
                for (int level : LEVELS) {
                    new FrameSizes(wide, format).print(level);
                }
            }
        }
    }

    private void print(int level) throws IOException {
        RecordEncoder json = RecordFormat.JSON.encoder(FieldRules.none());
        RecordEncoder fields = format.encoder(FieldRules.none());
        var random = new SplittableRandom(1);
        var whole = new ByteArrayOutputStream();
        long asJson = 0;
        long plain = 0;
        long framed = 0;
        long frames = 0;
        long nanos = 0;
        try (var one = new ZstdOutputStream(whole, level);
                var frame = new FrameBuffer(level)) {
            for (int i = 0; i < RECORDS; i++) {
                var record = new SoakRecord(random, 1_796_000_000_000_000_000L + i * 2000L, wide);
                asJson += encode(json, record);
                int bytes = encode(fields, record);
                if (!frame.fits(bytes)) {
                    long start = System.nanoTime();
                    framed += frame.encode().remaining();
                    nanos += System.nanoTime() - start;
                    frames++;
                    frame.clear();
                    fields.beginFrame();
                    bytes = encode(fields, record);
                }
                one.write(fields.bytes(), 0, bytes);
                plain += bytes;
                frame.add(fields.bytes(), bytes, i);
            }
            framed += frame.encode().remaining();
        }
        System.out.printf(
                Locale.ROOT,
                "%d bytes a record as %s, level %d: one frame %.3f, frames %.3f, of which heads %.4f; %d ns a record%n",
                plain / RECORDS,
                format.ending(),
                level,
                (double) whole.size() / asJson,
                (double) framed / asJson,
                (double) (frames + 1) * FrameHead.BYTES / asJson,
                nanos / RECORDS);
    }

    private static int encode(RecordEncoder fields, Outgoing record) {
        fields.begin();
        record.writeTo(fields);
        return fields.end();
    }
}
