package io.goodput.quorum;

import io.goodput.Deadline;
import io.goodput.Outcome;

/**
 * One fetch of {@code k} good parts out of {@code n}, as a state machine: it is told what happened and when, and
 * answers with the next {@link Step}. It does nothing itself; {@link QuorumFetch} does what it says. Not thread-safe.
 *
 * <p>It ends well with the {@code k}th good part, and badly as soon as more than {@code n − k} parts have failed, or
 * the time is up. What then still runs is cancelled first. A part that ends at or after the instant at which the time
 * ran out comes too late, whichever of the two is reported first.
 *
 * <p>As with a guarded call: {@link #start}, do the step that comes back, ask for the {@link #next} one after
 * {@link Step#BEGIN} and {@link Step#CANCEL}, and report what comes first after {@link Step#WAIT}.
 */
public final class QuorumCall {
    /** What a driver does next. */
    public enum Step {
        /** Begin part {@link QuorumCall#part}, then ask for the next step. */
        BEGIN,
        /** Cancel part {@link QuorumCall#part}: it is of no more use. Then ask for the next step. */
        CANCEL,
        /** Nothing, until a part ends or the clock reads {@link QuorumCall#wakeAt}. */
        WAIT,
        /** Give the caller the {@link QuorumCall#outcome}. Said once. */
        FINISH
    }

    private enum State {
        NEW,
        RUNNING,
        /** Decided; the parts that still run are being cancelled. */
        ENDING,
        FINISHED
    }

    private final QuorumFetch.Settings settings;
    private final boolean[] running;

    private State state = State.NEW;
    private long deadline = Long.MAX_VALUE;
    private long spareAt = Long.MAX_VALUE;
    private int wanted;
    private int begun;
    private int good;
    private int failed;
    private int part = -1;
    private Outcome outcome = Outcome.CANCELLED;

    /** A fetch that has not started. */
    public QuorumCall(QuorumFetch.Settings settings) {
        this.settings = settings;
        this.running = new boolean[settings.parts()];
    }

    /**
     * The first event.
     *
     * @param now the ticker's reading
     * @param callers the caller's own deadline; the timeout may come earlier
     */
    public Step start(long now, Deadline callers) {
        if (state != State.NEW) {
            throw new IllegalStateException("a fetch starts once");
        }
        deadline = Math.min(now + Math.min(settings.timeout().toNanos(), Long.MAX_VALUE - now), callers.nanos());
        if (now >= deadline) {
            return end(Outcome.DROPPED);
        }
        state = State.RUNNING;
        wanted = settings.first();
        spareAt = settings.first() < settings.parts()
                ? now + settings.spareDelay().toNanos()
                : Long.MAX_VALUE;
        return next(now);
    }

    /**
     * The step after {@link Step#BEGIN} or {@link Step#CANCEL}.
     *
     * @param now the reading that was given with the event
     */
    public Step next(long now) {
        return switch (state) {
            case RUNNING -> beginNext();
            case ENDING -> cancelNext();
            case NEW, FINISHED -> Step.WAIT;
        };
    }

    /**
     * A part has ended. Parts that were cancelled, or have not been begun, may be reported too: they change nothing.
     *
     * @param number from 0
     * @param ended how; all but {@link Outcome#SUCCESS} is a part less
     * @param now the ticker's reading
     */
    public Step partEnded(int number, Outcome ended, long now) {
        if (state != State.RUNNING || !running[number]) {
            return Step.WAIT;
        }
        running[number] = false;
        if (now >= deadline) {
            return end(Outcome.TIMEOUT);
        }
        if (ended == Outcome.SUCCESS) {
            good++;
            return good == settings.needed() ? end(Outcome.SUCCESS) : next(now);
        }
        failed++;
        if (failed > settings.parts() - settings.needed()) {
            return end(ended);
        }
        wanted = Math.min(wanted + 1, settings.parts());
        return next(now);
    }

    /** The clock has reached {@link #wakeAt}. A timer that fires early changes nothing. */
    public Step timerFired(long now) {
        if (state != State.RUNNING || now < wakeAt()) {
            return Step.WAIT;
        }
        if (now >= deadline) {
            return end(Outcome.TIMEOUT);
        }
        wanted = settings.parts();
        spareAt = Long.MAX_VALUE;
        return next(now);
    }

    /** The caller has lost interest. */
    public Step callerCancelled() {
        return switch (state) {
            case NEW, RUNNING -> end(Outcome.CANCELLED);
            case ENDING, FINISHED -> Step.WAIT;
        };
    }

    private Step beginNext() {
        if (begun == wanted) {
            return Step.WAIT;
        }
        part = begun++;
        running[part] = true;
        return Step.BEGIN;
    }

    private Step end(Outcome how) {
        outcome = how;
        state = State.ENDING;
        return cancelNext();
    }

    private Step cancelNext() {
        for (int i = 0; i < begun; i++) {
            if (running[i]) {
                running[i] = false;
                part = i;
                return Step.CANCEL;
            }
        }
        state = State.FINISHED;
        return Step.FINISH;
    }

    /** The part to begin or to cancel, from 0. */
    public int part() {
        return part;
    }

    /** Parts begun so far. */
    public int begun() {
        return begun;
    }

    /** Good parts so far. */
    public int good() {
        return good;
    }

    /** Failed parts so far; those cancelled are not. */
    public int failed() {
        return failed;
    }

    /** When to report {@link #timerFired}; {@link Long#MAX_VALUE} for never. */
    public long wakeAt() {
        if (state != State.RUNNING) {
            return Long.MAX_VALUE;
        }
        return Math.min(deadline, begun == settings.parts() ? Long.MAX_VALUE : spareAt);
    }

    /**
     * How the fetch ended, once it is finished: {@link Outcome#SUCCESS}, {@link Outcome#TIMEOUT},
     * {@link Outcome#DROPPED} if there was no time at all, {@link Outcome#CANCELLED}, or that of the part whose failure
     * was one too many.
     */
    public Outcome outcome() {
        return outcome;
    }
}
