package io.goodput.admission;

import static io.goodput.admission.Door.MS;
import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Allocations;
import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What it costs to be let in, and to be refused: bytes. */
class CostTest {
    private static final int CALLS = 100_000;
    private static final CallContext TENANT = CallContext.NONE.withTenant("tenant");

    private final AdmissionAnswers<String> nobody = new AdmissionAnswers<>() {
        @Override
        public void serve(String work) {}

        @Override
        public void shed(String work, Shed reason) {}
    };

    @Test
    void to_be_served_at_once_allocates_nothing() throws Exception {
        var queue = new AdmissionQueue<>(2, AdmissionSettings.STANDARD, nobody);

        var request = new AdmissionRequest(Priority.CRITICAL, "tenant", new Deadline(1_000 * MS));

        assertThat(bytes(() -> {
                    queue.offer("w", request, 0);
                    queue.finished(Priority.CRITICAL, Outcome.SUCCESS, MS, 0);
                    return queue;
                }))
                .isLessThan(CALLS);
    }

    @Test
    void a_refusal_for_lack_of_room_allocates_nothing() throws Exception {
        var queue = new AdmissionQueue<>(1, PLAIN.withCapacity(500), nobody);
        for (int i = 0; i < 501; i++) {
            queue.offer("w", new AdmissionRequest(Priority.CRITICAL, "tenant" + i % 100, Deadline.NONE), 0);
        }

        var request = new AdmissionRequest(Priority.CRITICAL, "tenant7", Deadline.NONE);
        assertThat(bytes(() -> queue.offer("w", request, 0))).isLessThan(CALLS);
        assertThat(queue.snapshot(0).shed(Shed.FULL)).isPositive();
    }

    @Test
    void a_refusal_for_lack_of_time_allocates_nothing() throws Exception {
        var queue = new AdmissionQueue<>(1, AdmissionSettings.STANDARD, nobody);
        queue.offer("w", new AdmissionRequest(Priority.CRITICAL, "tenant", Deadline.NONE), 0);
        var request = new AdmissionRequest(Priority.SHEDDABLE, "tenant", new Deadline(0));
        assertThat(bytes(() -> queue.offer("w", request, 0))).isLessThan(CALLS);
        assertThat(queue.snapshot(0).shed(Shed.EXPIRED)).isPositive();
    }

    @Test
    void a_gate_allocates_a_permit() throws Exception {
        var gate = new AdmissionGate(1, AdmissionSettings.STANDARD);

        assertThat(bytes(() -> {
                    try (var permit = gate.enter(TENANT)) {
                        permit.succeeded();
                        return gate;
                    }
                }))
                .isLessThanOrEqualTo(40L * CALLS + CALLS);
    }

    private static long bytes(Callable<Object> call) throws Exception {
        repeat(call);
        return Allocations.of(() -> repeat(call));
    }

    private static void repeat(Callable<Object> call) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            call.call();
        }
    }
}
