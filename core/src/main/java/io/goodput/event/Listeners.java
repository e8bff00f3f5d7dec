package io.goodput.event;

import io.goodput.handoff.DecidingThread;
import io.goodput.handoff.HandOff;
import io.goodput.handoff.Sequence;
import io.goodput.handoff.Uncaught;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to the events of one policy. While nobody does, a policy reads one field and makes no event:
 *
 * <pre>{@code
 * if (listeners.any()) {
 *     listeners.tell(new Opened(now));
 * }
 * }</pre>
 *
 * <p>Listeners are called in the order in which they came, on the thread of what happened: they are quick, thread-safe,
 * and never call the policy that tells them. What one throws is lost, and the others are told all the same. An
 * {@link Error} is for the thread's handler of uncaught exceptions, and not for the policy: it would stop half-way, and
 * keep what it is about to give back.
 *
 * <p>What happens on the thread that decides for all is told on another, and before what happens later, so that an end
 * is not told before its beginning. Listeners that are so slow that {@value #MOST_LATE} events wait for them lose that
 * order.
 *
 * @param <E> the events, usually a sealed interface of records
 */
public final class Listeners<E> {
    private static final int MOST_LATE = 1_024;

    private volatile @Nullable List<Heard<E>> all;

    /** What is told later than it happened; null while nobody has ever listened. */
    private volatile @Nullable Sequence late;

    /** Nobody listens. */
    public Listeners() {}

    /** Whether anybody listens. */
    public boolean any() {
        return all != null;
    }

    /** Tells the listener of every event until the subscription is closed. The same one may be added twice. */
    public synchronized Subscription add(Consumer<? super E> listener) {
        if (late == null) {
            late = new Sequence(Uncaught::tell);
        }
        var heard = new Heard<E>(listener);
        List<Heard<E>> more = all == null ? new ArrayList<>() : new ArrayList<>(all);
        more.add(heard);
        all = List.copyOf(more);
        return () -> remove(heard);
    }

    private synchronized void remove(Heard<E> heard) {
        if (all != null) {
            List<Heard<E>> fewer = new ArrayList<>(all);
            fewer.removeIf(each -> each.equals(heard));
            all = fewer.isEmpty() ? null : List.copyOf(fewer);
        }
    }

    /** Tells all. */
    public void tell(E event) {
        List<Heard<E>> told = all;
        if (told == null) {
            return;
        }
        Sequence earlier = late;
        if (earlier != null && (DecidingThread.isCurrent() || earlier.size() > 0)) {
            tellLater(earlier, () -> tell(told, event));
        } else {
            tell(told, event);
        }
    }

    private static void tellLater(Sequence earlier, Runnable telling) {
        if (earlier.size() < MOST_LATE) {
            earlier.add(telling);
            HandOff.run(earlier::runNext);
        } else {
            HandOff.run(telling);
        }
    }

    private static <E> void tell(List<Heard<E>> told, E event) {
        for (int i = 0; i < told.size(); i++) {
            try {
                told.get(i).listener.accept(event);
            } catch (RuntimeException _) {
                // Who watches must not change what is watched.
            } catch (Error error) {
                Uncaught.tell(error);
            }
        }
    }

    /** One addition, so that a listener that was added twice can be taken away once. */
    private static final class Heard<E> {
        private final Consumer<? super E> listener;

        Heard(Consumer<? super E> listener) {
            this.listener = listener;
        }
    }
}
