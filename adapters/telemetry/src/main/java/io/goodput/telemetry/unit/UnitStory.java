package io.goodput.telemetry.unit;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.telemetry.record.FieldWriter;
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
    private final UnitHead head = new UnitHead();
    private final UnitEnd ending = new UnitEnd();
    private final SheetCells cells;
    private final Values values;
    private final Dependencies dependencies;
    private final AtomicReference<@Nullable Extras> undeclared = new AtomicReference<>();
    private final AtomicReference<@Nullable Set<String>> cut = new AtomicReference<>();

    private int heldBytes;

    UnitStory(SheetLayout layout, Outlet outlet) {
        this.layout = layout;
        this.outlet = outlet;
        this.cells = new SheetCells(layout.blank());
        this.values = new Values(DETAILS + layout.fields(Kind.DETAIL).size());
        this.dependencies = new Dependencies(layout, cells);
    }

    void begin(CallContext context, long now) {
        head.begin(context, now);
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
        ending.note(outcome);
    }

    /** How somebody said that it will end; null if nobody did. */
    public @Nullable Outcome noted() {
        return ending.noted();
    }

    void end(Ended ended, @Nullable String refusal, @Nullable String leaked, long now) {
        ending.is(ended, refusal, leaked);
        endsAt(now);
    }

    /**
     * The instant of the beginning is told from the end: so it is read once, at a reading of the ticker that is new.
     */
    private void endsAt(long now) {
        ending.at(now, outlet.epoch().at(now) - (now - head.startedAt()));
    }

    /** What was told so far goes to the story of a part, and the next part begins. */
    void moveTo(UnitStory to, boolean mine, long now) {
        head.moveTo(to.head, now);
        to.endsAt(now);
        to.ending.isOfPart();
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
        ending.forget();
        heldBytes = 0;
    }

    /** What was known when it, or this part, began. */
    public UnitHead head() {
        return head;
    }

    UnitEnd ending() {
        return ending;
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

    @Nullable String client() {
        return (String) values.get(CLIENT);
    }

    @Nullable String status() {
        String told = (String) values.get(STATUS);
        return told == null ? ending.status() : told;
    }

    long durationNanos() {
        return ending.at() - head.startedAt();
    }

    /** The same each time, once it has ended. */
    int heldBytes() {
        if (heldBytes == 0) {
            heldBytes = BASE_BYTES
                    + cells.bytes()
                    + values.bytes()
                    + dependencies.bytes()
                    + head.bytes()
                    + Values.bytes(ending.error())
                    + (undeclared.get() == null ? 0 : EXTRA_BYTES);
        }
        return heldBytes;
    }
}
