package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Shed;
import io.goodput.conformance.Agenda;
import io.goodput.conformance.Story;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plays a script, one thing after the other: what has waited for too long goes first. */
abstract class AdmissionHarness {
    private record News(Visit visit, String what) {}

    static final String SERVED = "served";

    final AdmissionScript script;
    final Agenda agenda = new Agenda();
    private final Story story = new Story();
    private final Queue<News> news = new ConcurrentLinkedQueue<>();
    private final Set<Visit> answered = new HashSet<>();

    AdmissionHarness(AdmissionScript script) {
        this.script = script;
    }

    abstract void arrive(Visit visit);

    abstract void finish(Visit visit);

    abstract void giveUp(Visit visit);

    abstract long nextExpiry();

    abstract void expire();

    abstract AdmissionSnapshot snapshot();

    /** Returns when nothing more happens by itself. */
    void await() {}

    final void told(Visit visit, String what) {
        news.add(new News(visit, what));
    }

    final void toldShed(Visit visit, Shed reason) {
        told(visit, "shed " + reason);
    }

    final List<String> play() {
        script.visits().forEach(visit -> agenda.runAt(visit.at(), () -> come(visit)));
        while (Math.min(agenda.next(), nextExpiry()) != Long.MAX_VALUE) {
            long expiry = nextExpiry();
            if (expiry <= agenda.next()) {
                agenda.moveTo(expiry);
                expire();
            } else {
                agenda.step();
            }
            await();
            settle();
        }
        story.tell(agenda.nanos(), "finally", counts(snapshot()));
        return story.lines();
    }

    private static String counts(AdmissionSnapshot snapshot) {
        return snapshot.inService() + " " + snapshot.waiting() + " " + snapshot.served() + " " + snapshot.shed() + " "
                + snapshot.leastServiceTime() + " " + snapshot.cancelled();
    }

    private void come(Visit visit) {
        if (visit.patience() != Long.MAX_VALUE) {
            agenda.runAt(visit.at() + visit.patience(), () -> tire(visit));
        }
        arrive(visit);
    }

    private void tire(Visit visit) {
        if (!answered.contains(visit)) {
            giveUp(visit);
        }
    }

    /** Those who were told something at the same time, in the order in which they came. */
    private void settle() {
        List<News> all = news.stream()
                .sorted(Comparator.comparingInt(one -> one.visit.number()))
                .toList();
        news.clear();
        for (News one : all) {
            story.tell(agenda.nanos(), one.visit.name(), one.what);
            answered.add(one.visit);
            if (one.what.equals(SERVED)) {
                agenda.runAt(agenda.nanos() + one.visit.serves(), () -> finish(one.visit));
            }
        }
    }
}
