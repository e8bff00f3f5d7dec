package io.goodput.telemetry;

import io.goodput.telemetry.unit.Sheet;
import java.lang.StackWalker.StackFrame;
import java.lang.ref.PhantomReference;

/** What is left of a unit that can be ended by nobody any more, and where it was begun. */
final class Leak extends PhantomReference<Work> {
    final Sheet sheet;
    final long ticket;
    private final StackFrame place;

    Leak(Work work, Leaks leaks, Sheet sheet, long ticket, StackFrame place) {
        super(work, leaks.unreachable());
        this.sheet = sheet;
        this.ticket = ticket;
        this.place = place;
    }

    /** As in a stack trace: {@code shop.Orders.place(Orders.java:31)}. */
    String place() {
        return place.toString();
    }
}
