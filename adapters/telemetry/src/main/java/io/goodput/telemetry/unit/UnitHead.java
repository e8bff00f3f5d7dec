package io.goodput.telemetry.unit;

import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.TraceParent;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit, or of a part of one, when it begins: its place in a trace, whom it is for, and since when.
 */
public final class UnitHead {
    private long traceHigh;
    private long traceLow;
    private int flags;
    private long span;
    private long parent;
    private @Nullable String request;
    private @Nullable String tenant;
    private Criticality criticality = Criticality.CRITICAL;
    private long deadlineLeft;
    private long startedAt;
    private int part;

    UnitHead() {}

    /** It is a span of this trace, below that of the unit that it belongs to, or of whoever asked. */
    public void below(long high, long low, long caller, int traceFlags, RandomGenerator random) {
        traceHigh = high;
        traceLow = low;
        parent = caller;
        flags = traceFlags;
        span = TraceParent.drawSpan(random);
    }

    /** It begins a trace. */
    public void first(RandomGenerator random) {
        below(random.nextLong(), TraceParent.drawSpan(random), 0, 1, random);
    }

    /** References are written only if they change: see {@link Values}. */
    @SuppressWarnings("ReferenceEquality")
    void begin(CallContext context, long now) {
        String itsTenant = Values.kept(context.tenant());
        if (tenant != itsTenant) {
            tenant = itsTenant;
        }
        String itsRequest = Values.kept(context.requestId());
        if (request != itsRequest) {
            request = itsRequest;
        }
        if (criticality != context.criticality()) {
            criticality = context.criticality();
        }
        deadlineLeft = context.deadline().remaining(now);
        startedAt = now;
        part = 1;
    }

    /** The head of a part that is over goes there, and this is that of the next part. */
    void moveTo(UnitHead to, long now) {
        to.traceHigh = traceHigh;
        to.traceLow = traceLow;
        to.flags = flags;
        to.span = span;
        to.parent = parent;
        to.request = request;
        to.tenant = tenant;
        to.criticality = criticality;
        to.deadlineLeft = deadlineLeft;
        to.startedAt = startedAt;
        to.part = part;
        part++;
        if (deadlineLeft != Long.MAX_VALUE) {
            deadlineLeft = Math.max(0, deadlineLeft - (now - startedAt));
        }
        startedAt = now;
    }

    /** The first half of the trace's number. */
    public long traceHigh() {
        return traceHigh;
    }

    /** The second half of the trace's number. */
    public long traceLow() {
        return traceLow;
    }

    /** Those of the trace, as its {@code traceparent} has them. */
    public int flags() {
        return flags;
    }

    /** The number of its span. */
    public long span() {
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

    Criticality criticality() {
        return criticality;
    }

    long deadlineLeft() {
        return deadlineLeft;
    }

    /** Whether its deadline has passed. */
    public boolean isOverdue(long now) {
        return deadlineLeft != Long.MAX_VALUE && now - startedAt >= deadlineLeft;
    }

    /** When it, or this part, began, as the ticker reads. */
    public long startedAt() {
        return startedAt;
    }

    int part() {
        return part;
    }

    /** Memory, in bytes. */
    int bytes() {
        return Values.bytes(tenant) + Values.bytes(request);
    }
}
