package io.goodput.load.traffic;

import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.RateProfile;
import java.util.List;

/**
 * The requests of an open load one after the other: when each is due, of which class it is, and where it goes. The same
 * plan gives the same requests, and a class draws nothing from the others' streams.
 */
public final class Schedule {
    private final long end;
    private final int most;
    private final Arrivals[] arrivals;
    private final long[] next;
    private final WeightedDraw[] draws;
    private int count;
    private int of;
    private int target;
    private long due;

    Schedule(OpenPlan plan) {
        List<TrafficClass> classes = plan.classes();
        this.end = plan.endNanos();
        this.most = plan.mostRequests();
        this.arrivals = new Arrivals[classes.size()];
        this.next = new long[classes.size()];
        this.draws = new WeightedDraw[classes.size()];
        for (int i = 0; i < arrivals.length; i++) {
            TrafficClass each = classes.get(i);
            var streams = new Streams(plan.seed()).fork(each.name());
            RateProfile rate = RateProfile.constant(each.rate());
            arrivals[i] = plan.poisson() ? Arrivals.poisson(rate, streams.stream("arrivals")) : Arrivals.constant(rate);
            next[i] = arrivals[i].next();
            draws[i] = new WeightedDraw(each.targets(), streams.stream("targets"));
        }
    }

    /** Goes on to the next request; false if there is none. */
    public boolean advance() {
        int first = 0;
        for (int i = 1; i < next.length; i++) {
            first = next[i] < next[first] ? i : first;
        }
        if (count == most || next[first] >= end) {
            return false;
        }
        of = first;
        due = next[first];
        target = draws[first].next();
        next[first] = arrivals[first].next();
        count++;
        return true;
    }

    /** When it is due, in nanoseconds from the start. */
    public long due() {
        return due;
    }

    /** Which class it is of, by its place in the plan. */
    public int classIndex() {
        return of;
    }

    /** Where it goes, by the target's place in its class. */
    public int targetIndex() {
        return target;
    }
}
