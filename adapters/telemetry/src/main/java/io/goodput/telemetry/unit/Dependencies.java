package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.record.DependencyVisitor;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a unit does with its dependencies: figures of each, which are complete, and lines for as many calls as are told
 * of one by one.
 */
public final class Dependencies {
    /** Dependencies that were not declared; more are left out, and named. */
    private static final int MOST_UNDECLARED = 16;

    /** Names of operations, resources, statuses and categories of the calls that have no line. */
    private static final int MOST_TALLIES = 64;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final long[] BLANK = new long[DependencyFigures.SIZE];

    static {
        DependencyFigures.blank(BLANK, 0);
    }

    private final SheetLayout layout;
    private final SheetCells cells;
    private final CallLines lines = new CallLines();
    private final AtomicReference<@Nullable Extras> undeclared = new AtomicReference<>();
    private final AtomicReference<@Nullable Extras> tallies = new AtomicReference<>();

    private volatile boolean overflowing;

    Dependencies(SheetLayout layout, SheetCells cells) {
        this.layout = layout;
        this.cells = cells;
    }

    /** A dependency as events name it: its name, and its number in this process. */
    public record Named(String name, int index) {}

    /** What a call without a line is counted by. */
    enum Tallied {
        OPERATION,
        RESOURCE,
        STATUS,
        CATEGORY
    }

    /** A call begins. */
    public void callBegan(
            boolean mine, Named dependency, Object id, @Nullable String operation, long at, long deadlineLeft) {
        add(mine, dependency, DependencyFigures.CALLS, 1);
        CallLine line = lines.begin(id);
        if (line == null) {
            tally(Tallied.OPERATION, dependency, operation);
        } else {
            line.began(dependency.name, operation, at, deadlineLeft);
        }
    }

    /** An attempt begins. The answer is where more of it is told, null if it is not told of one by one. */
    public @Nullable AttemptLine attemptBegan(
            boolean mine, Named dependency, Object id, int number, boolean hedge, @Nullable String resource) {
        int figure =
                hedge ? DependencyFigures.HEDGES : number == 1 ? DependencyFigures.FIRST : DependencyFigures.RETRIES;
        add(mine, dependency, figure, 1);
        CallLine call = lines.find(id);
        AttemptLine line = call == null ? null : call.attempt(number, hedge, resource);
        if (line == null) {
            lines.missing();
            tally(Tallied.RESOURCE, dependency, resource);
        }
        return line;
    }

    /** An attempt ends. */
    public void attemptEnded(boolean mine, Named dependency, Object id, int number, Ended how, long nanos, long at) {
        add(mine, dependency, DependencyFigures.ended(how.outcome()), 1);
        add(mine, dependency, DependencyFigures.nanos(how.outcome()), nanos);
        CallLine call = lines.find(id);
        AttemptLine line = call == null ? null : call.attempt(number);
        if (line == null) {
            tally(Tallied.STATUS, dependency, how.status());
            tally(Tallied.CATEGORY, dependency, how.category());
        } else {
            line.ended(at, how);
        }
    }

    /** A call waits before it goes on. */
    public void waits(boolean mine, Named dependency, long nanos) {
        add(mine, dependency, DependencyFigures.WAIT, nanos);
    }

    /** A rule says no. */
    public void refused(boolean mine, Named dependency, Object id, Reason reason) {
        add(mine, dependency, DependencyFigures.refused(reason), 1);
        CallLine call = lines.find(id);
        if (call != null) {
            call.refusal = reason;
        }
    }

    /** A call is over. */
    public void callEnded(Object id, Outcome outcome, long at) {
        CallLine call = lines.find(id);
        if (call != null) {
            call.over(outcome, at);
        }
    }

    /** Bytes came from it. */
    public void received(boolean mine, Named dependency, long bytes) {
        add(mine, dependency, DependencyFigures.BYTES_IN_TOLD, 1);
        add(mine, dependency, DependencyFigures.BYTES_IN, bytes);
    }

