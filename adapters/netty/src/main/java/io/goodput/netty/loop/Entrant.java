package io.goodput.netty.loop;

import io.goodput.Outcome;
import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.Priority;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A request at the door of a {@link LoopAdmission}, on its event loop. Whoever is admitted {@linkplain #leave leaves}
 * once; whoever is still at the door may {@linkplain #giveUp give up}. It can be used again after either, or after it
 * was shed.
 */
public abstract class Entrant extends LoopTimer implements Runnable {
    private enum State {
        OUTSIDE,
        WAITING,
        /** Nobody wants it any more, and its answer is on the way. */
        GIVEN_UP,
        ADMITTED
    }

    private final LoopTimers timers;
    private State state = State.OUTSIDE;
    private @Nullable LoopAdmission door;
    private Priority priority = Priority.PING;
    private @Nullable Ticket<?> ticket;
    private long cameAt;
    private long servedSince;

    /** Written by whoever answers. */
    private volatile @Nullable Admission answer;

    /** On the loop of these timers. */
    protected Entrant(LoopTimers timers) {
        this.timers = timers;
    }

    /** It is served from now on. */
    protected abstract void admitted(long now);

    /** It is not served. */
    protected abstract void shed(Shed reason, long now);

    /** Whether it is being served. */
    public final boolean isAdmitted() {
        return state == State.ADMITTED;
    }

    /** For how long it waited, or has waited so far, in nanoseconds. */
    public final long waitedNanos(long now) {
        return (state == State.ADMITTED ? servedSince : now) - cameAt;
    }

    /** When it came. */
    public final long cameAt() {
        return cameAt;
    }

    final Priority priority() {
        return priority;
    }

    final void enters(LoopAdmission at, AdmissionRequest request, long now) {
        if (state != State.OUTSIDE) {
            throw new IllegalStateException("a request enters once");
        }
        door = at;
        priority = request.priority();
        cameAt = now;
        state = State.WAITING;
    }

    final void waits(Ticket<?> until) {
        ticket = until;
        timers.set(this, until.expiry());
    }

    final void isServed(long now) {
        state = State.ADMITTED;
        servedSince = now;
        admitted(now);
    }

    final void isShed(Shed reason, long now) {
        state = State.OUTSIDE;
        shed(reason, now);
    }

    /** By whichever thread; the loop is told even if it is this one, as whoever answers is in the middle of something. */
    final void answered(Admission given) {
        answer = given;
        try {
            timers.loop().execute(this);
        } catch (RejectedExecutionException _) {
            // The loop has ended, and its connections with it.
            if (given == Served.NOW) {
                long now = timers.nanos();
                door().leave(this, Outcome.CANCELLED, now, now);
            }
        }
    }

    /** Looks at the answer. */
    @Override
    public final void run() {
        Admission given = Objects.requireNonNull(answer);
        answer = null;
        ticket = null;
        timers.cancel(this);
        long now = timers.nanos();
        if (state == State.GIVEN_UP) {
            state = State.OUTSIDE;
            if (given == Served.NOW) {
                door().leave(this, Outcome.CANCELLED, now, now);
            }
        } else if (given instanceof Shed reason) {
            isShed(reason, now);
        } else {
            isServed(now);
        }
    }

    /** It has waited for too long, unless it has been answered. */
    @Override
    protected final void fired(long now) {
        door().expire(now);
    }

    /** It is done. */
    public final void leave(Outcome outcome, long now) {
        if (state != State.ADMITTED) {
            throw new IllegalStateException("only who was admitted leaves");
        }
        state = State.OUTSIDE;
        door().leave(this, outcome, servedSince, now);
    }

    /**
     * Nobody wants it any more: it hears nothing more if it waits, and leaves if it is served.
     *
     * @return whether it waited, and was not answered
     */
    public final boolean giveUp(long now) {
        switch (state) {
            case WAITING -> {
                timers.cancel(this);
                boolean waited = Objects.requireNonNull(ticket).cancel(now);
                state = waited ? State.OUTSIDE : State.GIVEN_UP;
                return waited;
            }
            case ADMITTED -> leave(Outcome.CANCELLED, now);
            case OUTSIDE, GIVEN_UP -> {}
        }
        return false;
    }

    private LoopAdmission door() {
        return Objects.requireNonNull(door);
    }
}
