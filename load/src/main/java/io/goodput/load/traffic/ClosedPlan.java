package io.goodput.load.traffic;

import io.goodput.Range;
import java.time.Duration;
import java.util.List;

/**
 * A closed load: so many clients, each of which sends its next request when the last was answered. It finds how many a
 * second a service can answer. How fast it answers at a lower rate is for an {@link OpenPlan} to say: here a service
 * that stalls is asked less meanwhile.
 *
 * @param classes 1 to 100; what is sent next is drawn by their rates
 * @param seed of the draws
 * @param warmUp at the start, sent but not counted; 0 s to 10 min
 * @param time that is counted; 100 ms to 1 h
 * @param mostRequests it ends when so many were sent, warm-up included; 1 to 100,000,000
 * @param clients all loops together; 1 to 1,000,000
 */
public record ClosedPlan(
        List<TrafficClass> classes, long seed, Duration warmUp, Duration time, int mostRequests, int clients) {
    /** In all. */
    public static final Range<Integer> REQUESTS = new Range<>(1, 100_000_000);

    /** Before what is counted. */
    public static final Range<Duration> WARM_UP = new Range<>(Duration.ZERO, Duration.ofMinutes(10));

    /** What is counted. */
    public static final Range<Duration> TIME = new Range<>(Duration.ofMillis(100), Duration.ofHours(1));

    /** At a time. */
    public static final Range<Integer> CLIENTS = new Range<>(1, 1_000_000);

    /** Refuses what is out of bounds. */
    public ClosedPlan {
        classes = List.copyOf(classes);
        TrafficClass.refuse(classes);
        WARM_UP.check("warm-up", warmUp);
        TIME.check("time", time);
        REQUESTS.check("most-requests", mostRequests);
        CLIENTS.check("clients", clients);
    }

    /** When it ends, in nanoseconds from its start. */
    public long endNanos() {
        return warmUp.plus(time).toNanos();
    }

    /** What the clients of a loop send. */
    public ClosedRequests requests(int loop) {
        return new ClosedRequests(this, loop);
    }
}
