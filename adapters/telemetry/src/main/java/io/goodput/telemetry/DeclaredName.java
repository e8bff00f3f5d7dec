package io.goodput.telemetry;

import io.goodput.NameRule;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A name under which units of work tell something. Made once, as a constant; what may be told under it is said by its
 * type.
 */
public abstract sealed class DeclaredName permits Count, Time, Quantity, Detail, Downstream {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;

    /** One for each constant, so that an operation finds its place without looking for the name. */
    final int number = MADE.getAndIncrement();

    DeclaredName(String what, String name) {
        this.name = NameRule.WORD.check(what, name);
    }

    /** As it stands in records. */
    public final String name() {
        return name;
    }

    @Override
    public final String toString() {
        return name;
    }
}
