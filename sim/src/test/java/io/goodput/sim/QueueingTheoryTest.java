package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.Estimates;
import java.util.ArrayDeque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The whole machinery against queues whose answers are known. */
class QueueingTheoryTest {
    private static final double S = 1e9;
    private static final Span MEASURED = new Span((long) (200 * S), (long) (2200 * S));
    private static final int SEEDS = 40;

    /** What one run saw of those who arrived, and of how many were there, inside the measured span. */
    private record Run(double meanSojourn, double meanPresent, double arrivalRate) {}

    /** First come, first served, by some servers; nobody is turned away. */
    private static final class Station {
        private final Simulation sim = new Simulation();
        private final Arrivals arrivals;
        private final Distribution service;
        private final RandomGenerator services;
        private final ArrayDeque<Customer> waiting = new ArrayDeque<>();
        private int idle;

        private int present;
        private long changed;
        private double area;
        private double sojourns;
        private int served;
        private int arrived;

        Station(int seed, int servers, double rate, Distribution service) {
            var streams = new Streams(seed);
            this.arrivals = Arrivals.poisson(RateProfile.constant(rate), streams.stream("arrivals"));
            this.services = streams.stream("services");
            this.service = service;
            this.idle = servers;
        }

        Run run() {
            sim.schedule(arrivals.next(), this::arrive);
            // Late enough for those who arrived in the span to have left.
            sim.runUntil(MEASURED.to() + (long) (200 * S));
            return new Run(sojourns / served / S, area / MEASURED.nanos(), arrived / MEASURED.seconds());
        }

        private void arrive(long now) {
            var customer = new Customer(now);
            change(now, 1);
            if (MEASURED.contains(now)) {
                arrived++;
            }
            if (idle > 0) {
                idle--;
                sim.after(service.sample(services), customer);
            } else {
                waiting.add(customer);
            }
            sim.schedule(arrivals.next(), this::arrive);
        }

        private void change(long now, int by) {
            long from = Math.max(changed, MEASURED.from());
            long to = Math.min(now, MEASURED.to());
            area += (double) present * Math.max(0, to - from);
            present += by;
            changed = now;
        }

        private final class Customer implements Event {
            private final long arrivedAt;

            Customer(long arrivedAt) {
                this.arrivedAt = arrivedAt;
            }

            @Override
            public void fire(long now) {
                change(now, -1);
                if (MEASURED.contains(arrivedAt)) {
                    sojourns += now - arrivedAt;
                    served++;
                }
                var next = waiting.poll();
                if (next == null) {
                    idle++;
                } else {
                    sim.after(service.sample(services), next);
                }
            }

            @Override
            public String label() {
                return "departure";
            }
        }
    }

    private static List<Run> runs(int servers, double rate, Distribution service) throws InterruptedException {
        return new Replications(2).run(SEEDS, seed -> new Station(seed, servers, rate, service).run());
    }

    private static void sojournIs(double theory, List<Run> runs) {
        var sojourn = Estimates.mean(runs.stream().mapToDouble(Run::meanSojourn).toArray());
        assertThat(theory).isBetween(sojourn.low(), sojourn.high());
        assertThat(sojourn.high() - sojourn.low()).isLessThan(0.05 * theory);
    }

    @Test
    void mm1_takes_one_over_mu_less_lambda() throws Exception {
        sojournIs(1 / (10 - 8.0), runs(1, 8, Distribution.exponential(S / 10)));
    }

    @Test
    void md1_waits_half_as_long_as_mm1() throws Exception {
        // Pollaczek-Khinchine without variance: 1/mu + rho/(2 mu (1 - rho))
        sojournIs(0.1 + 0.8 / (2 * 10 * 0.2), runs(1, 8, Distribution.constant((long) (S / 10))));
    }

    @Test
    void mm2_follows_erlang_c() throws Exception {
        // rho 0.8: 1/mu / (1 - rho²)
        sojournIs(0.2 / (1 - 0.64), runs(2, 8, Distribution.exponential(S / 5)));
    }

    @Test
    void littles_law_holds_on_every_run() throws Exception {
        for (Run run : runs(1, 8, Distribution.exponential(S / 10))) {
            // Exact but for those who are there at the edges of the span.
            assertThat(run.arrivalRate * run.meanSojourn).isCloseTo(run.meanPresent, within(0.05));
        }
    }

    @Test
    void a_station_runs_the_same_way_twice() {
        assertThat(Divergence.find(
                        () -> {
                            var station = new Station(3, 1, 8, Distribution.exponential(S / 10));
                            station.sim.schedule(station.arrivals.next(), station::arrive);
                            return station.sim;
                        },
                        (long) (1000 * S)))
                .isEmpty();
    }
}
