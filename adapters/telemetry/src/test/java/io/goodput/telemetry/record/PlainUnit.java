package io.goodput.telemetry.record;

import io.goodput.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit of work that says what it is told to, and remembers what became of it. */
public final class PlainUnit implements EndedUnit {
    /** Attempts at a dependency. */
    public record Used(int index, String dependency, Outcome outcome, long attempts, long nanos) {}

    private int operationIndex;
    private String operation = "place-order";
    private Outcome outcome = Outcome.SUCCESS;
    private long nanos = 1_000_000;
    private @Nullable String category;
    private @Nullable String tenant;
    private @Nullable String client;
    private long traceHigh;
    private long traceLow;
    private int part = 1;
    private boolean goesOn;
    private List<Used> used = List.of();
    private @Nullable Kept kept;
    private double weight;
    private int released;

    private PlainUnit() {}

    /** Of a trace; it succeeded within a millisecond. */
    public static PlainUnit of(long traceHigh, long traceLow) {
        var unit = new PlainUnit();
        unit.traceHigh = traceHigh;
        unit.traceLow = traceLow;
        return unit;
    }

    public PlainUnit operation(int index, String name) {
        operationIndex = index;
        operation = name;
        return this;
    }

    public PlainUnit outcome(Outcome how) {
        outcome = how;
        return this;
    }

    public PlainUnit nanos(long took) {
        nanos = took;
        return this;
    }

    public PlainUnit category(String cause) {
        category = cause;
        return this;
    }

    public PlainUnit tenant(String whom) {
        tenant = whom;
        return this;
    }

    public PlainUnit client(String through) {
        client = through;
        return this;
    }

    public PlainUnit part(int number, boolean more) {
        part = number;
        goesOn = more;
        return this;
    }

    public PlainUnit used(Used... what) {
        used = List.of(what);
        return this;
    }

    /** Why it is written; null if nobody has decided so. */
    public @Nullable Kept kept() {
        return kept;
    }

    public double weight() {
        return weight;
    }

    public int released() {
        return released;
    }

    @Override
    public int operationIndex() {
        return operationIndex;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public long durationNanos() {
        return nanos;
    }

    @Override
    public @Nullable String category() {
        return category;
    }

    @Override
    public @Nullable String tenant() {
        return tenant;
    }

    @Override
    public @Nullable String client() {
        return client;
    }

    @Override
    public int part() {
        return part;
    }

    @Override
    public boolean goesOn() {
        return goesOn;
    }

    @Override
    public void eachDependency(DependencyVisitor visitor) {
        used.forEach(
                each -> visitor.ended(each.index(), each.dependency(), each.outcome(), each.attempts(), each.nanos()));
    }

    @Override
    public void keep(Kept why, double many) {
        kept = why;
        weight = many;
    }

    @Override
    public int heldBytes() {
        return 1_000;
    }

    @Override
    public long epochNanos() {
        return 1_700_000_000_000_000_000L;
    }

    @Override
    public long traceHigh() {
        return traceHigh;
    }

    @Override
    public long traceLow() {
        return traceLow;
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
        return outcome != Outcome.SUCCESS && outcome != Outcome.CANCELLED;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void writeTo(FieldWriter out) {
        out.beginObject().name("operation").text(operation).endObject();
    }

    @Override
    public void release() {
        released++;
    }
}
