package io.goodput.balance;

import static io.goodput.balance.Fixture.SECOND;
import static io.goodput.balance.Fixture.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.goodput.Outcome;
import io.goodput.balance.Balancer.Settings;
import io.goodput.balance.Detection.Consequence;
import io.goodput.balance.Detection.Reason;
import io.goodput.outlier.PeerComparison;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutlierEjectionTest {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private static final OutlierEjection.Settings LIMITS = new OutlierEjection.Settings(
            Duration.ofSeconds(10),
            5,
            PeerComparison.SUCCESS_RATE,
            100,
            Duration.ofSeconds(30),
            Duration.ofSeconds(300),
            Duration.ZERO,
            0.1,
            true);

    private static Fixture fixture(int endpoints) {
        return new Fixture(Settings.STANDARD.withEjection(LIMITS), endpoints);
    }

    /** An interval in which each endpoint answers so often, with failures that never come five in a row. */
    private static void interval(Fixture fixture, int answers, int... failures) {
        fixture.sweep();
        for (int i = 0; i < failures.length; i++) {
            for (int answer = 0; answer < answers; answer++) {
                boolean failed = (long) (answer + 1) * failures[i] / answers > (long) answer * failures[i] / answers;
                fixture.calls(i, failed ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS, 1);
            }
        }
        fixture.now += 10 * SECOND;
        fixture.sweep();
    }

    @Test
    void five_failures_in_a_row_eject() {
        Fixture fixture = fixture(10);
        fixture.calls(3, Outcome.TRANSIENT_FAILURE, 2);
        fixture.calls(3, Outcome.TIMEOUT, 2);
        fixture.sweep();
        assertThat(fixture.ejected()).isZero();

        fixture.calls(3, Outcome.TRANSIENT_FAILURE, 1);
        fixture.sweep();

        assertThat(fixture.endpoint(3).isEjected()).isTrue();
        assertThat(fixture.picks(1_000)[3]).isZero();
        assertThat(fixture.balancer.detections())
                .containsExactly(new Detection(
                        fixture.endpoint(3),
                        Reason.FAILURES_IN_A_ROW,
                        SECOND,
                        Consequence.EJECTED,
                        "5 failures in a row"));
    }

    @Test
    void the_pick_after_the_fifth_failure_goes_elsewhere() {
        Fixture fixture = new Fixture(Settings.STANDARD.withEjection(LIMITS).withStrategy(Strategy.LEAST_IN_FLIGHT), 2);
        fixture.sweep();
        fixture.endpoint(0).started();
        fixture.calls(1, Outcome.TRANSIENT_FAILURE, 5);

        assertThat(fixture.pick()).isSameAs(fixture.endpoint(0));
    }

    @Test
    void a_suspicion_that_comes_up_while_another_pick_looks_for_outliers_is_not_lost() {
        Fixture fixture = fixture(20);
        fixture.sweep();
        fixture.calls(1, Outcome.TIMEOUT, 5);
        // Drawn from when h1 is ejected: h0 has been looked at by then.
        var meanwhile = new RandomGenerator() {
            @Override
            public long nextLong() {
                return fixture.random.nextLong();
            }

            @Override
            public double nextDouble() {
                fixture.calls(0, Outcome.TIMEOUT, 5);
                return 0;
            }
        };
        fixture.balancer.pick(fixture.now, meanwhile, null, null);
        assertThat(fixture.ejected()).isEqualTo(1);

        fixture.sweep();

        assertThat(fixture.endpoint(0).isEjected()).isTrue();
    }

    @Test
    void any_answer_in_between_breaks_the_row() {
        for (Outcome answer : new Outcome[] {Outcome.SUCCESS, Outcome.PERMANENT_FAILURE}) {
            Fixture fixture = fixture(10);
            fixture.calls(3, Outcome.TIMEOUT, 4);
            fixture.calls(3, answer, 1);
            fixture.calls(3, Outcome.TIMEOUT, 4);
            fixture.sweep();

            assertThat(fixture.ejected()).as("%s", answer).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "PERMANENT_FAILURE", "THROTTLED", "DROPPED", "CANCELLED"})
    void an_endpoint_is_not_blamed_for_callers_who_err_or_for_refusing_what_is_too_much(Outcome outcome) {
        Fixture fixture = fixture(10);
        fixture.calls(3, outcome, 1_000);
        fixture.sweep();

        assertThat(fixture.balancer.detections()).isEmpty();
    }

    @Test
    void a_throttled_call_neither_breaks_the_row_nor_counts_as_success() {
        Fixture fixture = fixture(10);
        fixture.calls(3, Outcome.TIMEOUT, 4);
        fixture.calls(3, Outcome.THROTTLED, 1);
        fixture.calls(3, Outcome.TIMEOUT, 1);
        fixture.sweep();

        assertThat(fixture.endpoint(3).isEjected()).isTrue();
    }

    @Test
    void four_hosts_at_99_99_percent_and_one_at_99_95_eject_nobody() {
        Fixture fixture = fixture(5);
        interval(fixture, 10_000, 1, 1, 1, 1, 5);
        assertThat(fixture.balancer.detections()).isEmpty();

        var noGap = new OutlierEjection.Settings(
                LIMITS.interval(),
                5,
                new PeerComparison(1.9, 0, 5),
                100,
                LIMITS.base(),
                LIMITS.longest(),
                LIMITS.jitter(),
                0.1,
                true);
        fixture.balancer.change(Settings.STANDARD.withEjection(noGap));
        interval(fixture, 10_000, 1, 1, 1, 1, 5);
        assertThat(fixture.endpoint(4).isEjected()).as("Envoy's rule alone").isTrue();
    }

    @Test
    void a_success_rate_far_below_the_peers_ejects() {
        Fixture fixture = fixture(5);
        interval(fixture, 100, 1, 0, 30, 0, 1);

        assertThat(fixture.endpoint(2).isEjected()).isTrue();
        assertThat(fixture.balancer.detections())
                .containsExactly(new Detection(
                        fixture.endpoint(2),
                        Reason.SUCCESS_RATE,
                        11 * SECOND,
                        Consequence.EJECTED,
                        "success rate 70.0 % (mean 93.6 %, deviation 11.8 %, 5 endpoints)"));
    }

    @Test
    void fewer_than_five_hosts_with_100_requests_are_not_compared() {
        Fixture fixture = fixture(5);
        interval(fixture, 99, 0, 0, 40, 0, 0);
        assertThat(fixture.balancer.detections()).isEmpty();

        Fixture four = fixture(4);
        interval(four, 1_000, 0, 0, 400, 0);
        assertThat(four.balancer.detections()).isEmpty();
    }

    @Test
    void nothing_is_judged_before_the_interval_is_over_and_each_interval_stands_for_itself() {
        Fixture fixture = fixture(5);
        fixture.sweep();
        fixture.calls(2, Outcome.TRANSIENT_FAILURE, 4);
        fixture.now += 10 * SECOND - 1;
        fixture.sweep();
        assertThat(fixture.balancer.detections()).isEmpty();

        fixture.now += 1;
        fixture.sweep();
        interval(fixture, 100, 0, 0, 0, 0, 0);
        assertThat(fixture.balancer.detections()).isEmpty();
    }

    @Test
    void a_third_of_bad_hosts_cannot_be_told_by_success_rates() {
        Fixture fixture = fixture(9);
        interval(fixture, 100, 40, 40, 40, 0, 0, 0, 0, 0, 0);

        assertThat(fixture.balancer.detections()).isEmpty();
    }

    @Test
    void an_ejection_lasts_30_s_and_each_one_after_it_30_s_longer_up_to_300_s() {
        Fixture fixture = fixture(10);
        for (int nth = 1; nth <= 12; nth++) {
            fixture.calls(3, Outcome.TIMEOUT, 5);
            fixture.sweep();
            long until = fixture.endpoint(3).ejectedUntil();
            assertThat(until - fixture.now).isEqualTo(Math.min(30 * nth, 300) * SECOND);

            fixture.now = until - 1;
            fixture.sweep();
            assertThat(fixture.endpoint(3).isEjected()).isTrue();
            fixture.now = until;
            fixture.sweep();
            assertThat(fixture.endpoint(3).isEjected()).isFalse();
        }
    }

    @Test
    void ejections_for_a_low_success_rate_grow_longer_too_where_each_ends_with_an_interval() {
        Fixture fixture = fixture(10);
        for (int nth = 1; nth <= 12; nth++) {
            interval(fixture, 100, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0);
            long until = fixture.endpoint(3).ejectedUntil();
            assertThat(until - fixture.now).isEqualTo(Math.min(30 * nth, 300) * SECOND);

            fixture.now = until;
            fixture.sweep();
            assertThat(fixture.endpoint(3).isEjected()).isFalse();
        }
    }

    @Test
    void an_interval_in_which_an_endpoint_is_an_outlier_makes_good_for_nothing_though_it_must_stay() {
        Fixture fixture = fixture(10);
        for (int nth = 1; nth <= 2; nth++) {
            fixture.calls(3, Outcome.TIMEOUT, 5);
            fixture.sweep();
            fixture.now = fixture.endpoint(3).ejectedUntil();
            fixture.sweep();
        }
        fixture.calls(4, Outcome.TIMEOUT, 5);
        for (int i = 0; i < 2; i++) {
            interval(fixture, 100, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0);
        }
        assertThat(fixture.balancer.detections().getLast().consequence()).isEqualTo(Consequence.TOO_MANY_EJECTED);

        interval(fixture, 100, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0);

        assertThat(fixture.endpoint(3).ejectedUntil() - fixture.now).isEqualTo(90 * SECOND);
    }

    @Test
    void every_interval_spent_in_rotation_makes_good_for_one_ejection() {
        Fixture fixture = fixture(10);
        for (int nth = 1; nth <= 3; nth++) {
            fixture.calls(3, Outcome.TIMEOUT, 5);
            fixture.sweep();
            fixture.now = fixture.endpoint(3).ejectedUntil();
            fixture.sweep();
        }
        for (int i = 0; i < 2; i++) {
            fixture.now += 10 * SECOND;
            fixture.sweep();
        }

        fixture.calls(3, Outcome.TIMEOUT, 5);
        fixture.sweep();

        assertThat(fixture.endpoint(3).ejectedUntil() - fixture.now).isEqualTo(60 * SECOND);
    }

    @Test
    void jitter_brings_endpoints_back_apart() {
        Fixture fixture = new Fixture(Settings.STANDARD, 100);
        for (int i = 0; i < 10; i++) {
            fixture.calls(i, Outcome.TIMEOUT, 5);
        }
        fixture.sweep();

        assertThat(fixture.balancer.endpoints().stream()
                        .filter(Endpoint::isEjected)
                        .map(Endpoint::ejectedUntil))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(until -> until >= fixture.now + 30 * SECOND && until < fixture.now + 33 * SECOND);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "5, 1", "9, 1", "10, 1", "19, 1", "20, 2", "100, 10"})
    void a_tenth_of_the_hosts_may_be_ejected_but_always_one_of_two_or_more(int hosts, int most) {
        Fixture fixture = fixture(hosts);
        for (int i = 0; i < hosts; i++) {
            fixture.calls(i, Outcome.TIMEOUT, 5);
        }
        fixture.sweep();

        assertThat(fixture.ejected()).isEqualTo(most);
        assertThat(fixture.balancer.detections().stream()
                        .filter(detection -> detection.consequence() == Consequence.TOO_MANY_EJECTED))
                .hasSize(Math.min(hosts, 64) - (hosts <= 64 ? most : 0));
        assertThat(fixture.balancer.isPanicking()).isFalse();
    }

    @Test
    void in_a_full_outage_the_rest_goes_on_trying() {
        Fixture fixture = fixture(10);
        for (int i = 0; i < 1_000; i++) {
            fixture.end(fixture.pick(), Outcome.TIMEOUT, SECOND);
            fixture.now += SECOND / 100;
        }

        assertThat(fixture.ejected()).isEqualTo(1);
    }

    @Test
    void a_dry_run_reports_what_it_would_do_and_does_nothing() {
        Fixture fixture = new Fixture(Settings.STANDARD.withEjection(LIMITS.dryRun()), 5);
        fixture.calls(1, Outcome.TIMEOUT, 5);
        interval(fixture, 100, 0, 0, 30, 0, 0);

        assertThat(fixture.ejected()).isZero();
        assertThat(fixture.balancer.detections())
                .extracting(Detection::reason, Detection::consequence)
                .containsExactly(
                        tuple(Reason.FAILURES_IN_A_ROW, Consequence.DRY_RUN),
                        tuple(Reason.SUCCESS_RATE, Consequence.DRY_RUN));
    }

    @Test
    void ejected_and_unhealthy_together_may_cause_a_panic() {
        Fixture fixture = fixture(4);
        fixture.balancer.health(fixture.endpoint(0), false);
        fixture.balancer.health(fixture.endpoint(1), false);
        assertThat(fixture.balancer.isPanicking()).isFalse();

        fixture.calls(2, Outcome.TIMEOUT, 5);
        fixture.sweep();

        assertThat(fixture.balancer.isPanicking()).isTrue();
        assertThat(fixture.balancer.available()).hasSize(4);
    }

    @Test
    void a_shorter_list_brings_those_back_that_are_now_too_many_the_next_to_return_first() {
        Fixture fixture = fixture(20);
        fixture.calls(0, Outcome.TIMEOUT, 5);
        fixture.sweep();
        fixture.now += SECOND;
        fixture.calls(1, Outcome.TIMEOUT, 5);
        fixture.sweep();
        assertThat(fixture.ejected()).isEqualTo(2);

        fixture.balancer.update(addresses(19));

        assertThat(fixture.endpoint(0).isEjected()).isFalse();
        assertThat(fixture.endpoint(1).isEjected()).isTrue();
    }

    @Test
    void a_dry_run_and_no_ejection_bring_everybody_back() {
        for (var limits : new OutlierEjection.Settings[] {null, LIMITS.dryRun(), LIMITS.withMost(0)}) {
            Fixture fixture = fixture(10);
            fixture.calls(0, Outcome.TIMEOUT, 5);
            fixture.sweep();
            assertThat(fixture.ejected()).isEqualTo(1);

            fixture.balancer.change(Settings.STANDARD.withEjection(limits));

            assertThat(fixture.ejected()).isZero();
            assertThat(fixture.balancer.available()).hasSize(10);
        }
    }

    @Property(tries = 200)
    void never_more_are_ejected_than_may_be_whatever_happens(
            @ForAll @IntRange(min = 0, max = 30) int endpoints,
            @ForAll @DoubleRange(min = 0, max = 1) double most,
            @ForAll long seed) {
        var chance = new SplittableRandom(seed);
        Fixture fixture = new Fixture(Settings.STANDARD.withEjection(LIMITS.withMost(most)), endpoints);
        for (int i = 0; i < 400; i++) {
            happens(fixture, chance);
            OutlierEjection.Settings limits = fixture.balancer.settings().ejection();
            int n = fixture.balancer.endpoints().size();
            assertThat(fixture.ejected()).isLessThanOrEqualTo(limits == null ? 0 : limits.most(n));
            assertThat(fixture.balancer.available()).hasSizeGreaterThanOrEqualTo((n + 1) / 2);
        }
    }

    private static void happens(Fixture fixture, SplittableRandom chance) {
        fixture.now += chance.nextLong(20 * SECOND);
        int n = fixture.balancer.endpoints().size();
        switch (chance.nextInt(20)) {
            case 0 -> fixture.balancer.update(addresses(chance.nextInt(31)));
            case 1 -> fixture.balancer.change(Settings.STANDARD.withEjection(LIMITS.withMost(chance.nextDouble())));
            case 2 -> {
                if (n > 0) {
                    fixture.balancer.health(fixture.endpoint(chance.nextInt(n)), chance.nextBoolean());
                }
            }
            default -> {
                if (n > 0) {
                    Outcome outcome = OUTCOMES.get(chance.nextInt(OUTCOMES.size()));
                    fixture.calls(chance.nextInt(n), outcome, chance.nextInt(8));
                    fixture.sweep();
                }
            }
        }
    }

    @Test
    void what_is_out_of_bounds_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIMITS.withMost(1.1))
                .withMessage("most: 1.1 (expected: >= 0 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutlierEjection.Settings(
                        LIMITS.interval(),
                        0,
                        LIMITS.successRate(),
                        100,
                        LIMITS.base(),
                        LIMITS.longest(),
                        LIMITS.jitter(),
                        0.1,
                        true))
                .withMessage("failuresInARow: 0 (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutlierEjection.Settings(
                        LIMITS.interval(),
                        5,
                        LIMITS.successRate(),
                        100,
                        LIMITS.base(),
                        Duration.ofSeconds(29),
                        LIMITS.jitter(),
                        0.1,
                        true))
                .withMessage("longest: 29s (expected: >= 30s and <= 1d)");
    }
}
