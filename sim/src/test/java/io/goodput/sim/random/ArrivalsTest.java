package io.goodput.sim.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long S = 1_000_000_000;

    @Test
    void constant_arrivals_come_at_even_distances() {
        var arrivals = Arrivals.constant(RateProfile.constant(4));
        assertThat(arrivals.next()).isEqualTo(S / 4);
        assertThat(arrivals.next()).isEqualTo(S / 2);
        assertThat(arrivals.next()).isEqualTo(S / 4 * 3);
    }

    @Test
    void rounding_to_nanoseconds_does_not_change_the_rate() {
        var arrivals = Arrivals.constant(RateProfile.constant(700_000));
        long last = 0;
        for (int i = 0; i < 7_000_000; i++) {
            last = arrivals.next();
        }
        assertThat(last).isBetween(10 * S - 2, 10 * S + 2);
    }

    @Test
    void constant_arrivals_follow_a_ramp() {
        // 5 t² arrivals in t seconds
        var arrivals = Arrivals.constant(RateProfile.constant(0).ramp(new Span(0, 10 * S), 0, 100));
        for (int i = 1; i <= 500; i++) {
            assertThat(arrivals.next())
                    .isBetween((long) (Math.sqrt(i / 5.0) * S) - 1, (long) (Math.sqrt(i / 5.0) * S) + 2);
        }
    }

    @Test
    void arrivals_end_with_the_rate() {
        var arrivals = Arrivals.constant(RateProfile.constant(0).phase(new Span(S, 2 * S), 2));
        assertThat(arrivals.next()).isEqualTo(S + S / 2);
        assertThat(arrivals.next()).isEqualTo(2 * S);
        assertThat(arrivals.next()).isEqualTo(Long.MAX_VALUE);
        assertThat(arrivals.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void poisson_counts_have_the_mean_and_the_variance_of_the_area_under_the_rate() {
        var profile = RateProfile.constant(20).phase(new Span(2 * S, 3 * S), 0).ramp(new Span(4 * S, 6 * S), 0, 100);
        int runs = 5000;
        var from = new long[] {0, 2 * S, 3 * S, 4 * S, 5 * S, 6 * S};
        for (int span = 0; span < from.length; span++) {
            long to = span + 1 < from.length ? from[span + 1] : 8 * S;
            double expected = profile.expected(from[span], to);
            double sum = 0;
            double squares = 0;
            for (int run = 0; run < runs; run++) {
                double count = count(Arrivals.poisson(profile, new Streams(run).stream("arrivals")), from[span], to);
                sum += count;
                squares += (count - expected) * (count - expected);
            }
            assertThat(sum / runs)
                    .isBetween(expected - 4 * Math.sqrt(expected / runs), expected + 4 * Math.sqrt(expected / runs));
            // The variance of a Poisson count is its mean; the estimate's relative error is near sqrt(2/runs).
            assertThat(squares / runs).isBetween(expected * 0.9, expected * 1.1);
        }
    }

    private static int count(Arrivals arrivals, long from, long to) {
        int count = 0;
        for (long at = arrivals.next(); at < to; at = arrivals.next()) {
            if (at >= from) {
                count++;
            }
        }
        return count;
    }

    @Test
    void poisson_arrivals_are_the_same_for_the_same_stream() {
        var profile = RateProfile.constant(1000);
        var first = Arrivals.poisson(profile, new Streams(9).stream("arrivals"));
        var second = Arrivals.poisson(profile, new Streams(9).stream("arrivals"));
        for (int i = 0; i < 1000; i++) {
            assertThat(first.next()).isEqualTo(second.next());
        }
    }
}
