package io.goodput.admission;

import static io.goodput.admission.Door.MS;
import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.AdmissionEvent.Admitted;
import io.goodput.admission.AdmissionEvent.GivenUp;
import io.goodput.admission.AdmissionEvent.LoadShed;
import io.goodput.admission.AdmissionEvent.OverloadBegan;
import io.goodput.admission.AdmissionEvent.OverloadEnded;
import io.goodput.admission.AdmissionEvent.Queued;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionEventsTest {
    private static final AdmissionRequest PAGE = AdmissionRequest.of(Priority.CRITICAL);
    private static final AdmissionRequest BATCH = AdmissionRequest.of(Priority.SHEDDABLE);

    private final List<AdmissionEvent> heard = new ArrayList<>();

    private Door door(AdmissionSettings settings) {
        var door = new Door(1, settings);
        door.queue.listen(heard::add);
        return door;
    }

    @Test
    void who_is_let_in_waits_or_is_shed_is_told_with_its_wait_and_the_reason() {
        Door door = door(PLAIN.withCapacity(1));
        door.offer("first", Priority.CRITICAL);
        door.now = 2 * MS;
        door.offer("batch", Priority.SHEDDABLE);
        door.now = 5 * MS;
        door.offer("page", Priority.CRITICAL);
        door.offer("late", Priority.SHEDDABLE);
        door.now = 9 * MS;
        door.finish();

        assertThat(heard)
                .containsExactly(
                        new Admitted(PAGE, 0, 0),
                        new Queued(BATCH, Long.MAX_VALUE, 2 * MS),
                        new LoadShed(BATCH, Shed.DISPLACED, 3 * MS, 5 * MS),
                        new Queued(PAGE, Long.MAX_VALUE, 5 * MS),
                        new LoadShed(BATCH, Shed.FULL, 0, 5 * MS),
                        new Admitted(PAGE, 4 * MS, 9 * MS));
    }

    @Test
    void who_gives_up_is_told_once() {
        Door door = door(PLAIN).busy();
        door.offer("page", Priority.CRITICAL);
        heard.clear();

        assertThat(door.ticket("page").cancel(7 * MS)).isTrue();
        assertThat(door.ticket("page").cancel(8 * MS)).isFalse();

        assertThat(heard).containsExactly(new GivenUp(PAGE, 7 * MS, 7 * MS));
    }

    @Test
    void overload_begins_when_the_queue_has_stood_for_the_interval_and_ends_when_it_is_empty() {
        Door door = door(PLAIN).busy();
        door.offer("a", Priority.CRITICAL);
        door.now = 100 * MS;
        door.offer("b", Priority.CRITICAL);
        door.now = 110 * MS;
        door.offer("c", Priority.CRITICAL);
        door.now = 120 * MS;
        door.drain();

        assertThat(heard)
                .filteredOn(event -> event instanceof OverloadBegan || event instanceof OverloadEnded)
                .containsExactly(new OverloadBegan(100 * MS), new OverloadEnded(120 * MS));
    }

    @Test
    void one_thread_hears_the_same_without_a_lock() {
        var control = new AdmissionControl<String>(1, PLAIN);
        control.listen(heard::add);
        var answers = new AdmissionAnswers<String>() {
            @Override
            public void serve(String work) {
                heard.add(new Admitted(BATCH, -1, -1)); // whom it concerns is told first
            }

            @Override
            public void shed(String work, Shed reason) {}
        };
        control.offer("first", PAGE, 0);
        control.offer("second", PAGE, 1);
        control.finished(Priority.CRITICAL, Outcome.SUCCESS, 5, 5);
        control.tell(answers, 5);

        assertThat(heard)
                .containsExactly(
                        new Admitted(PAGE, 0, 0),
                        new Queued(PAGE, Long.MAX_VALUE, 1),
                        new Admitted(BATCH, -1, -1),
                        new Admitted(PAGE, 4, 5));
    }

    @Test
    void a_gate_tells_of_whom_it_lets_in_at_once_too() throws Exception {
        var gate = new AdmissionGate(1, PLAIN, tenant -> 1, () -> 3);
        gate.queue().listen(heard::add);
        CallContext context = CallContext.NONE
                .withCriticality(Criticality.SHEDDABLE)
                .withTenant("t")
                .within(new Deadline(50));
        gate.enter(context).close();

        assertThat(heard)
                .containsExactly(new Admitted(new AdmissionRequest(Priority.SHEDDABLE, "t", new Deadline(50)), 0, 3));
    }

    @Test
    void a_queue_tells_what_it_is_doing() {
        Door door = new Door(2, PLAIN).busy();
        door.offer("a", Priority.CRITICAL);

        assertThat(door.queue).hasToString("2 of 2 served, 1 of 10 waiting, FIFO");
    }
}
