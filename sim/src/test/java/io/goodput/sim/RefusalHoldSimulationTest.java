package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionControl;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Discipline;
import io.goodput.admission.Priority;
import io.goodput.admission.RefusalHold;
import io.goodput.admission.RefusalHold.Settings;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import org.junit.jupiter.api.Test;

/**
 * 200 callers who come back a millisecond after each answer or refusal, to a server with one processor, of which a
 * request takes 1 ms and a refusal 40 µs: it could do 1,000 requests a second.
 */
class RefusalHoldSimulationTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final long SECOND = 1_000 * MILLI;
    private static final long SLICE = 100 * MICRO;
    private static final long REFUSAL = 40 * MICRO;
    private static final int CALLERS = 200;
    private static final int SECONDS = 10;

    @Test
    void refusals_that_are_told_at_once_eat_what_the_server_could_do() {
        Server server = run(Settings.OFF);

        assertThat(server.answered).isLessThan(300 * SECONDS);
        assertThat(server.refused).isGreaterThan(20_000 * SECONDS);
        assertThat(server.mostHeld).isZero();
    }

    @Test
    void held_back_for_as_long_as_an_answer_takes_they_leave_it_its_goodput() {
        Server server = run(Settings.STANDARD);

        assertThat(server.answered).isGreaterThan(700 * SECONDS);
        assertThat(server.refused).isLessThan(7_000 * SECONDS);
        assertThat(server.mostHeld).isBetween(1, CALLERS);
    }

    @Test
    void no_more_are_held_than_there_is_room_for() {
        assertThat(run(new Settings(Settings.STANDARD.most(), 50)).mostHeld).isEqualTo(50);
    }

    private static Server run(Settings settings) {
        var server = new Server(settings);
        for (int i = 0; i < CALLERS; i++) {
            server.simulation.schedule(i * MICRO, server::come);
        }
        server.simulation.runUntil(SECONDS * SECOND);
        return server;
    }

    /** Its processor does one thing after the other, a request in slices and a refusal in one go. */
    private static final class Server implements AdmissionAnswers<Long> {
        private final Simulation simulation = new Simulation();
        private final AdmissionControl<Long> admission = new AdmissionControl<>(
                1, AdmissionSettings.STANDARD.withCapacity(20).withDiscipline(Discipline.FIFO));
        private final RefusalHold hold;
        private long freeAt;
        private int answered;
        private int refused;
        private int mostHeld;

        Server(Settings settings) {
            this.hold = new RefusalHold(settings);
        }

        void come(long now) {
            var request = new AdmissionRequest(Priority.CRITICAL, "one", Deadline.NONE);
            Admission answer = admission.offer(now, request, now);
            switch (answer) {
                case Served _ -> serve(now);
                case Shed reason -> shed(now, reason);
                default -> {}
            }
            admission.tell(this, now);
        }

        /** When the processor will have done so much more. */
        private long work(long nanos) {
            freeAt = Math.max(freeAt, simulation.nanos()) + nanos;
            return freeAt;
        }

        @Override
        public void serve(Long cameAt) {
            slice(cameAt, simulation.nanos(), MILLI);
        }

        private void slice(long cameAt, long begun, long left) {
            simulation.schedule(work(SLICE), now -> {
                if (left > SLICE) {
                    slice(cameAt, begun, left - SLICE);
                } else {
                    answer(cameAt, begun, now);
                }
            });
        }

        private void answer(long cameAt, long begun, long now) {
            answered++;
            hold.answered(Outcome.SUCCESS, now - cameAt);
            simulation.after(MILLI, this::come);
            admission.finished(Priority.CRITICAL, Outcome.SUCCESS, now - begun, now);
            admission.tell(this, now);
        }

        @Override
        public void shed(Long cameAt, Shed reason) {
            long now = simulation.nanos();
            refused++;
            long at = hold.until(Priority.CRITICAL, cameAt, Deadline.NONE, now);
            mostHeld = Math.max(mostHeld, hold.held());
            simulation.schedule(at, _ -> tell(at > now));
        }

        private void tell(boolean held) {
            if (held) {
                hold.released();
            }
            simulation.schedule(work(REFUSAL) + MILLI, this::come);
        }
    }
}
