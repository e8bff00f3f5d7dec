package io.goodput.sim.net;

import io.goodput.sim.Event;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import java.util.function.Predicate;

/**
 * What becomes of messages. A closure is a rule.
 *
 * <p>Rules are asked in the order in which they were installed, for each message as it is sent, until one of them does
 * not pass it.
 *
 * @param <M> what messages are
 */
@FunctionalInterface
public interface Rule<M extends Event> {
    /**
     * About a message that is being sent.
     *
     * @param link its way; {@link Link#sent()} is the number of this message on it
     * @param now when, in nanoseconds
     */
    Verdict judge(Link<?> link, M message, long now);

    /** This rule for a while; before and after, it passes everything. */
    default Rule<M> during(Span span) {
        return (link, message, now) -> span.contains(now) ? judge(link, message, now) : Verdict.PASS;
    }

    /** A rule about some messages only. */
    static <M extends Event> Rule<M> where(Predicate<? super M> which, Rule<? super M> rule) {
        return (link, message, now) -> which.test(message) ? rule.judge(link, message, now) : Verdict.PASS;
    }

    /**
     * Loses messages.
     *
     * @param share of them, from 0 to 1
     */
    static Rule<Event> lose(double share, Chance chance) {
        requireShare(share);
        return (link, _, _) -> chance.of(link).nextDouble() < share ? Verdict.DROP : Verdict.PASS;
    }

    /**
     * Makes messages later.
     *
     * @param by how much, drawn for each
     */
    static Rule<Event> delay(Distribution by, Chance chance) {
        return (link, _, _) -> {
            long more = by.sample(chance.of(link));
            return more == 0 ? Verdict.PASS : new Verdict.Pass(more);
        };
    }

    /**
     * Doubles messages.
     *
     * @param share of them, from 0 to 1
     * @param later by how much the second one comes later, drawn for each
     */
    static Rule<Event> duplicate(double share, Distribution later, Chance chance) {
        requireShare(share);
        return (link, _, _) -> {
            var random = chance.of(link);
            return random.nextDouble() < share ? new Verdict.Duplicate(later.sample(random)) : Verdict.PASS;
        };
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " (expected: >= 0 and <= 1)");
        }
    }
}
