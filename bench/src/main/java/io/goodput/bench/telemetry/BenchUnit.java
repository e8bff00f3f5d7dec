package io.goodput.bench.telemetry;

import io.goodput.Outcome;
import io.goodput.telemetry.record.DependencyVisitor;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Kept;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A unit of work that succeeded, of another trace and tenant each time. */
class BenchUnit implements EndedUnit {
    private static final int TENANTS = 1_024;
    private static final List<String> NAMES =
            IntStream.range(0, TENANTS).mapToObj(i -> "tenant-" + i).toList();

    private long count;
    private int tenant;

    BenchUnit next() {
        count++;
        // The first tenants come far more often than the last.
        int spread = (int) ((count * 0x9e3779b9L) >>> 8) & (TENANTS - 1);
        tenant = spread * spread / TENANTS;
        return this;
    }

    @Override
    public int operationIndex() {
        return 0;
    }

    @Override
    public String operation() {
        return "place-order";
    }

    @Override
    public Outcome outcome() {
        return Outcome.SUCCESS;
    }

    @Override
    public long durationNanos() {
        return 1_000_000;
    }

    @Override
    public @Nullable String category() {
        return null;
    }

    @Override
    public String tenant() {
        return NAMES.get(tenant);
    }

    @Override
    public String client() {
        return "web";
    }

    @Override
    public int part() {
        return 1;
    }

    @Override
    public boolean goesOn() {
        return false;
    }

    @Override
    public void eachDependency(DependencyVisitor visitor) {
        // It used none.
    }

    @Override
    public void keep(Kept why, double weight) {
        // Nobody reads it.
    }

    @Override
    public int heldBytes() {
        return 1_000;
    }

    @Override
    public long epochNanos() {
        return count;
    }

    @Override
    public long traceHigh() {
        return 1;
    }

    @Override
    public long traceLow() {
        return count;
    }

    @Override
    public long span() {
        return traceLow() | 1;
    }

    @Override
    public long parentSpan() {
        return 0;
    }

    @Override
    public boolean isError() {
        return false;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void writeTo(FieldWriter out) {
        out.beginObject().endObject();
    }

    @Override
    public void release() {
        // It is used again all the time.
    }
}
