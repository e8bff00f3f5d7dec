package io.goodput.telemetry;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.TraceParent;
import io.goodput.UnitOfWork;
import io.goodput.telemetry.unit.Dependencies;
import io.goodput.telemetry.unit.Ended;
import io.goodput.telemetry.unit.Kind;
import io.goodput.telemetry.unit.Sheet;
import io.goodput.telemetry.unit.Sheet.Access;
import io.goodput.telemetry.unit.UnitHead;
import java.lang.StackWalker.StackFrame;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work, for whoever does it to tell of it: how often ({@link #count}), how long ({@link #time}), how much
 * ({@link #record}), and what it is about ({@link #detail}). Nothing told here throws, blocks, or is lost uncounted:
 * what comes after the end is counted as late.
 *
 * <p>Thread-safe, and found by {@link #current()} wherever its {@link CallContext} is: in what runs inside, in threads
 * of a structured scope, and in tasks that were wrapped.
 */
public final class Work implements UnitOfWork {
    private final ServiceOperation operation;
    private final Sheet sheet;
    private final long ticket;
    private final long traceHigh;
    private final long traceLow;
    private final long span;
    private final int flags;

    /** The handle that this one was made from; null if it is the first. So none is lost while another is in use. */
    private final @Nullable Work first;

    /** Of the first one of a unit that is not called for a task. */
    private @Nullable Leak watched;

    /** Of the unit that is open on the sheet. */
    Work(ServiceOperation operation, Sheet sheet) {
        UnitHead head = sheet.story().head();
        this.operation = operation;
        this.sheet = sheet;
        this.ticket = sheet.ticket();
        this.traceHigh = head.traceHigh();
        this.traceLow = head.traceLow();
        this.flags = head.flags();
        this.span = head.span();
        this.first = null;
    }

    private Work(Work other, long span) {
        this.operation = other.operation;
        this.sheet = other.sheet;
        this.ticket = other.ticket;
        this.traceHigh = other.traceHigh;
        this.traceLow = other.traceLow;
        this.flags = other.flags;
        this.span = span;
        this.first = other.first == null ? other : other.first;
    }

    /** The unit of work that the current thread is at; null outside of any. */
    public static @Nullable Work current() {
        return of(CallContext.current());
    }

    /** The unit of work that a context belongs to; null if it belongs to none. */
    public static @Nullable Work of(CallContext context) {
        return context.work() instanceof Work work ? work : null;
    }

    /** What was asked for. */
    public ServiceOperation operation() {
        return operation;
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return sheet.isOpen(ticket);
    }

    /** It happens. */
    public Work count(Count what) {
        return count(what, 1);
    }

    /** It happens so often. */
    public Work count(Count what, long times) {
        return tell(Kind.COUNT, what, times);
    }

    /** It took so long. */
    public Work time(Time what, Duration taken) {
        return time(what, taken.toNanos());
    }

    /** It took so many nanoseconds. */
    public Work time(Time what, long nanos) {
        return tell(Kind.TIME, what, nanos);
    }

    /** There is so much of it. */
    public Work record(Quantity what, long much) {
        return tell(Kind.QUANTITY, what, much);
    }

    private Work tell(Kind kind, DeclaredName what, long value) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            int base = operation.base(what, kind);
            if (base >= 0) {
                sheet.story().tell(access == Access.OWN, kind, base, value);
            } else {
                sheet.story().tell(kind, what.name(), value);
            }
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It is about this; null is nothing. */
    public Work detail(Detail what, @Nullable CharSequence text) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            int place = operation.base(what, Kind.DETAIL);
            if (place >= 0) {
                sheet.story().text(place, text, what.isSecret());
            } else {
                sheet.story().text(what.name(), text, what.isSecret());
            }
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It is about this number. */
    public Work detail(Detail what, long number) {
        if (what.isSecret()) {
            return detail(what, Long.toString(number));
        }
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            int place = operation.base(what, Kind.DETAIL);
            if (place >= 0) {
                sheet.story().number(access == Access.OWN, place, number);
            } else {
                sheet.story().value(what.name(), number);
            }
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It is so, or it is not. */
    public Work detail(Detail what, boolean truth) {
        if (what.isSecret()) {
            return detail(what, Boolean.toString(truth));
        }
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            int place = operation.base(what, Kind.DETAIL);
            if (place >= 0) {
                sheet.story().truth(access == Access.OWN, place, truth);
            } else {
                sheet.story().value(what.name(), truth);
            }
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** Through what it came: an application, an address. */
    public Work client(@Nullable CharSequence client) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().client(client);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** What it is answered with: {@code 200}. */
    public Work status(@Nullable CharSequence status) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().status(status);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It waited before it began, and so many were before it. */
    public Work queued(Duration waited, int depth) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().queued(access == Access.OWN, waited.toNanos(), depth);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It was sent so many bytes. */
    public Work received(long bytes) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().received(access == Access.OWN, bytes);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It answered with so many bytes. */
    public Work sent(long bytes) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().sent(access == Access.OWN, bytes);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /** It has called a dependency without a guard: one attempt, which has just ended. */
    public Work called(Downstream dependency, ObservedCall call) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            new ToldCall(operation.telemetry(), dependency, call, span)
                    .tell(dependencies(), access == Access.OWN, now());
            sheet.leave(access, ticket);
        }
        return this;
    }

    @Override
    public String traceparent() {
        return new TraceParent(traceHigh, traceLow, span, flags).toString();
    }

    @Override
    public UnitOfWork inNewSpan(RandomGenerator random) {
        return new Work(this, TraceParent.drawSpan(random));
    }

    /** The number of the span that this is seen from: the unit's own, or that of an attempt. */
    public long span() {
        return span;
    }

    /** The first half of the trace's number. */
    public long traceHigh() {
        return traceHigh;
    }

    /** The second half of the trace's number. */
    public long traceLow() {
        return traceLow;
    }

    int flags() {
        return flags;
    }

    /** The context of all that is done for it. */
    public CallContext in(CallContext context) {
        return context.withWork(this);
    }

    /** It will end so, whatever answer there is. The latest word counts. */
    public Work outcome(Outcome outcome) {
        Access access = sheet.enter(ticket);
        if (access != Access.LATE) {
            sheet.story().note(outcome);
            sheet.leave(access, ticket);
        }
        return this;
    }

    /**
     * Writes what was told since it began, or since the last part, and goes on: for work that takes long. What is not
     * over yet, such as calls under way, is told in a later part.
     */
    public Work part() {
        sheet.part(ticket, now());
        return this;
    }

    /** It has succeeded. Ends it, as all that follow; a second end is without effect. */
    public void end() {
        end(Outcome.SUCCESS);
    }

    /** It has ended so. */
    public void end(Outcome outcome) {
        end(Ended.of(outcome), null);
    }

    /** It has failed with this error, which the operation's classifier and the categories judge. */
    public void failed(Throwable error) {
        end(operation.telemetry().errors().ended(operation.classifier(), error), Errors.refusal(error));
    }

    /** It was shed by this rule. */
    public void shed(String rule) {
        end(Ended.of(Outcome.DROPPED), rule);
    }

    private void end(Ended how, @Nullable String refusal) {
        try {
            Leak leak = first == null ? watched : first.watched;
            if (sheet.end(ticket, how, refusal, null, now()) && leak != null) {
                operation.telemetry().leaks().ended(leak);
            }
        } finally {
            // Until here it is not forgotten, whatever the compiler knows of the object's further use.
            Reference.reachabilityFence(this);
        }
    }

    /** What is left of it if nobody ends it. */
    Leak leak(Leaks leaks, StackFrame place) {
        return new Leak(this, leaks, sheet, ticket, place);
    }

    void watchedBy(Leak leak) {
        watched = leak;
    }

    private long now() {
        return operation.telemetry().outlet().ticker().nanos();
    }

    /** Asks to tell something; to be followed by {@link #leave}, unless it is late. */
    Access enter() {
        return sheet.enter(ticket);
    }

    void leave(Access access) {
        sheet.leave(access, ticket);
    }

    Dependencies dependencies() {
        return sheet.story().dependencies();
    }

    /** Handles are alike that see the same unit from the same span. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Work work && sheet.equals(work.sheet) && ticket == work.ticket && span == work.span;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(span);
    }
}
