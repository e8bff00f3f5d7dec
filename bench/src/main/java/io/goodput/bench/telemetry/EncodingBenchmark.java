package io.goodput.bench.telemetry;

import io.goodput.ion.IonFormat;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import io.goodput.telemetry.text.RecordFormat;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A record of 12 fields, beside those that all records have: as a line of JSON, as Ion by hand-made code and by its
 * library, in frames of 64 KiB that each stand alone.
 */
@State(Scope.Thread)
public class EncodingBenchmark {
    private static final int RECORDS = 1024;

    /** So many records of Ion have room in a frame, about. */
    private static final int RECORDS_A_FRAME = 512;

    private final RecordEncoder json = RecordFormat.JSON.encoder(FieldRules.none());
    private final RecordEncoder ion = IonFormat.BINARY.encoder(FieldRules.none());
    private final IonJavaFields library = new IonJavaFields();
    private final Outgoing[] records = new Outgoing[RECORDS];
    private int next;
    private int bytes;

    /** The records differ in their numbers and ids. */
    public EncodingBenchmark() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < RECORDS; i++) {
            records[i] = new SoakRecord(random, 1_796_000_000_000_000_000L + i * 1000L);
        }
    }

    @Benchmark
    public int goodputJson() {
        return encode(json);
    }

    @Benchmark
    public int goodputIon() {
        return encode(ion);
    }

    private int encode(RecordEncoder encoder) {
        encoder.begin();
        records[next++ & (RECORDS - 1)].writeTo(encoder);
        int length = encoder.end();
        bytes += length;
        if (bytes > FrameHead.MOST_LENGTH) {
            encoder.beginFrame();
            bytes = 0;
        }
        return length;
    }

    @Benchmark
    public int ionJava() {
        records[next++ & (RECORDS - 1)].writeTo(library);
        return next % RECORDS_A_FRAME == 0 ? library.nextFrame() : 0;
    }
}
