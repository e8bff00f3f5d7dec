package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Shed;
import io.goodput.conformance.VirtualLoop;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import io.goodput.netty.loop.Entrant;
import io.goodput.netty.loop.LoopAdmission;
import io.goodput.netty.loop.LoopTimers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By {@link LoopAdmission}, for requests of two event loops. */
final class LoopsHarness extends AdmissionHarness {
    private final List<VirtualLoop> loops = List.of(VirtualLoop.create(), VirtualLoop.create());
    private final List<LoopTimers> timers = new ArrayList<>();
    private final LoopAdmission admission;
    private final Map<Visit, Request> requests = new HashMap<>();

    private LoopsHarness(AdmissionScript script) {
        super(script);
        this.admission = new LoopAdmission(script.limit(), script.settings());
        loops.forEach(loop -> timers.add(new LoopTimers(loop, loop::nanos)));
    }

    static List<String> run(AdmissionScript script) {
        return new LoopsHarness(script).play();
    }

    private final class Request extends Entrant {
        private final Visit visit;

        Request(Visit visit) {
            super(timers.get(visit.number() % timers.size()));
            this.visit = visit;
        }

        @Override
        protected void admitted(long now) {
            told(visit, SERVED);
        }

        @Override
        protected void shed(Shed reason, long now) {
            toldShed(visit, reason);
        }
    }

    @Override
    void arrive(Visit visit) {
        catchUp();
        var request = new Request(visit);
        requests.put(visit, request);
        admission.enter(request, visit.request(), agenda.nanos());
    }

    @Override
    void finish(Visit visit) {
        catchUp();
        of(visit).leave(visit.ends(), agenda.nanos());
    }

    @Override
    void giveUp(Visit visit) {
        catchUp();
        if (of(visit).giveUp(agenda.nanos())) {
            told(visit, "gave up");
        }
    }

    private Request of(Visit visit) {
        return Objects.requireNonNull(requests.get(visit));
    }

    /** That of the loops, which look to it by themselves; alarms that go off in vain are none. */
    @Override
    long nextExpiry() {
        if (timers.stream().allMatch(each -> each.size() == 0)) {
            return Long.MAX_VALUE;
        }
        return loops.stream().mapToLong(VirtualLoop::nextAt).min().orElseThrow();
    }

    @Override
    void expire() {
        catchUp();
    }

    /** What one loop does may be something to do for the other. */
    @Override
    void await() {
        catchUp();
        catchUp();
    }

    private void catchUp() {
        loops.forEach(loop -> loop.runUntil(agenda.nanos()));
    }

    @Override
    AdmissionSnapshot snapshot() {
        return admission.queue().snapshot(agenda.nanos());
    }
}
