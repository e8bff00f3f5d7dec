package io.goodput.cache;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody with a deadline: a waiter or, without one of its own to be told, a leader. */
final class Party<K, W> {
    final Flight<K, W> flight;
    final @Nullable W waiter;
    final long deadline;

    /** Counted up: the order of coming, and of a leader its token. */
    final long number;

    /** Came after an invalidation of the load in flight. */
    boolean late;

    Party(Flight<K, W> flight, @Nullable W waiter, long deadline, long number) {
        this.flight = flight;
        this.waiter = waiter;
        this.deadline = deadline;
        this.number = number;
    }

    W waiter() {
        return Objects.requireNonNull(waiter);
    }
}
