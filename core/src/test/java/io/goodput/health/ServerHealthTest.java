package io.goodput.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.goodput.health.HealthReport.Finding;
import io.goodput.outlier.PeerComparison;
import io.goodput.outlier.PeerComparison.Figures;
import io.goodput.outlier.PeerComparison.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerHealthTest {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final long START = 1_000;
    private static final long END = START + PERIOD.toNanos();

    private final ServerHealth health = new ServerHealth(
            new ServerHealth.Settings(
                    List.of(LocalCheck.of("loop", PERIOD)),
                    List.of(LocalCheck.of("disk", PERIOD)),
                    List.of(DependencyCheck.of("mail", PERIOD), DependencyCheck.essential("database", PERIOD))),
            START);

    private void allUp(long now) {
        for (String name : List.of("loop", "disk", "mail", "database")) {
            health.report(name, Status.UP, "", now);
        }
    }

    private boolean live(long now) {
        return health.liveness(now).up();
    }

    private boolean ready(long now) {
        return health.readiness(now).up();
    }

    @Test
    void a_server_that_starts_is_alive_and_not_ready_until_what_it_needs_has_reported() {
        assertThat(live(START)).isTrue();
        assertThat(ready(START)).isFalse();

        health.report("loop", Status.UP, "", START);
        health.report("disk", Status.UP, "", START);
        assertThat(ready(START)).isFalse();
        health.report("database", Status.UP, "", START);
        assertThat(ready(START)).as("mail has not reported, and is not needed").isTrue();
    }

    @Test
    void a_dependency_that_fails_restarts_nobody() {
        allUp(START);
        health.report("database", Status.DOWN, "refused", START);
        health.report("mail", Status.DOWN, "refused", START);

        assertThat(live(START)).isTrue();
        assertThat(health.liveness(START).findings()).extracting(Finding::name).containsExactly("loop");
    }

    @Test
    void a_dependency_that_fails_takes_nobody_out_of_service_unless_it_is_essential() {
        allUp(START);
        health.report("mail", Status.DOWN, "refused", START);
        assertThat(ready(START)).isTrue();
        assertThat(health.readiness(START).findings()).contains(new Finding("mail", Status.DOWN, "refused", false));

        health.report("database", Status.DOWN, "timed out", START);
        assertThat(ready(START)).isFalse();
        assertThat(health.readiness(START).findings())
                .contains(new Finding("database", Status.DOWN, "timed out", true));
    }

    @Test
    void a_local_failure_takes_the_server_out_of_service_and_restarts_it_only_if_that_helps() {
        allUp(START);
        health.report("disk", Status.DOWN, "full", START);
        assertThat(ready(START)).isFalse();
        assertThat(live(START)).isTrue();

        health.report("disk", Status.UP, "", START);
        health.report("loop", Status.DOWN, "stuck", START);
        assertThat(ready(START)).isFalse();
        assertThat(live(START)).isFalse();
    }

    @Test
    void a_local_check_that_falls_silent_counts_as_failed() {
        allUp(START);

        assertThat(live(END - 1)).isTrue();
        assertThat(live(END)).isFalse();
        assertThat(health.liveness(END).findings())
                .containsExactly(new Finding("loop", Status.DOWN, "no report for 10s", true));
        assertThat(live(END)).isFalse();

        health.report("loop", Status.UP, "", END + 5);
        assertThat(live(END + 5)).isTrue();
    }

    @Test
    void a_local_check_that_never_reports_counts_as_failed_after_its_period() {
        assertThat(live(END - 1)).isTrue();
        assertThat(live(END)).isFalse();
    }

    @Test
    void a_dependency_check_that_falls_silent_says_nothing() {
        allUp(START);
        health.report("database", Status.DOWN, "refused", START);
        health.report("loop", Status.UP, "", END - 1);
        health.report("disk", Status.UP, "", END - 1);

        assertThat(ready(END - 1)).isFalse();
        assertThat(ready(END)).isTrue();
        assertThat(health.readiness(END).findings())
                .contains(new Finding("database", Status.UNKNOWN, "no report for 10s", false));
    }

    @Test
    void checks_that_stay_keep_what_they_reported_and_new_ones_start() {
        allUp(START);
        var disk = new LocalCheck("disk", PERIOD.multipliedBy(2), Status.DOWN);
        health.change(
                new ServerHealth.Settings(List.of(), List.of(disk), List.of(DependencyCheck.essential("mail", PERIOD))),
                START + 1);

        assertThat(health.settings().liveness()).isEmpty();
        assertThat(health.readiness(START + 1).findings())
                .extracting(HealthReport.Finding::name, HealthReport.Finding::status)
                .containsExactly(tuple("disk", Status.UP), tuple("mail", Status.STARTING));
        health.report("mail", Status.UP, "", END);
        assertThat(ready(END)).as("the disk has a longer period now").isTrue();
    }

    @Test
    void silence_counts_as_configured() {
        var strict = new ServerHealth(
                new ServerHealth.Settings(
                        List.of(new LocalCheck("lax", PERIOD, Status.UNKNOWN)),
                        List.of(),
                        List.of(new DependencyCheck("strict", PERIOD, Status.DOWN, true))),
                START);

        assertThat(strict.liveness(END).up()).isTrue();
        assertThat(strict.readiness(END).findings())
                .containsExactly(
                        new Finding("lax", Status.UNKNOWN, "no report for 10s", false),
                        new Finding("strict", Status.DOWN, "no report for 10s", true));
    }

    @Test
    void a_server_whose_peers_miss_the_same_dependency_stays_in_service() {
        allUp(START);
        health.report("database", Status.DOWN, "refused", START);
        Verdict verdict = PeerComparison.SUCCESS_RATE.low(0.02, Figures.of(0.02, 0.01, 0.03, 0, 0.02));

        health.compared("database", verdict, START);

        assertThat(ready(START)).isTrue();
        assertThat(health.readiness(START).findings())
                .contains(new Finding("database", Status.DOWN, "refused (in service: its peers do no better)", false));
    }

    @ParameterizedTest
    @CsvSource({"OUTLIER", "TOO_FEW"})
    void a_server_that_alone_misses_it_or_has_too_few_peers_to_tell_goes_out_of_service(Verdict verdict) {
        allUp(START);
        health.report("database", Status.DOWN, "refused", START);
        health.compared("database", Verdict.ORDINARY, START);

        health.compared("database", verdict, START);

        assertThat(ready(START)).isFalse();
    }

    @Test
    void word_of_the_peers_holds_for_a_period() {
        allUp(START);
        health.compared("database", Verdict.ORDINARY, START);
        allUp(START + 5);
        health.report("database", Status.DOWN, "refused", START + 5);

        assertThat(ready(END - 1)).isTrue();
        assertThat(ready(END)).isFalse();
    }

    @Test
    void an_answer_is_made_once_and_given_until_something_changes() {
        allUp(START);

        HealthReport ready = health.readiness(START);
        HealthReport live = health.liveness(START);
        assertThat(health.readiness(END - 1)).isSameAs(ready);
        assertThat(health.liveness(END - 1)).isSameAs(live);

        HealthReport silent = health.readiness(END);
        assertThat(silent).isNotSameAs(ready);
        assertThat(health.readiness(END + PERIOD.toNanos())).isSameAs(silent);
    }

    @Test
    void a_report_that_comes_late_changes_nothing() {
        allUp(START + 10);

        health.report("loop", Status.DOWN, "stuck", START + 9);

        assertThat(live(START + 10)).isTrue();
    }

    @Test
    void an_unknown_name_and_a_senseless_report_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health.report("dsik", Status.UP, "", START))
                .withMessage("name: \"dsik\" (expected: one of [loop, disk, mail, database])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health.report("disk", Status.STARTING, "", START))
                .withMessage("status: STARTING (expected: UP, DOWN or UNKNOWN)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health.compared("disk", Verdict.ORDINARY, START))
                .withMessage("dependency: \"disk\" (expected: not a local check)");
    }

    @Test
    void checks_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalCheck.of(" ", PERIOD))
                .withMessage("name: \" \" (expected: printable text that is not blank, of at most 256 characters)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependencyCheck.of("mail", Duration.ZERO))
                .withMessage("period: 0s (expected: >= 1ms and <= 1d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalCheck("disk", PERIOD, Status.UP))
                .withMessage("silent: UP (expected: DOWN or UNKNOWN)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerHealth.Settings(
                        List.of(LocalCheck.of("disk", PERIOD)), List.of(LocalCheck.of("disk", PERIOD)), List.of()))
                .withMessage("name: \"disk\" (expected: each name once)");
    }
}
