package io.goodput.telemetry.unit;

import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Kept;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a unit, or of a part of one. What its methods are told as {@code mine} says whether the
 * caller is the thread that the unit belongs to.
 */
public final class UnitStory {
    /** Names of what was left out are told; of more it is told that there were more. */
    private static final int MOST_CUT = 16;

    private static final int CLIENT = 0;
    private static final int STATUS = 1;
    private static final int DETAILS = 2;

    /** Memory of what every story has, and at most of what was not declared, about. */
    private static final int BASE_BYTES = 400;

    private static final int EXTRA_BYTES = 4_096;

    private final SheetLayout layout;
    private final Outlet outlet;
    private final SheetCells cells;
    private final Values values;
    private final Dependencies dependencies;
    private final AtomicReference<@Nullable Extras> undeclared = new AtomicReference<>();
    private final AtomicReference<@Nullable Set<String>> cut = new AtomicReference<>();

    private long traceHigh;
    private long traceLow;
    private long span;
    private long parent;
    private @Nullable String request;
    private @Nullable String tenant;
    private Criticality criticality = Criticality.CRITICAL;
    private long deadlineLeft;
    private long startedAt;
    private long endedAt;
    private long epochNanos;
    private int heldBytes;
    private int part;
    private boolean goesOn;
    private Outcome outcome = Outcome.SUCCESS;
    private volatile @Nullable Outcome noted;
    private @Nullable Ended how;
    private @Nullable String refusal;
    private @Nullable String leaked;
    private Kept why = Kept.ALL;
    private double weight;

    UnitStory(SheetLayout layout, Outlet outlet) {
        this.layout = layout;
        this.outlet = outlet;
        this.cells = new SheetCells(layout.blank());
        this.values = new Values(DETAILS + layout.fields(Kind.DETAIL).size());
        this.dependencies = new Dependencies(layout, cells);
    }

    void begin(CallContext context, long now) {
        tenant = Values.kept(context.tenant());
        request = Values.kept(context.requestId());
        criticality = context.criticality();
        deadlineLeft = context.deadline().remaining(now);
        startedAt = now;
        part = 1;
    }

    /** The span that it is, and whose child. */
    public void trace(long high, long low, long span, long parent) {
        traceHigh = high;
        traceLow = low;
        this.span = span;
        this.parent = parent;
    }

    /** A declared number. */
    public void tell(boolean mine, Kind kind, int base, long value) {
        kind.tell(cells, mine, base, value);
    }

    /** A number that was not declared. */
    public void tell(Kind kind, String name, long value) {
        Extra extra = undeclared(kind, name);
        if (extra != null) {
            kind.tell(extra.cells, false, 0, value);
        }
    }

    /** A declared detail: text. */
    public void text(int place, @Nullable CharSequence text, boolean secret) {
        values.text(DETAILS + place, text, secret);
    }

    /** A declared detail: a number. */
    public void number(boolean mine, int place, long number) {
        values.number(mine, DETAILS + place, number);
    }

    /** A declared detail: true or false. */
    public void truth(boolean mine, int place, boolean truth) {
        values.truth(mine, DETAILS + place, truth);
    }

    /** A detail that was not declared: text. */
    public void text(String name, @Nullable CharSequence text, boolean secret) {
        value(name, Values.kept(text, secret));
    }

    /** A detail that was not declared: a number, true or false. */
    public void value(String name, @Nullable Object value) {
        Extra extra = undeclared(Kind.DETAIL, name);
        if (extra != null) {
            extra.value = value;
        }
    }

    private @Nullable Extra undeclared(Kind kind, String name) {
        Extras there = undeclared.get();
        if (there == null) {
            var made = new Extras(layout.undeclared());
            there = undeclared.compareAndSet(null, made) ? made : Objects.requireNonNull(undeclared.get());
        }
        Extra extra = there.of(name, kind, 0, kind.blankRow());
        if (extra == null) {
            cut(name);
        }
        return extra;
    }

    /** Something of this name is left out. */
    void cut(String name) {
        Set<String> names = cut.updateAndGet(there -> there == null ? ConcurrentHashMap.newKeySet() : there);
        Objects.requireNonNull(names).add(names.size() < MOST_CUT ? name : "more");
    }

    /** Through what it came. */
    public void client(@Nullable CharSequence client) {
        values.text(CLIENT, client, false);
    }

    /** What it is answered with. */
    public void status(@Nullable CharSequence status) {
        values.text(STATUS, status, false);
    }

    /** How long it waited, and behind how many. */
    public void queued(boolean mine, long nanos, long depth) {
        Kind.QUANTITY.tell(cells, mine, SheetLayout.QUEUE_NANOS, nanos);
        Kind.QUANTITY.tell(cells, mine, SheetLayout.QUEUE_DEPTH, depth);
    }

    /** What it was sent. */
    public void received(boolean mine, long bytes) {
        Kind.QUANTITY.tell(cells, mine, SheetLayout.BYTES_IN, bytes);
    }