    /** Bytes went to it. */
    public void sent(boolean mine, Named dependency, long bytes) {
        add(mine, dependency, DependencyFigures.BYTES_OUT_TOLD, 1);
        add(mine, dependency, DependencyFigures.BYTES_OUT, bytes);
    }

    /** A queue before it was so long. */
    public void depth(boolean mine, Named dependency, long depth) {
        add(mine, dependency, DependencyFigures.DEPTH_TOLD, 1);
        add(mine, dependency, DependencyFigures.DEPTH, depth);
    }

    private void add(boolean mine, Named dependency, int figure, long n) {
        int place = layout.place(dependency.index);
        if (place >= 0) {
            DependencyFigures.tell(cells, mine, layout.block(place), figure, n);
            return;
        }
        Extra extra = extras(undeclared, MOST_UNDECLARED).of(dependency.name, null, dependency.index, BLANK);
        if (extra == null) {
            overflowing = true;
        } else {
            DependencyFigures.tell(extra.cells, false, 0, figure, n);
        }
    }

    private void tally(Tallied what, Named dependency, @Nullable String name) {
        if (name == null) {
            return;
        }
        Extras all = extras(tallies, MOST_TALLIES);
        Extra one = all.of(name, what, dependency.index, Kind.COUNT.blankRow());
        if (one != null) {
            one.cells.add(false, 0, 1);
        }
    }

    private static Extras extras(AtomicReference<@Nullable Extras> where, int most) {
        Extras there = where.get();
        if (there != null) {
            return there;
        }
        var made = new Extras(most);
        return where.compareAndSet(null, made) ? made : Objects.requireNonNull(where.get());
    }

    /** Whether there were more dependencies than are told of. */
    boolean areMissing() {
        return overflowing;
    }

    CallLines lines() {
        return lines;
    }

    /** Calls of that dependency without a line, by what was asked for. */
    Extras tallies() {
        Extras made = tallies.get();
        return made == null ? Extras.NONE : made;
    }

    private Extras undeclared() {
        Extras made = undeclared.get();
        return made == null ? Extras.NONE : made;
    }

    /** Looks at the figures of one dependency. */
    interface BlockVisitor {
        void visit(Named dependency, SheetCells cells, int base);
    }

    void eachBlock(BlockVisitor visitor) {
        for (int i = 0; i < layout.dependencies().size(); i++) {
            visitor.visit(layout.dependencies().get(i), cells, layout.block(i));
        }
        undeclared().each(each -> visitor.visit(new Named(each.name, each.index), each.cells, 0));
    }

    /** Whether there is none: neither declared nor used. */
    boolean areNone() {
        return layout.dependencies().isEmpty() && undeclared.get() == null;
    }

    void each(DependencyVisitor visitor) {
        eachBlock((dependency, in, base) -> {
            for (Outcome outcome : OUTCOMES) {
                visitor.ended(
                        dependency.index,
                        dependency.name,
                        outcome,
                        in.get(base + DependencyFigures.ended(outcome)),
                        in.get(base + DependencyFigures.nanos(outcome)));
            }
        });
    }

    void moveTo(Dependencies to) {
        lines.moveTo(to.lines);
        to.overflowing = overflowing;
        move(undeclared, to.undeclared, MOST_UNDECLARED);
        move(tallies, to.tallies, MOST_TALLIES);
    }

    private static void move(AtomicReference<@Nullable Extras> from, AtomicReference<@Nullable Extras> to, int most) {
        Extras there = from.get();
        if (there != null) {
            there.moveTo(extras(to, most));
        }
    }

    void clear() {
        lines.clear();
        if (undeclared.get() != null) {
            undeclared.set(null);
        }
        if (tallies.get() != null) {
            tallies.set(null);
        }
        if (overflowing) {
            overflowing = false;
        }
    }

    /** Memory, in bytes, about. */
    int bytes() {
        return lines.bytes() + (undeclared.get() == null ? 0 : MOST_UNDECLARED * BLANK.length * Long.BYTES);
    }
}
