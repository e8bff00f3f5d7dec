package io.goodput;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds contexts as {@link CallContext#call} does, one after the other, each within a unit of work: for whoever has
 * something to keep from unit to unit. What is bound is this, always the same, and a context that names the unit is
 * made when somebody asks for the {@linkplain CallContext#current() current} one, once. So what calls nobody pays for
 * neither.
 *
 * <p>One task at a time. What runs inside, in threads of a structured scope too, ends before its task does, so nobody
 * finds another's unit here.
 */
public final class ContextBinding {
    private final Supplier<? extends UnitOfWork> unit;
    private final ScopedValue.Carrier carrier = CallContext.carrier(this);
    private CallContext base = CallContext.NONE;
    private Deadline around = Deadline.NONE;

    /** Null until somebody asks. */
    private volatile @Nullable CallContext made;

    /**
     * That is used for no task yet.
     *
     * @param unit answers, on any thread that is inside, with the unit that the task is done for
     */
    public ContextBinding(Supplier<? extends UnitOfWork> unit) {
        this.unit = unit;
    }

    /**
     * Does the task in that context, within the unit and within the deadline of the context around it.
     *
     * @param context not of the unit
     */
    @SuppressWarnings("ReferenceEquality") // to write what is there already would cost more than to look
    public <T extends @Nullable Object> T call(CallContext context, Callable<? extends T> task) throws Exception {
        Deadline outer = CallContext.deadlineAround();
        if (base != context) {
            base = context;
        }
        if (around != outer) {
            around = outer;
        }
        try {
            return carrier.call(task::call);
        } finally {
            forget();
        }
    }

    /** A unit around this one may be found to be forgotten only if it is not remembered here. */
    private void forget() {
        if (made != null) {
            made = null;
        }
        if (base.work() != null) {
            base = CallContext.NONE;
        }
    }

    CallContext context() {
        CallContext known = made;
        if (known == null) {
            known = base.within(around).withWork(unit.get());
            made = known;
        }
        return known;
    }

    Deadline deadline() {
        return base.deadline().earlier(around);
    }
}
