package io.goodput;

import java.util.random.RandomGenerator;

/**
 * What a service does for one request, as the {@link CallContext} of all that is done for it names it: whoever records
 * units of work brings an implementation, and finds it again there. It is a span of a trace, so it says by which name
 * others are to call it.
 */
public interface UnitOfWork {
    /** The W3C {@code traceparent} of its span, which what is called from it has for a parent; made when asked for. */
    String traceparent();

    /** The same unit, seen from another span within it, whose number is drawn at random: that of an attempt. */
    UnitOfWork inNewSpan(RandomGenerator random);
}
