package io.goodput.event;

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
 * and never call the policy that tells them. What one throws is lost, and the others are told all the same; an
 * {@link Error} is thrown again once all have been told.
 *
 * @param <E> the events, usually a sealed interface of records
 */
public final class Listeners<E> {
    private volatile @Nullable List<Heard<E>> all;

    /** Nobody listens. */
    public Listeners() {}

    /** Whether anybody listens. */
    public boolean any() {
        return all != null;
    }

    /** Tells the listener of every event until the subscription is closed. The same one may be added twice. */
    public synchronized Subscription add(Consumer<? super E> listener) {
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
        Error fatal = null;
        for (int i = 0; i < told.size(); i++) {
            try {
                told.get(i).listener.accept(event);
            } catch (RuntimeException _) {
                // Who watches must not change what is watched.
            } catch (Error error) {
                fatal = error;
            }
        }
        if (fatal != null) {
            throw fatal;
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
