package io.goodput.conformance.admission;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionGate;
import io.goodput.admission.AdmissionGate.Permit;
import io.goodput.admission.AdmissionRefusedException;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.conformance.Quiescence;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** By {@link AdmissionGate}: each request is a thread, and nobody but the threads tells the gate that time is up. */
final class GateHarness extends AdmissionHarness {
    private final AdmissionGate gate;
    private final Map<Visit, Request> requests = new HashMap<>();
    private final AtomicInteger entering = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    private GateHarness(AdmissionScript script) {
        super(script);
        this.gate = new AdmissionGate(script.limit(), script.settings(), tenant -> 1, agenda);
    }

    static List<String> run(AdmissionScript script) {
        return new GateHarness(script).play();
    }

    private final class Request implements Runnable {
        private final Visit visit;
        private final CountDownLatch done = new CountDownLatch(1);
        private final Thread thread = Thread.ofVirtual().unstarted(this);

        Request(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void run() {
            try (Permit permit = gate.enter(visit.request())) {
                told(visit, SERVED);
                inside.incrementAndGet();
                entering.decrementAndGet();
                done.await();
                if (visit.ends() == Outcome.SUCCESS) {
                    permit.succeeded();
                }
                inside.decrementAndGet();
            } catch (AdmissionRefusedException refused) {
                toldShed(visit, refused.reason());
                entering.decrementAndGet();
            } catch (InterruptedException interrupted) {
                told(visit, "gave up");
                entering.decrementAndGet();
            }
        }

        /** Until it is over. */
        void join() {
            Quiescence.await(() -> !thread.isAlive(), gate);
        }
    }

    @Override
    void arrive(Visit visit) {
        var request = new Request(visit);
        requests.put(visit, request);
        entering.incrementAndGet();
        request.thread.start();
    }

    @Override
    void finish(Visit visit) {
        Request request = Objects.requireNonNull(requests.get(visit));
        request.done.countDown();
        request.join();
    }

    @Override
    void giveUp(Visit visit) {
        Request request = Objects.requireNonNull(requests.get(visit));
        request.thread.interrupt();
        request.join();
    }

    @Override
    void expire() {}

    @Override
    long nextExpiry() {
        return gate.queue().nextExpiry();
    }

    @Override
    void await() {
        Quiescence.await(this::isQuiet, gate);
    }

    /**
     * First the queue has been told that time is up, by one of those that wait, and then all threads have seen what it
     * has told them. The other way round, who is counted as waiting may be shed between the two looks.
     */
    private boolean isQuiet() {
        return nextExpiry() > agenda.nanos()
                && entering.get() == gate.queue().waiting()
                && inside.get() == gate.queue().inService();
    }

    @Override
    AdmissionSnapshot snapshot() {
        return gate.queue().snapshot(agenda.nanos());
    }
}
