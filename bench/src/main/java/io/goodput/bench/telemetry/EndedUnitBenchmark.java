package io.goodput.bench.telemetry;

import io.goodput.Outcome;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.sample.Sampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A unit of work has ended: it is judged, or counted. It reads no clock; the time stands still. */
@State(Scope.Benchmark)
public class EndedUnitBenchmark {
    private final Ledger ledger = new Ledger();
    private final Sampler sampler = new Sampler(Sampler.Settings.STANDARD, ledger, _ -> {});
    private final Aggregates aggregates = Meters.goodput();

    /** A full reservoir: hardly any more units come in. */
    public EndedUnitBenchmark() {
        var unit = new BenchUnit();
        for (int i = 0; i < 1_000_000; i++) {
            sampler.ended(unit.next(), 0);
        }
    }

    /** A unit of each thread. */
    @State(Scope.Thread)
    public static class Mine {
        private final BenchUnit unit = new BenchUnit();
    }

    /** Nearly all are left out. */
    @Benchmark
    public void sampledOut(Mine mine) {
        sampler.ended(mine.unit.next(), 0);
    }

    /** By operation and outcome, and by tenant and client, of whom there are a thousand. */
    @Benchmark
    public void counted(Mine mine) {
        aggregates.heard(mine.unit.next(), 0);
    }

    /** The same, with how many there are at a time. */
    @Benchmark
    public void countedFromBegin(Mine mine) {
        aggregates.began(0, "place-order", 0);
        aggregates.heard(mine.unit.next(), 0);
    }

    /** One attempt at a dependency, from its beginning to its end. */
    @Benchmark
    public void attemptCounted() {
        aggregates.attempting(0, "inventory", 0);
        aggregates.attempted(0, "inventory", Outcome.SUCCESS, 1_000_000, 1_000_000);
    }
}
