package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.List;

/** By {@link AdmissionQueue}, as an asynchronous server runs it. */
final class QueueHarness extends TicketHarness {
    private final AdmissionQueue<Visit> queue;

    private QueueHarness(AdmissionScript script) {
        super(script);
        this.queue = new AdmissionQueue<>(script.limit(), script.settings(), this);
    }

    static List<String> run(AdmissionScript script) {
        return new QueueHarness(script).play();
    }

    @Override
    void arrive(Visit visit) {
        answered(visit, queue.offer(visit, visit.request(), agenda.nanos()));
    }

    @Override
    void finish(Visit visit) {
        queue.finished(visit.request().priority(), visit.ends(), visit.serves(), agenda.nanos());
    }

    @Override
    long nextExpiry() {
        return queue.nextExpiry();
    }

    @Override
    void expire() {
        queue.expire(agenda.nanos());
    }

    @Override
    AdmissionSnapshot snapshot() {
        return queue.snapshot(agenda.nanos());
    }
}
