package io.goodput.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConclusionTest {
    @Test
    void itNamesWhoNeverRecoversAndHowFastTheOthersDo() {
        assertThat(Conclusion.of(SampleReports.retryStorm()))
                .isEqualTo("three-attempts never recovers from the spike at 20–25 s in 82 % of the runs; none, backoff,"
                        + " bucket-small and bucket-large always recover, on average in 4.9 s (none) to 17.4 s"
                        + " (bucket-large). All 3 claims hold.");
    }

    @Test
    void oneSeedIsNoAverage() {
        assertThat(Conclusion.of(SampleReports.oneSeed()))
                .isEqualTo("three-attempts never recovers from the spike at 20–25 s; none, backoff, bucket-small and"
                        + " bucket-large recover, in 4.9 s (none) to 17.4 s (bucket-large). One run does not judge"
                        + " the claims.");
    }

    @Test
    void nobodyRecovers() {
        assertThat(Conclusion.of(SampleReports.nothingSucceeded()))
                .isEqualTo("No policy ever recovers from the spike at 20–25 s. The claim fails.");
    }

    @Test
    void withoutADisturbanceItTellsWhoCollapses() {
        assertThat(Conclusion.of(SampleReports.undisturbed()))
                .isEqualTo("three-attempts collapses in 82 % of the runs; none, backoff, bucket-small and bucket-large"
                        + " do not. All 3 claims hold.");
    }

    @Test
    void everybodyRecovers() {
        var storm = SampleReports.retryStorm();
        var well = List.of(storm.policies().getFirst(), storm.policies().getLast());
        var report = SampleReports.with(storm, "calm", "", "", 1, 200, well, List.of());

        assertThat(Conclusion.of(report))
                .isEqualTo("All policies recover from the spike at 20–25 s, on average in 4.9 s (none) to 17.4 s"
                        + " (bucket-large).");
    }

    @Test
    void oneLineOfAPolicy() {
        var storm = SampleReports.retryStorm();

        assertThat(storm.policies().stream().map(policy -> OneLine.of(storm, policy)))
                .startsWith("recovers in 4.9 s (mean)", "82 % of runs never recover");
    }

    @Test
    void withoutPoliciesThereIsNothingToSay() {
        var storm = SampleReports.retryStorm();

        assertThat(Conclusion.of(SampleReports.with(storm, "", "", "", 1, 1, List.of(), List.of())))
                .isEqualTo("No policy was run.");
    }
}
