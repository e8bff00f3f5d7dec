package io.goodput.lab.records;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.lab.world.FollowedUnit;
import io.goodput.lab.world.SimulatedFailure;
import io.goodput.lab.world.server.Unserved;
import io.goodput.telemetry.Work;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A unit of work of a simulated process, told as that of a real one is. */
final class RecordedUnit implements FollowedUnit {
    private final Work work;
    private final CallContext context;

    /** Those of its process that have not ended, it among them. */
    private final Set<RecordedUnit> open;

    RecordedUnit(Work work, CallContext context, Set<RecordedUnit> open) {
        this.work = work;
        this.context = work.in(context);
        this.open = open;
        open.add(this);
    }

    @Override
    public CallContext context() {
        return context;
    }

    @Override
    public void ended(Outcome outcome, @Nullable Unserved why) {
        open.remove(this);
        if (outcome == Outcome.SUCCESS) {
            work.end();
        } else if (why != null && why.isShed()) {
            work.shed(why.name());
        } else {
            work.failed(new SimulatedFailure(outcome, why));
        }
    }

    /** The run is over before it has ended. */
    void cutShort() {
        work.part();
    }
}
