package io.goodput.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A queue of named requests, and what became of each of them. */
final class Door implements AdmissionAnswers<String> {
    static final long MS = 1_000_000;

    /** Bounded, FIFO, and nothing else: each test adds what it is about. */
    static final AdmissionSettings PLAIN = AdmissionSettings.STANDARD
            .withCapacity(10)
            .withDiscipline(Discipline.FIFO)
            .withMaxWait(AdmissionSettings.UNLIMITED)
            .withFeasibility(Feasibility.OFF);

    final AdmissionQueue<String> queue;
    final List<String> served = new ArrayList<>();
    final Map<String, Shed> refused = new HashMap<>();
    final Map<String, Ticket<?>> tickets = new HashMap<>();
    long now;

    Door(int limit, AdmissionSettings settings) {
        this(limit, settings, tenant -> 1);
    }

    Door(int limit, AdmissionSettings settings, ToIntFunction<Object> weights) {
        this.queue = new AdmissionQueue<>(limit, settings, this, weights);
    }

    @Override
    public void serve(String work) {
        assertThat(isAnswered(work)).as("%s is answered twice", work).isFalse();
        assertThat(queue.inService()).isLessThanOrEqualTo(queue.limit());
        served.add(work);
    }

    @Override
    public void shed(String work, Shed reason) {
        assertThat(isAnswered(work)).as("%s is answered twice", work).isFalse();
        refused.put(work, reason);
    }

    private boolean isAnswered(String work) {
        return served.contains(work) || refused.containsKey(work);
    }

    Admission offer(String work, Priority priority) {
        return offer(work, priority, null, Long.MAX_VALUE);
    }

    Admission offer(String work, Priority priority, @Nullable Object tenant, long deadline) {
        Admission answer = queue.offer(work, new AdmissionRequest(priority, tenant, new Deadline(deadline)), now);
        switch (answer) {
            case Served _ -> served.add(work);
            case Ticket<?> ticket -> tickets.put(work, ticket);
            case Shed reason -> refused.put(work, reason);
        }
        return answer;
    }

    /** The door is taken by requests of which no more is said. */
    Door busy() {
        for (int i = 0; i < queue.limit(); i++) {
            offer("busy" + i, Priority.CRITICAL);
        }
        served.clear();
        return this;
    }

    Ticket<?> ticket(String work) {
        return Objects.requireNonNull(tickets.get(work));
    }

    /** One that is served is done. */
    void finish() {
        finish(Priority.CRITICAL, MS);
    }

    void finish(Priority priority, long serviceNanos) {
        queue.finished(priority, Outcome.SUCCESS, serviceNanos, now);
    }

    /** Lets go until nothing waits; the order in which all were served. */
    List<String> drain() {
        while (queue.waiting() > 0) {
            finish();
        }
        return served;
    }
}
