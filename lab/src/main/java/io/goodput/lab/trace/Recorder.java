package io.goodput.lab.trace;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.guard.GuardedCall;
import io.goodput.lab.world.Tracer;
import org.jspecify.annotations.Nullable;

/** Makes events of what a world tells, joins in faults and phases, and passes on what is of interest. */
final class Recorder implements Tracer {
    private static final int NOBODY = -1;

    private final TraceFilter filter;
    private final Disruptions disruptions;
    private final TraceSink sink;

    Recorder(TraceFilter filter, Disruptions disruptions, TraceSink sink) {
        this.filter = filter;
        this.disruptions = disruptions;
        this.sink = sink;
    }

    @Override
    public void called(String population, long call, long now) {
        tell(new TraceEvent(now, TraceKind.CALLED, call, 0, population, "", 0, null, NOBODY, ""));
    }

    @Override
    public void answered(String population, long call, Outcome outcome, long now) {
        tell(new TraceEvent(now, TraceKind.FINISHED, call, 0, population, "", 0, outcome, NOBODY, ""));
    }

    @Override
    public void sent(Exchange exchange, long now) {
        there(TraceKind.SENT, exchange, null, NOBODY, "", now);
    }

    @Override
    public void arrived(Exchange exchange, int inside, long now) {
        there(TraceKind.ARRIVED, exchange, null, inside, "", now);
    }

    @Override
    public void started(Exchange exchange, long now) {
        there(TraceKind.STARTED, exchange, null, NOBODY, "", now);
    }

    @Override
    public void answers(Exchange exchange, Outcome outcome, String why, int inside, long now) {
        back(TraceKind.ANSWERED, exchange, outcome, inside, why, now);
    }

    @Override
    public void returned(Exchange exchange, Outcome outcome, long now) {
        back(TraceKind.RETURNED, exchange, outcome, NOBODY, "", now);
    }

    @Override
    public void lost(Exchange exchange, boolean answer, long now) {
        if (answer) {
            back(TraceKind.LOST, exchange, null, NOBODY, "the answer", now);
        } else {
            there(TraceKind.LOST, exchange, null, NOBODY, "the request", now);
        }
    }

    @Override
    public void abandoned(Exchange exchange, long now) {
        there(TraceKind.ABANDONED, exchange, null, NOBODY, "", now);
    }

    @Override
    public void ended(Exchange exchange, GuardedCall call, long now) {
        Refusal refusal = call.refusal();
        tell(new TraceEvent(
                now,
                TraceKind.ENDED,
                exchange.call(),
                exchange.leg(),
                exchange.caller(),
                exchange.callee(),
                call.attempts(),
                call.outcome(),
                NOBODY,
                refusal == null ? "" : refusal.toString()));
    }

    @Override
    public void down(String endpoint, long now) {
        tell(new TraceEvent(now, TraceKind.DOWN, 0, 0, endpoint, "", 0, null, NOBODY, ""));
    }

    @Override
    public void up(String endpoint, long now) {
        tell(new TraceEvent(now, TraceKind.UP, 0, 0, endpoint, "", 0, null, NOBODY, ""));
    }

    private void there(TraceKind kind, Exchange exchange, @Nullable Outcome outcome, int inside, String why, long now) {
        tell(new TraceEvent(
                now,
                kind,
                exchange.call(),
                exchange.leg(),
                exchange.caller(),
                exchange.callee(),
                exchange.attempt(),
                outcome,
                inside,
                why));
    }

    private void back(TraceKind kind, Exchange exchange, @Nullable Outcome outcome, int inside, String why, long now) {
        tell(new TraceEvent(
                now,
                kind,
                exchange.call(),
                exchange.leg(),
                exchange.callee(),
                exchange.caller(),
                exchange.attempt(),
                outcome,
                inside,
                why));
    }

    private void tell(TraceEvent event) {
        passTime(event.nanos());
        pass(event);
    }

    /** Tells of the faults and phases that begin or end until then. */
    void passTime(long until) {
        for (TraceEvent edge = disruptions.next(until); edge != null; edge = disruptions.next(until)) {
            pass(edge);
        }
    }

    private void pass(TraceEvent event) {
        if (!sink.isFull() && filter.wants(event)) {
            sink.event(event);
        }
    }
}
