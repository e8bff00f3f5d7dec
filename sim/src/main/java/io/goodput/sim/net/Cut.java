package io.goodput.sim.net;

import io.goodput.sim.Event;
import java.util.function.Predicate;

/**
 * Rules that let nothing pass between stations. Who is on neither side is not touched, so a station that both sides can
 * reach bridges the cut.
 */
public final class Cut {
    private Cut() {}

    /** No message gets from some to others; the way back is open. */
    public static Rule<Event> oneWay(Predicate<Station> from, Predicate<Station> to) {
        return (link, _, _) -> from.test(link.from()) && to.test(link.to()) ? Verdict.DROP : Verdict.PASS;
    }

    /** No message passes between some and others, either way. */
    public static Rule<Event> between(Predicate<Station> some, Predicate<Station> others) {
        return (link, _, _) ->
                (some.test(link.from()) && others.test(link.to())) || (others.test(link.from()) && some.test(link.to()))
                        ? Verdict.DROP
                        : Verdict.PASS;
    }

    /** No message gets to some, from them, or from one of them to another. */
    public static Rule<Event> around(Predicate<Station> some) {
        return (link, _, _) -> some.test(link.from()) || some.test(link.to()) ? Verdict.DROP : Verdict.PASS;
    }
}
