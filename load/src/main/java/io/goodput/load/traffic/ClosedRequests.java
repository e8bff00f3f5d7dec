package io.goodput.load.traffic;

import io.goodput.sim.Streams;
import java.util.List;

/** What the clients of one loop of a closed load send, one after the other, without end. */
public final class ClosedRequests {
    private final WeightedDraw classes;
    private final WeightedDraw[] targets;
    private int of;
    private int target;

    ClosedRequests(ClosedPlan plan, int loop) {
        var streams = new Streams(plan.seed()).fork("loop " + loop);
        List<TrafficClass> all = plan.classes();
        this.classes =
                new WeightedDraw(all.stream().mapToDouble(TrafficClass::rate).toArray(), streams.stream("classes"));
        this.targets = new WeightedDraw[all.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new WeightedDraw(
                    all.get(i).targets(), streams.fork(all.get(i).name()).stream("targets"));
        }
    }

    /** Goes on to the next request. */
    public void advance() {
        of = classes.next();
        target = targets[of].next();
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
