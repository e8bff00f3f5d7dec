package io.goodput.conformance.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Discipline;
import io.goodput.admission.Feasibility;
import io.goodput.admission.GuaranteedShares;
import io.goodput.admission.Priority;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The same requests through the four drivers of admission: the same answers at the same instants. */
class AdmissionConformanceTest {
    /** Short in real time: threads at a gate look again when as much of it has passed. */
    private static final long UNIT = 1_000;

    private static final List<Priority> PRIORITIES = List.of(Priority.values());

    private static final List<Discipline> DISCIPLINES = List.of(
            Discipline.FIFO,
            Discipline.LIFO,
            Discipline.ADAPTIVE_LIFO,
            Discipline.CODEL,
            Discipline.CODEL_ADAPTIVE_LIFO);

    @Property(tries = 2_000)
    void without_holding_a_thread_requests_are_answered_as_in_a_simulation(@ForAll long seed) {
        AdmissionScript script = script(new SplittableRandom(seed));

        assertThat(QueueHarness.run(script)).isEqualTo(ControlHarness.run(script));
    }

    @Property(tries = 2_000)
    void so_are_those_of_event_loops(@ForAll long seed) {
        AdmissionScript script = script(new SplittableRandom(seed));

        assertThat(LoopsHarness.run(script)).isEqualTo(ControlHarness.run(script));
    }

    @Property(tries = 500)
    void so_are_threads_at_a_gate(@ForAll long seed) {
        AdmissionScript script = script(new SplittableRandom(seed));

        assertThat(GateHarness.run(script)).isEqualTo(ControlHarness.run(script));
    }

    private static AdmissionScript script(SplittableRandom random) {
        var visits = new ArrayList<Visit>();
        long at = 0;
        int count = 1 + random.nextInt(20);
        for (int number = 0; number < count; number++) {
            at += random.nextLong(30) * UNIT;
            visits.add(new Visit(
                    number,
                    at,
                    request(random, at),
                    random.nextLong(80) * UNIT,
                    random.nextInt(4) == 0 ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS,
                    random.nextInt(5) == 0 ? random.nextLong(60) * UNIT : Long.MAX_VALUE));
        }
        return new AdmissionScript(1 + random.nextInt(3), settings(random), visits);
    }

    private static AdmissionRequest request(SplittableRandom random, long at) {
        Priority priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        String tenant = random.nextInt(4) == 0 ? null : "t" + random.nextInt(3);
        boolean hurried = random.nextInt(3) == 0;
        return new AdmissionRequest(
                priority, tenant, hurried ? new Deadline(at + random.nextLong(100) * UNIT) : Deadline.NONE);
    }

    private static AdmissionSettings settings(SplittableRandom random) {
        Duration target = Duration.ofNanos(10 * UNIT);
        Duration interval = Duration.ofNanos(40 * UNIT);
        return AdmissionSettings.STANDARD
                .withCapacity(random.nextInt(6))
                .withPings(1 + random.nextInt(2))
                .withDiscipline(
                        DISCIPLINES.get(random.nextInt(DISCIPLINES.size())).withTimes(target, interval))
                .withMaxWait(
                        random.nextBoolean()
                                ? AdmissionSettings.UNLIMITED
                                : Duration.ofNanos((1 + random.nextLong(100)) * UNIT))
                .withFeasibility(random.nextBoolean() ? Feasibility.OFF : Feasibility.STANDARD)
                .withGuaranteed(random.nextInt(3) == 0 ? new GuaranteedShares(0, 0.1, 0.2, 0.3) : GuaranteedShares.NONE)
                .withFair(random.nextBoolean());
    }
}
