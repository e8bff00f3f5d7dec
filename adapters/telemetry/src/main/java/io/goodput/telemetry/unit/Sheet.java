package io.goodput.telemetry.unit;

import io.goodput.CallContext;
import io.goodput.ContextBinding;
import io.goodput.Outcome;
import io.goodput.telemetry.record.DependencyVisitor;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Kept;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work has told so far. It is used for one unit after the other, and each is known by its ticket: who
 * comes with an old one is late, and touches nothing.
 *
 * <p>{@link #enter} comes before all that is told, and {@link #leave} after it. A thread that the unit does not belong
 * to is counted while it is inside, as is the unit's own as long as it may be: a sheet that ended while somebody was
 * inside is not used again. So nobody waits, and nothing lands in another's unit.
 */
public final class Sheet implements EndedUnit {
    /** How somebody may tell something. */
    public enum Access {
        /** On the thread that the unit belongs to. */
        OWN,
        /** On another. */
        SHARED,
        /** Not at all: the unit has ended. */
        LATE
    }

    private static final VarHandle STATE;
    private static final VarHandle INSIDE;
    private static final VarHandle HELD;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Sheet.class, "state", long.class);
            INSIDE = MethodHandles.lookup().findVarHandle(Sheet.class, "inside", int.class);
            HELD = MethodHandles.lookup().findVarHandle(Sheet.class, "held", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long OPEN = 1;
    private static final long PARTING = 2;
    private static final long ENDER_DONE = 4;
    private static final long PARTER_DONE = 8;
    private static final long NEXT = 16;

    /** No thread has this number. */
    private static final long NOBODY = 0;

    private final SheetPool pool;

    /** The place in the pool that it was taken from. */
    int home;

    /** The ticket of the unit that is open, or that ended last, and what is happening to it. */
    private volatile long state;

    private volatile int inside;

    /** Whether the thread that the unit belongs to may still be at it. */
    private volatile boolean held;

    /** The number of the thread that the unit belongs to; {@link #NOBODY} if it belongs to none. */
    private long owner;

    /** The ticket of the unit that is open, for those who are bound to be inside. */
    private long ticket;

    final UnitStory story;
    private final ContextBinding binding;

    Sheet(SheetPool pool) {
        this.pool = pool;
        this.story = new UnitStory(pool.layout(), pool.outlet());
        this.binding = new ContextBinding(() -> pool.handle(this));
    }

    /**
     * A unit begins, whose place in a trace is in the {@link UnitStory#head} already.
     *
     * @param context what it is for
     * @param thread that it belongs to, until {@link #left}; null if it belongs to none
     * @return its ticket
     */
    public long open(CallContext context, @Nullable Thread thread, long now) {
        story.begin(context, now);
        owner = thread == null ? NOBODY : thread.threadId();
        HELD.setRelease(this, thread != null);
        ticket = (state & -NEXT) + NEXT | OPEN;
        STATE.setRelease(this, ticket);
        Outlet outlet = pool.outlet();
        outlet.ledger().begun();
        outlet.began(pool.layout(), now);
        return ticket;
    }

    /** The ticket of the unit that is open, or was, for whoever is within its task. */
    public long ticket() {
        return ticket;
    }

    /** Binds the context of the unit that is open to what is done for it. */
    public ContextBinding binding() {
        return binding;
    }

    /** Asks to tell something of the unit with this ticket. */
    public Access enter(long ticket) {
        if (isOwn()) {
            return isOpen(ticket) ? Access.OWN : late();
        }
        int _ = (int) INSIDE.getAndAdd(this, 1);
        if (isOpen(ticket)) {
            return Access.SHARED;
        }
        int _ = (int) INSIDE.getAndAdd(this, -1);
        return late();
    }

    private boolean isOwn() {
        return owner == Thread.currentThread().threadId();
    }

    private Access late() {
        pool.outlet().ledger().late();
        return Access.LATE;
    }

    /** It has been told. What the end came before is late, be it in the record or not. */
    public void leave(Access access, long ticket) {
        if (access == Access.SHARED) {
            if (!isOpen(ticket)) {
                late();
            }
            int _ = (int) INSIDE.getAndAdd(this, -1);
        }
    }

    /** Whether the unit with this ticket has not ended. */
    public boolean isOpen(long ticket) {
        return (state & ~PARTING) == ticket;
    }

    /** The thread that the unit belongs to tells nothing more. */
    public void left() {
        HELD.setRelease(this, false);
    }

    /**
     * Ends the unit.
     *
     * @param leaked where it was opened, if nobody ended it
     * @return whether this was it; false if it had ended before
     */
    public boolean end(long ticket, Ended how, @Nullable String refusal, @Nullable String leaked, long now) {
        long seen = state;
        while ((seen & ~PARTING) == ticket && !STATE.compareAndSet(this, seen, seen & ~OPEN)) {
            seen = state;
        }
        if ((seen & ~PARTING) != ticket) {
            return false;
        }
        story.end(how, refusal, leaked, now);
        boolean mine = (seen & PARTING) == 0 || ((long) STATE.getAndBitwiseOr(this, ENDER_DONE) & PARTER_DONE) != 0;
        if (mine) {
            conclude();
        }
        return true;
    }

    /** Hands over what was told since the last part; without effect while another thread does so, and after the end. */
    public void part(long ticket, long now) {
        if (!STATE.compareAndSet(this, ticket, ticket | PARTING)) {
            return;
        }
        Sheet part = pool.take();
        story.moveTo(part.story, isOwn() || owner == NOBODY, now);
        pool.outlet().ledger().begun();
        pool.outlet().ended(part, now);
        if (!STATE.compareAndSet(this, ticket | PARTING, ticket)
                && ((long) STATE.getAndBitwiseOr(this, PARTER_DONE) & ENDER_DONE) != 0) {
            conclude();
        }
    }

    private void conclude() {
        pool.outlet().ended(this, story.ending().at());
    }

    /** What is told of it. */
    public UnitStory story() {
        return story;
    }

    @Override
    public void release() {
        if (inside == 0 && !held) {
            story.forget();
            pool.give(this);
        }
    }

    @Override
    public int operationIndex() {
        return pool.layout().index();
    }

    @Override
    public String operation() {
        return pool.layout().operation();
    }

    @Override
    public Outcome outcome() {
        return story.ending().outcome();
    }

    @Override
    public long durationNanos() {
        return story.durationNanos();
    }

    @Override
    public @Nullable String category() {
        return story.ending().category();
    }

    @Override
    public @Nullable String tenant() {
        return story.head().tenant();
    }

    @Override
    public @Nullable String client() {
        return story.client();
    }

    @Override
    public int part() {
        return story.head().part();
    }

    @Override
    public boolean goesOn() {
        return story.ending().goesOn();
    }

    @Override
    public void eachDependency(DependencyVisitor visitor) {
        story.dependencies().each(visitor);
    }

    @Override
    public void keep(Kept why, double weight) {
        story.ending().keep(why, weight);
    }

    @Override
    public int heldBytes() {
        return story.heldBytes();
    }

    @Override
    public long epochNanos() {
        return story.ending().epochNanos();
    }

    @Override
    public long traceHigh() {
        return story.head().traceHigh();
    }

    @Override
    public long traceLow() {
        return story.head().traceLow();
    }

    @Override
    public long span() {
        return story.head().span();
    }

    @Override
    public long parentSpan() {
        return story.head().parent();
    }

    @Override
    public boolean isError() {
        Outcome outcome = story.ending().outcome();
        return outcome != Outcome.SUCCESS && outcome != Outcome.CANCELLED;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void writeTo(FieldWriter out) {
        UnitRecord.write(story, out);
    }
}
