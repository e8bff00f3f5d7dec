package io.goodput.bench.telemetry;

import io.goodput.ion.IonFormat;
import io.goodput.ion.IonLines;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A record of Ion, of a whole frame of them, as the line of JSON that readers stand on. */
@State(Scope.Thread)
public class DecodingBenchmark {
    private static final int RECORDS = 256;

    private final IonLines lines = new IonLines();
    private final byte[] frame;

    /** The records differ in their numbers and ids. */
    public DecodingBenchmark() {
        RecordEncoder ion = IonFormat.BINARY.encoder(FieldRules.none());
        var random = new SplittableRandom(1);
        var all = new ByteArrayOutputStream(FrameHead.MOST_LENGTH);
        for (int i = 0; i < RECORDS; i++) {
            ion.begin();
            new SoakRecord(random, 1_796_000_000_000_000_000L + i * 1000L).writeTo(ion);
            all.write(ion.bytes(), 0, ion.end());
        }
        frame = all.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public byte[] goodputIonAsLines() {
        return java.util.Objects.requireNonNull(lines.of(frame));
    }
}
