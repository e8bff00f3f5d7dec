package io.goodput.load.traffic;

import io.goodput.Range;
import java.time.Duration;
import java.util.List;

/**
 * An open load: requests are sent when they are due, whatever became of the earlier ones, as users do. All of it is
 * bounded, and ends by itself.
 *
 * @param classes 1 to 100, each of another name
 * @param poisson by chance; otherwise at even distances
 * @param seed of the chance
 * @param warmUp at the start, sent but not counted; 0 s to 10 min
 * @param time that is counted; 100 ms to 1 h
 * @param mostRequests it ends when so many were due, warm-up included; 1 to 100,000,000
 * @param mostInFlight what is due while so many are on their way or wait for a connection is counted, and not sent; 1
 *     to 1,000,000
 */
public record OpenPlan(
        List<TrafficClass> classes,
        boolean poisson,
        long seed,
        Duration warmUp,
        Duration time,
        int mostRequests,
        int mostInFlight) {
    /** On their way, or waiting for a connection. */
    public static final Range<Integer> IN_FLIGHT = new Range<>(1, 1_000_000);

    /** Refuses what is out of bounds. */
    public OpenPlan {
        classes = List.copyOf(classes);
        TrafficClass.refuse(classes);
        ClosedPlan.WARM_UP.check("warm-up", warmUp);
        ClosedPlan.TIME.check("time", time);
        ClosedPlan.REQUESTS.check("most-requests", mostRequests);
        IN_FLIGHT.check("most-in-flight", mostInFlight);
    }

    /** When it ends, in nanoseconds from its start. */
    public long endNanos() {
        return warmUp.plus(time).toNanos();
    }

    /** How many requests to expect, warm-up included. */
    public int expectedRequests() {
        double perSecond = classes.stream().mapToDouble(TrafficClass::rate).sum();
        return (int) Math.min(mostRequests, perSecond * endNanos() / 1e9);
    }

    /** All requests in the order in which they are due, from the first one on. */
    public Schedule schedule() {
        return new Schedule(this);
    }
}
