package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Priority;
import io.goodput.bench.evidence.OverloadedServer.Load;
import io.goodput.bench.evidence.OverloadedServer.Traffic;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What docs/policies/admission.md and fairness.md say of the figures, on a few seeds. */
class AdmissionEvidenceTest {
    private final AdmissionEvidence evidence = new AdmissionEvidence(3);

    @Test
    void an_unbounded_fifo_queue_serves_nobody_in_time_and_takes_long_to_recover() throws InterruptedException {
        assertThat(inTime("FIFO, unbounded")).isLessThan(20);
        assertThat(recovery("FIFO, unbounded")).isGreaterThan(15);
    }

    @Test
    void the_standard_queue_keeps_half_of_a_double_load_and_recovers_at_once() throws InterruptedException {
        assertThat(inTime("standard")).isGreaterThan(45);
        assertThat(recovery("standard")).isLessThanOrEqualTo(1);
    }

    @Test
    void criticality_decides_who_is_served() throws InterruptedException {
        var runs = evidence.run(new Load(AdmissionSettings.STANDARD, Traffic.CRITICALITIES, true));

        assertThat(AdmissionEvidence.mean(runs, run -> run.inTimePercent(Priority.CRITICAL_PLUS))
                        .mean())
                .isGreaterThan(99);
        assertThat(AdmissionEvidence.mean(runs, run -> run.inTimePercent(Priority.SHEDDABLE))
                        .mean())
                .isLessThan(15);
    }

    @Test
    void a_noisy_tenant_does_not_take_the_others_share() throws InterruptedException {
        var fair = evidence.run(new Load(AdmissionSettings.STANDARD, Traffic.NOISY_TENANT, true));
        var unfair = evidence.run(new Load(AdmissionSettings.STANDARD.withFair(false), Traffic.NOISY_TENANT, true));

        assertThat(AdmissionEvidence.mean(fair, OverloadedServer::othersInTimePercent)
                        .mean())
                .isGreaterThan(95);
        assertThat(AdmissionEvidence.mean(unfair, OverloadedServer::othersInTimePercent)
                        .mean())
                .isLessThan(70);
    }

    private double inTime(String discipline) throws InterruptedException {
        return AdmissionEvidence.mean(evidence.run(load(discipline)), OverloadedServer::inTimePercent)
                .mean();
    }

    private double recovery(String discipline) throws InterruptedException {
        return AdmissionEvidence.mean(evidence.run(load(discipline)), OverloadedServer::recoverySeconds)
                .mean();
    }

    private static Load load(String discipline) {
        return Objects.requireNonNull(AdmissionEvidence.disciplines().get(discipline));
    }
}
