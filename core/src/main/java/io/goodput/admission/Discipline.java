package io.goodput.admission;

import io.goodput.Range;
import io.goodput.bounds.Shown;
import java.time.Duration;

/**
 * In which order requests of one priority are served, and for how long they may wait.
 *
 * <p>Requests of a criticality count as overloaded when something of theirs or of a higher criticality has been
 * waiting, without a break, for the {@code interval}. Controlled delay is CoDel as Facebook put it in "Fail at Scale":
 * a request may wait for the interval, and one that comes in overload only for the {@code target}. A burst may fill the
 * queue; a queue that stands is cut down. A tenant that has less waiting than another, relative to its weight, keeps
 * the interval: the overload is not its own, and its turn comes. Whoever wants folly's bound of twice the target sets
 * the target twice as high.
 *
 * @param order which is next
 * @param controlledDelay whether the wait is bounded by the target and the interval
 * @param target the longest wait in overload, > 0; 5 ms as published
 * @param interval for how long a queue must stand to be overload, >= target; 100 ms as published
 * @param scaled whether both are longer where requests take longer: the interval is then no shorter than 20 times what
 *     half of them take, the target no shorter than 4 slots need to come free
 */
public record Discipline(Order order, boolean controlledDelay, Duration target, Duration interval, boolean scaled) {
    /** What its times may be. The interval is not below the target. */
    public static final Range<Duration> TIME = new Range<>(Duration.ofNanos(1), Duration.ofDays(365));

    private static final Duration TARGET = Duration.ofMillis(5);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** The oldest first, however long it has waited. */
    public static final Discipline FIFO = new Discipline(Order.FIFO, false, TARGET, INTERVAL, false);

    /** The newest first, always. */
    public static final Discipline LIFO = new Discipline(Order.LIFO, false, TARGET, INTERVAL, false);

    /** The oldest first, and in overload the newest. */
    public static final Discipline ADAPTIVE_LIFO = new Discipline(Order.ADAPTIVE_LIFO, false, TARGET, INTERVAL, false);

    /** The oldest first, with controlled delay of 5 ms and 100 ms. */
    public static final Discipline CODEL = new Discipline(Order.FIFO, true, TARGET, INTERVAL, false);

    /** Both, as Facebook has it. */
    public static final Discipline CODEL_ADAPTIVE_LIFO =
            new Discipline(Order.ADAPTIVE_LIFO, true, TARGET, INTERVAL, false);

    /** The same, made longer where requests take longer. */
    public static final Discipline STANDARD = CODEL_ADAPTIVE_LIFO.withScaled(true);

    /** Refuses times that are no times, and an interval below the target. */
    public Discipline {
        TIME.check("target", target);
        TIME.from(target).check("interval", interval);
    }

    /** The same with other times. */
    public Discipline withTimes(Duration target, Duration interval) {
        return new Discipline(order, controlledDelay, target, interval, scaled);
    }

    /** The same with its times as they are, or longer where requests take longer. */
    public Discipline withScaled(boolean scaled) {
        return new Discipline(order, controlledDelay, target, interval, scaled);
    }

    boolean newestFirst(boolean overloaded) {
        return order == Order.LIFO || (order == Order.ADAPTIVE_LIFO && overloaded);
    }

    @Override
    public String toString() {
        return controlledDelay
                ? order + ", waits of " + Shown.exact(interval) + ", in overload " + Shown.exact(target)
                        + (scaled ? ", or what service takes" : "")
                : order.toString();
    }

    /** Which of the requests of one priority and tenant is next. */
    public enum Order {
        /** First in, first out: fair, and in overload everybody has waited for too long. */
        FIFO,
        /** Last in, first out: in overload those who are served are served soon. */
        LIFO,
        /** FIFO, and LIFO in overload. */
        ADAPTIVE_LIFO
    }
}