    /** What it answered. */
    public void sent(boolean mine, long bytes) {
        Kind.QUANTITY.tell(cells, mine, SheetLayout.BYTES_OUT, bytes);
    }

    /** It will end so. */
    public void note(Outcome outcome) {
        noted = outcome;
    }

    /** How somebody said that it will end; null if nobody did. */
    public @Nullable Outcome noted() {
        return noted;
    }

    /** Whether its deadline has passed. */
    public boolean isOverdue(long now) {
        return deadlineLeft != Long.MAX_VALUE && now - startedAt >= deadlineLeft;
    }

    void end(Ended ended, @Nullable String refusal, @Nullable String leaked, long now) {
        this.how = ended;
        this.outcome = ended.outcome();
        this.refusal = refusal;
        this.leaked = leaked;
        endsAt(now);
    }

    /**
     * The instant of the beginning is told from the end: so it is read once, at a reading of the ticker that is new.
     */
    private void endsAt(long now) {
        endedAt = now;
        epochNanos = outlet.epoch().at(now) - (now - startedAt);
    }

    /** What was told so far goes to the story of a part, and the next part begins. */
    void moveTo(UnitStory to, boolean mine, long now) {
        to.trace(traceHigh, traceLow, span, parent);
        to.request = request;
        to.tenant = tenant;
        to.criticality = criticality;
        to.deadlineLeft = deadlineLeft;
        to.startedAt = startedAt;
        to.endsAt(now);
        to.part = part;
        to.goesOn = true;
        cells.moveTo(to.cells, mine);
        String client = client();
        values.moveTo(to.values, mine);
        to.client(client);
        client(client);
        dependencies.moveTo(to.dependencies);
        Extras extras = undeclared.get();
        if (extras != null) {
            var moved = new Extras(layout.undeclared());
            extras.moveTo(moved);
            to.undeclared.set(moved);
        }
        to.cut.set(cut.getAndSet(null));
        part++;
        startedAt = now;
        if (deadlineLeft != Long.MAX_VALUE) {
            deadlineLeft = Math.max(0, deadlineLeft - to.durationNanos());
        }
    }

    void keep(Kept why, double weight) {
        this.why = why;
        this.weight = weight;
    }

    void forget() {
        cells.clear();
        values.clear();
        dependencies.clear();
        if (undeclared.get() != null) {
            undeclared.set(null);
        }
        if (cut.get() != null) {
            cut.set(null);
        }
        request = null;
        tenant = null;
        goesOn = false;
        outcome = Outcome.SUCCESS;
        how = null;
        if (noted != null) {
            noted = null;
        }
        refusal = null;
        leaked = null;
        heldBytes = 0;
    }

    /** What it does with its dependencies. */
    public Dependencies dependencies() {
        return dependencies;
    }

    SheetLayout layout() {
        return layout;
    }

    Outlet outlet() {
        return outlet;
    }

    SheetCells cells() {
        return cells;
    }

    Extras undeclared() {
        Extras made = undeclared.get();
        return made == null ? Extras.NONE : made;
    }

    @Nullable Set<String> cut() {
        return cut.get();
    }

    void writeDetail(FieldWriter out, int place, String name) {
        values.write(out, name, DETAILS + place);
    }

    long traceHigh() {
        return traceHigh;
    }

    long traceLow() {
        return traceLow;
    }

    long span() {
        return span;
    }

    long parent() {
        return parent;
    }

    @Nullable String request() {
        return request;
    }

    @Nullable String tenant() {
        return tenant;
    }

    @Nullable String client() {
        return (String) values.get(CLIENT);
    }

    @Nullable String status() {
        String told = (String) values.get(STATUS);
        return told == null && how != null ? how.status() : told;
    }

    Criticality criticality() {
        return criticality;
    }

    long deadlineLeft() {
        return deadlineLeft;
    }

    /** When it, or this part, began, as the ticker reads. */
    public long startedAt() {
        return startedAt;
    }

    long endedAt() {
        return endedAt;
    }

    long durationNanos() {
        return endedAt - startedAt;
    }

    long epochNanos() {
        return epochNanos;
    }

    int part() {
        return part;
    }

    boolean goesOn() {
        return goesOn;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable String category() {
        return how == null ? null : how.category();
    }

    @Nullable String error() {
        return how == null ? null : how.error();
    }

    @Nullable String refusal() {
        return refusal;
    }

    @Nullable String leaked() {
        return leaked;
    }

    Kept why() {
        return why;
    }

    double weight() {
        return weight;
    }

    /** The same each time, once it has ended. */
    int heldBytes() {
        if (heldBytes == 0) {
            heldBytes = BASE_BYTES
                    + cells.bytes()
                    + values.bytes()
                    + dependencies.bytes()
                    + Values.bytes(tenant)
                    + Values.bytes(request)
                    + Values.bytes(error())
                    + (undeclared.get() == null ? 0 : EXTRA_BYTES);
        }
        return heldBytes;
    }
}
