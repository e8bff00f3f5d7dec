package io.goodput.lab.world.fault;

import io.goodput.lab.model.Fault;
import io.goodput.sim.Simulation;
import java.util.List;
import java.util.TreeSet;

/**
 * How fast an endpoint works over time: at full speed, but for the spans in which faults slow it down or stop it. What
 * is known beforehand needs no event: the instant at which work will be done follows from the instant at which it
 * begins.
 */
public final class SpeedProfile {
    private static final SpeedProfile FULL = new SpeedProfile(new long[] {0}, new double[] {1});

    // One entry for each segment; the last one goes on to the end of time.
    private final long[] starts;
    private final double[] speeds;

    private SpeedProfile(long[] starts, double[] speeds) {
        this.starts = starts;
        this.speeds = speeds;
    }

    /** The pace of the endpoint that these faults befall. Where they meet, their factors multiply. */
    public static SpeedProfile under(List<? extends Fault> faults) {
        List<? extends Fault> relevant =
                faults.stream().filter(fault -> factor(fault) != 1).toList();
        if (relevant.isEmpty()) {
            return FULL;
        }
        var edges = new TreeSet<Long>();
        edges.add(0L);
        for (Fault fault : relevant) {
            edges.add(fault.span().from());
            edges.add(fault.span().to());
        }
        long[] starts = edges.stream().mapToLong(edge -> edge).toArray();
        double[] speeds = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            speeds[i] = 1;
            for (Fault fault : relevant) {
                if (fault.span().contains(starts[i])) {
                    speeds[i] *= factor(fault);
                }
            }
        }
        return new SpeedProfile(starts, speeds);
    }

    private static double factor(Fault fault) {
        return switch (fault) {
            case Fault.SlowDown slow -> 1 / slow.factor();
            case Fault.Pause _ -> 0;
            default -> 1;
        };
    }

    /** When work that begins now will be done: that many nanoseconds of it at full speed. */
    public long after(long now, long work) {
        if (starts.length == 1) {
            return now + work;
        }
        long at = now;
        double left = work;
        for (int i = segment(now); i < starts.length - 1; i++) {
            double done = (starts[i + 1] - at) * speeds[i];
            if (done >= left) {
                return at + (long) Math.ceil(left / speeds[i]);
            }
            left -= done;
            at = starts[i + 1];
        }
        // No fault lasts for ever, so the last segment is at full speed.
        return (long) Math.min(at + Math.ceil(left), Simulation.MAX_NANOS);
    }

    /** Nanoseconds at full speed that are done between two instants. */
    public double between(long from, long to) {
        if (starts.length == 1) {
            return to - from;
        }
        double done = 0;
        long at = from;
        for (int i = segment(from); at < to; i++) {
            long end = i + 1 < starts.length ? Math.min(starts[i + 1], to) : to;
            done += (end - at) * speeds[i];
            at = end;
        }
        return done;
    }

    private int segment(long at) {
        int i = starts.length - 1;
        while (starts[i] > at) {
            i--;
        }
        return i;
    }
}
