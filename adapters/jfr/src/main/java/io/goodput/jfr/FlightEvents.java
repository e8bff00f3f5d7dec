package io.goodput.jfr;

import io.goodput.Outcome;
import io.goodput.TraceParent;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Hearing;
import java.util.HexFormat;
import jdk.jfr.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Writes what guards and units of work do as events of a flight recording: {@code goodput.Call},
 * {@code goodput.Attempt}, {@code goodput.Refusal} and {@code goodput.Work}. They are written when something ends, and
 * tell how long it took; what succeeded sooner than the setting {@code slowerThan} says, {@value SlowerThan#STANDARD}
 * unless told otherwise, is left out.
 *
 * <p>While no recording wants them, nothing is made, and one flag is read.
 */
public final class FlightEvents {
    private static final EventType CALL = EventType.getEventType(CallFlight.class);
    private static final EventType ATTEMPT = EventType.getEventType(AttemptFlight.class);
    private static final EventType REFUSAL = EventType.getEventType(RefusalFlight.class);
    private static final EventType WORK = EventType.getEventType(WorkFlight.class);

    private FlightEvents() {}

    /** Writes what the guard does, until the subscription is closed. */
    public static Subscription watch(Guard guard) {
        return guard.listen(FlightEvents::write);
    }

    /** Writes what units of work do: one of those who hear of them. */
    public static Hearing hearing() {
        return FlightEvents::write;
    }

    static void write(GuardEvent event) {
        switch (event) {
            case CallEnded ended when CALL.isEnabled() -> write(ended);
            case AttemptEnded ended when ATTEMPT.isEnabled() -> write(ended);
            case CallRefused refused when REFUSAL.isEnabled() -> write(refused);
            default -> {}
        }
    }

    private static void write(CallEnded ended) {
        var flight = new CallFlight();
        flight.took = ended.at() - ended.call().startedAt();
        flight.succeeded = ended.outcome() == Outcome.SUCCESS;
        if (flight.shouldCommit()) {
            flight.guard = ended.call().guard();
            flight.key = text(ended.call().options().key());
            flight.outcome = ended.outcome().name();
            flight.attempts = ended.attempts();
            flight.traceId = traceId(TraceParent.parse(ended.call().context().trace()));
            flight.commit();
        }
    }

    private static void write(AttemptEnded ended) {
        var flight = new AttemptFlight();
        flight.took = ended.at() - ended.attempt().startedAt();
        flight.succeeded = ended.outcome() == Outcome.SUCCESS;
        if (flight.shouldCommit()) {
            TraceParent trace = TraceParent.parse(ended.attempt().context().trace());
            var endpoint = ended.attempt().endpoint();
            Throwable error = ended.error();
            flight.guard = ended.call().guard();
            flight.key = text(ended.call().options().key());
            flight.number = ended.attempt().number();
            flight.hedge = ended.attempt().hedge();
            flight.endpoint = endpoint == null ? null : endpoint.name();
            flight.outcome = ended.outcome().name();
            flight.error = error == null ? null : error.getClass().getName();
            flight.traceId = traceId(trace);
            flight.spanId = trace == null ? null : HexFormat.of().toHexDigits(trace.span());
            flight.commit();
        }
    }

    private static void write(CallRefused refused) {
        var flight = new RefusalFlight();
        if (flight.shouldCommit()) {
            flight.guard = refused.call().guard();
            flight.key = text(refused.call().options().key());
            flight.reason = refused.refusal().reason().name();
            flight.why = refused.refusal().why();
            flight.attempts = refused.attempts();
            flight.traceId = traceId(TraceParent.parse(refused.call().context().trace()));
            flight.commit();
        }
    }

    private static void write(EndedUnit unit, long now) {
        if (!WORK.isEnabled()) {
            return;
        }
        var flight = new WorkFlight();
        flight.took = unit.durationNanos();
        flight.succeeded = unit.outcome() == Outcome.SUCCESS;
        if (flight.shouldCommit()) {
            flight.operation = unit.operation();
            flight.part = unit.part();
            flight.outcome = unit.outcome().name();
            flight.category = unit.category();
            flight.tenant = unit.tenant();
            flight.traceId = traceId(unit.traceHigh(), unit.traceLow());
            flight.commit();
        }
    }

    private static @Nullable String text(@Nullable Object key) {
        return key == null ? null : key.toString();
    }

    private static @Nullable String traceId(@Nullable TraceParent trace) {
        return trace == null ? null : traceId(trace.high(), trace.low());
    }

    private static @Nullable String traceId(long high, long low) {
        HexFormat hex = HexFormat.of();
        return (high | low) == 0 ? null : hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
