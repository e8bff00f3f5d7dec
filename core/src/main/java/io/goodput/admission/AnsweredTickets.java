package io.goodput.admission;

import org.jspecify.annotations.Nullable;

/** Those that wait no more and are not told yet, in the order of what became of them. Linked by themselves. */
final class AnsweredTickets<T> {
    private @Nullable Ticket<T> first;
    private @Nullable Ticket<T> last;

    void add(Ticket<T> ticket) {
        if (last == null) {
            first = ticket;
        } else {
            last.nextAnswered = ticket;
        }
        last = ticket;
    }

    /** Takes out all: the first, with the others behind it. */
    @Nullable Ticket<T> take() {
        Ticket<T> all = first;
        first = null;
        last = null;
        return all;
    }
}
