package io.goodput.telemetry.sample;

import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Kept;

/**
 * One operation: what is slow for it, and the reservoir of its current interval. Only two things take a lock: the few
 * units that may be among the sample, and the turn of an interval.
 */
final class Stratum {
    private final int traces;
    private final long intervalNanos;
    private final SlowThreshold slow;
    private final Sampler sampler;

    /** Replaced under the monitor. */
    private volatile Reservoir current;

    Stratum(Sampler.Settings settings, String operation, Sampler sampler) {
        this.traces = settings.traces();
        this.intervalNanos = settings.interval().toNanos();
        this.slow = SlowThreshold.of(settings, operation);
        this.sampler = sampler;
        this.current = new Reservoir(traces, Long.MIN_VALUE);
    }

    /** Passes the unit on, holds it, or leaves it out. */
    void judge(EndedUnit unit, long now) {
        long hash = TraceHash.of(unit.traceHigh(), unit.traceLow(), unit.epochNanos());
        Kept why = reason(unit, hash, now);
        if (why == Kept.SAMPLE) {
            sample(unit, hash, now);
        } else {
            sampler.pass(unit, why, 1);
        }
    }

    /** Why the unit is written in any case; {@link Kept#SAMPLE} if it is for the sample to say. */
    private Kept reason(EndedUnit unit, long hash, long now) {
        return switch (unit.outcome()) {
            case TRANSIENT_FAILURE, TIMEOUT, PERMANENT_FAILURE, NOT_PROCESSED -> Kept.FAILED;
            case DROPPED, THROTTLED -> Kept.SHED;
            case CANCELLED -> ofGood(unit, now);
            case SUCCESS -> {
                slow.learn(unit.durationNanos(), hash);
                yield ofGood(unit, now);
            }
        };
    }

    private Kept ofGood(EndedUnit unit, long now) {
        if (slow.isExceededBy(unit.durationNanos())) {
            return Kept.SLOW;
        }
        if (unit.goesOn() || unit.part() > 1) {
            return Kept.PART;
        }
        String category = unit.category();
        boolean first =
                at(now).firsts().isFirst(category == null ? unit.outcome().name() : category);
        return first ? Kept.FIRST : Kept.SAMPLE;
    }

    private void sample(EndedUnit unit, long hash, long now) {
        Reservoir reservoir = at(now);
        if (reservoir.refuses(hash)) {
            sampler.leaveOut(unit);
        } else if (sampler.hold(unit)) {
            offer(reservoir, hash, unit, now);
        } else {
            sampler.drop(unit);
        }
    }

    private void offer(Reservoir reservoir, long hash, EndedUnit unit, long now) {
        Reservoir open = reservoir;
        SampledTrace lost = open.offer(hash, unit);
        while (lost == Reservoir.OVER) {
            if (sampler.isClosed()) {
                sampler.passHeld(unit, 1);
                return;
            }
            open = at(now);
            lost = open.offer(hash, unit);
        }
        if (lost != null) {
            lost.units().forEach(sampler::leaveOutHeld);
        }
    }

    private Reservoir at(long now) {
        Reservoir seen = current;
        return now < seen.end() ? seen : turn(seen, now);
    }

    void tick(long now) {
        Reservoir seen = current;
        if (now >= seen.end() && seen.isTouched()) {
            turn(seen, now);
        }
    }

    private Reservoir turn(Reservoir seen, long now) {
        Reservoir next;
        synchronized (this) {
            if (current != seen) {
                return current;
            }
            slow.turn();
            next = new Reservoir(traces, (Math.floorDiv(now, intervalNanos) + 1) * intervalNanos);
            current = next;
            if (sampler.isClosed()) {
                next.close();
            }
        }
        passOn(seen);
        return next;
    }

    /** Passes on what it holds, once the sampler is closed. */
    void close() {
        Reservoir last;
        synchronized (this) {
            last = current;
        }
        passOn(last);
    }

    private void passOn(Reservoir over) {
        for (SampledTrace trace : over.close()) {
            double weight = over.weight() * trace.weight();
            trace.units().forEach(unit -> sampler.passHeld(unit, weight));
        }
    }
}
