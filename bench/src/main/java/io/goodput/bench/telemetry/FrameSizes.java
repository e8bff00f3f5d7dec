package io.goodput.bench.telemetry;

import com.github.luben.zstd.ZstdOutputStream;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.JsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How large the same records are in frames with heads and in one frame, at several levels: {@code bench/records sizes}.
 */
public final class FrameSizes {
    private static final int RECORDS = 300_000;
    private static final int[] LEVELS = {1, 3, 6};

    private final boolean wide;

    private FrameSizes(boolean wide) {
        this.wide = wide;
    }

    /** Takes nothing. */
    public static void main(String... arguments) throws IOException {
        for (boolean wide : new boolean[] {false, true}) {
            for (int level : LEVELS) {
                new FrameSizes(wide).print(level);
            }
        }
    }

    private void print(int level) throws IOException {
        var fields = new JsonFields(FieldRules.none());
        var random = new SplittableRandom(1);
        var whole = new ByteArrayOutputStream();
        long json = 0;
        long framed = 0;
        long frames = 0;
        long nanos = 0;
        try (var one = new ZstdOutputStream(whole, level);
                var frame = new FrameBuffer(level)) {
            for (int i = 0; i < RECORDS; i++) {
                int bytes = encode(fields, new SoakRecord(random, 1_796_000_000_000_000_000L + i * 2000L, wide));
                one.write(fields.bytes(), 0, bytes);
                json += bytes;
                if (!frame.fits(bytes)) {
                    long start = System.nanoTime();
                    framed += frame.encode().remaining();
                    nanos += System.nanoTime() - start;
                    frames++;
                    frame.clear();
                }
                frame.add(fields.bytes(), bytes, i);
            }
            framed += frame.encode().remaining();
        }
        System.out.printf(
                Locale.ROOT,
                "%d bytes a record, level %d: one frame %.3f, frames %.3f, of which heads %.4f; %d ns a record%n",
                json / RECORDS,
                level,
                (double) whole.size() / json,
                (double) framed / json,
                (double) (frames + 1) * FrameHead.BYTES / json,
                nanos / RECORDS);
    }

    private static int encode(JsonFields fields, Outgoing record) {
        fields.begin();
        record.writeTo(fields);
        return fields.end();
    }
}
