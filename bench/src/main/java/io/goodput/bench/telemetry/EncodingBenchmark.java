package io.goodput.bench.telemetry;

import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.JsonFields;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A record of 12 fields, beside those that all records have, as a line of JSON. */
@State(Scope.Thread)
public class EncodingBenchmark {
    private static final int RECORDS = 1024;

    private final JsonFields fields = new JsonFields(FieldRules.none());
    private final Outgoing[] records = new Outgoing[RECORDS];
    private int next;

    /** The records differ in their numbers and ids. */
    public EncodingBenchmark() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < RECORDS; i++) {
            records[i] = new SoakRecord(random, 1_796_000_000_000_000_000L + i * 1000L);
        }
    }

    @Benchmark
    public int goodputJson() {
        fields.begin();
        records[next++ & (RECORDS - 1)].writeTo(fields);
        return fields.end();
    }
}
