package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By {@link AdmissionQueue}, as an asynchronous server runs it. */
final class QueueHarness extends AdmissionHarness implements AdmissionAnswers<Visit> {
    private final AdmissionQueue<Visit> queue;
    private final Map<Visit, Ticket<?>> tickets = new HashMap<>();

    private QueueHarness(AdmissionScript script) {
        super(script);
        this.queue = new AdmissionQueue<>(script.limit(), script.settings(), this);
    }

    static List<String> run(AdmissionScript script) {
        return new QueueHarness(script).play();
    }

    @Override
    void arrive(Visit visit) {
        switch (queue.offer(visit, visit.request(), agenda.nanos())) {
            case Served _ -> told(visit, SERVED);
            case Shed reason -> toldShed(visit, reason);
            case Ticket<?> ticket -> tickets.put(visit, ticket);
        }
    }

    @Override
    void finish(Visit visit) {
        queue.finished(visit.request().priority(), visit.ends(), visit.serves(), agenda.nanos());
    }

    @Override
    void giveUp(Visit visit) {
        if (Objects.requireNonNull(tickets.get(visit)).cancel(agenda.nanos())) {
            told(visit, "gave up");
        }
    }

    @Override
    public void serve(Visit visit) {
        told(visit, SERVED);
    }

    @Override
    public void shed(Visit visit, Shed reason) {
        toldShed(visit, reason);
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
