package io.goodput.lab.world;

import static io.goodput.lab.world.Scenarios.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Services that call services: how often, in which order, and what becomes of failures. */
class CallGraphTest {
    private static final int ALL = 100;

    private static String twoTiers(String call) {
        return """
                services:
                  front: {latency: 10ms, calls: [%s]}
                  back: {latency: 20ms}
                  other: {latency: 20ms}
                clients: {users: {arrivals: closed, clients: 1, calls: {to: front}}}
                """.formatted(call);
    }

    @Test
    void a_call_takes_its_own_time_and_that_of_what_it_calls() {
        Tally tally = Scenarios.run(twoTiers("{to: back}, {to: other}"));

        assertThat(tally.clients().succeeded().sum(seconds(0, ALL))).isCloseTo(100_000 / 50L, within(1L));
        assertThat(tally.service("back").served().sum(seconds(0, ALL))).isCloseTo(2_000L, within(1L));
        assertThat(tally.service("other").served().sum(seconds(0, ALL))).isCloseTo(2_000L, within(1L));
    }

    @Test
    void calls_one_after_the_other_take_longer_than_calls_at_once() {
        Tally oneAfterTheOther = Scenarios.run(twoTiers("{to: back, times: 4}"));
        Tally atOnce = Scenarios.run(twoTiers("{to: back, parallel: 4}"));

        assertThat(oneAfterTheOther.clients().succeeded().sum(seconds(0, ALL))).isCloseTo(1_111L, within(1L));
        assertThat(atOnce.clients().succeeded().sum(seconds(0, ALL))).isCloseTo(3_333L, within(1L));
        assertThat(atOnce.service("back").sent().sum(seconds(0, ALL))).isCloseTo(13_332L, within(4L));
    }

    @Test
    void some_of_several_calls_may_be_enough() {
        String slowOnes = twoTiers("{to: back, parallel: 5, needed: 4}")
                .replace("back: {latency: 20ms}", "back: {latency: 20ms, errors: 10%}");
        Tally tally = Scenarios.run(slowOnes);

        // All five good: 0.59; one bad: 0.33; more than one: 0.08.
        double failed = 1
                - (double) tally.clients().succeeded().sum(seconds(0, ALL))
                        / tally.clients().offered().sum(seconds(0, ALL));
        assertThat(failed).isCloseTo(0.0815, within(0.02));
    }

    @Test
    void what_fails_below_fails_above_unless_it_is_optional() {
        String failing =
                twoTiers("{to: back%s}").replace("back: {latency: 20ms}", "back: {latency: 20ms, errors: 100%%}");

        assertThat(Scenarios.run(failing.formatted("")).clients().succeeded().sum(seconds(0, ALL)))
                .isZero();
        assertThat(Scenarios.run(failing.formatted(", optional: true"))
                        .clients()
                        .succeeded()
                        .sum(seconds(0, ALL)))
                .isCloseTo(3_333L, within(1L));
    }

    @Test
    void a_fallback_is_called_for_what_fails_and_only_for_that() {
        String half = twoTiers("{to: back, fallback: {to: other}}")
                .replace("back: {latency: 20ms}", "back: {latency: 20ms, errors: 50%}");
        Tally tally = Scenarios.run(half);
        long calls = tally.clients().succeeded().sum(seconds(0, ALL));

        assertThat(calls).isCloseTo(tally.clients().offered().sum(seconds(0, ALL)), within(1L));
        assertThat(tally.service("other").served().sum(seconds(0, ALL)) / (double) calls)
                .isCloseTo(0.5, within(0.05));
    }

    @Test
    void a_share_of_the_requests_makes_a_call() {
        Tally tally = Scenarios.run(twoTiers("{to: back, share: 25%}"));

        double share = (double) tally.service("back").sent().sum(seconds(0, ALL))
                / tally.service("front").sent().sum(seconds(0, ALL));
        assertThat(share).isCloseTo(0.25, within(0.03));
    }

    @Test
    void operations_share_the_capacity_and_nothing_else() {
        Tally tally = Scenarios.run("""
                services:
                  shop:
                    slots: 1
                    queue: 1000
                    operations:
                      browse: {latency: 10ms}
                      buy: {latency: 10ms, errors: 100%}
                clients:
                  browsers: {arrivals: constant, rate: 10/s, calls: {to: shop.browse}}
                  buyers: {arrivals: constant, rate: 10/s, calls: {to: shop.buy}}
                """);

        assertThat(tally.clients("browsers").succeeded().sum(seconds(1, ALL))).isEqualTo(990);
        assertThat(tally.clients("buyers").succeeded().sum(seconds(0, ALL))).isZero();
        assertThat(tally.clients("browsers").latencies().percentile(0.5) / 1e6).isCloseTo(20, within(11.0));
    }

    @Test
    void any_operation_is_that_of_the_key_or_by_chance() {
        String body = """
                services:
                  shop:
                    operations: {good: {latency: 10ms}, bad: {latency: 10ms, errors: 100%%}}
                clients:
                  users: {arrivals: constant, rate: 40/s, %s calls: {to: shop.*, guard: {breaker: standard}}}
                """;
        Tally keyed = Scenarios.run(body.formatted("keys: 2,"));
        Tally byChance = Scenarios.run(body.formatted(""));

        assertThat(keyed.clients().succeeded().rate(seconds(20, ALL)))
                .as("the breaker of the one key leaves the other alone")
                .isCloseTo(20, within(1.5));
        assertThat(byChance.clients().succeeded().rate(seconds(20, ALL)))
                .as("one breaker for both holds the good one back as well")
                .isLessThan(15);
    }

    @Test
    void a_slot_is_held_while_others_are_called() {
        Tally tally = Scenarios.run("""
                services:
                  front: {latency: 0s, slots: 2, calls: [{to: back}]}
                  back: {latency: 1s}
                clients: {users: {arrivals: constant, rate: 10/s, calls: {to: front}}}
                """);

        assertThat(tally.clients().succeeded().sum(seconds(10, 90))).isCloseTo(160L, within(2L));
        assertThat(tally.front().refused().sum(seconds(10, 90))).isCloseTo(640L, within(2L));
    }

    @Test
    void deadlines_that_are_passed_on_spare_the_work_behind() {
        String body = """
                services:
                  front: {latency: 200ms, deadlines: %1$s, calls: [{to: back}]}
                  back: {latency: 10ms, deadlines: %1$s}
                clients: {users: {arrivals: constant, rate: 10/s, calls: {to: front, guard: {timeout: 100ms}}}}
                """;
        assertThat(Scenarios.run(body.formatted("ignored"))
                        .service("back")
                        .sent()
                        .sum(seconds(1, ALL)))
                .isEqualTo(990);
        assertThat(Scenarios.run(body.formatted("remaining"))
                        .service("back")
                        .sent()
                        .sum(seconds(1, ALL)))
                .isZero();
    }

    @Test
    void processes_have_policies_of_their_own() {
        String body = """
                services: {api: {latency: 10ms, errors: 100%%}}
                clients:
                  users:
                    arrivals: closed
                    clients: 10
                    think: 1s
                    processes: %d
                    calls: {to: api, guard: {retry: {attempts: 2, budget: {capacity: 5, deposit: 0}}}}
                """;
        assertThat(extraAttempts(Scenarios.run(body.formatted(1)))).isEqualTo(5);
        assertThat(extraAttempts(Scenarios.run(body.formatted(10)))).isEqualTo(50);
    }

    private static long extraAttempts(Tally tally) {
        return tally.clients().attempted().sum(seconds(0, ALL))
                - tally.clients().offered().sum(seconds(0, ALL));
    }

    @Test
    void a_route_by_key_keeps_keys_apart_and_a_keyed_breaker_sees_them() {
        String body = """
                services: {db: {latency: 10ms, endpoints: 4}}
                clients:
                  users: {rate: 40/s, keys: 4, calls: {to: db, route: by-key, guard: {breaker: standard}}}
                faults: [{fault: errors, of: db/3, share: 100%, from: 10s, to: 100s}]
                """;
        Tally tally = Scenarios.run(body);

        assertThat(tally.clients().succeeded().rate(seconds(20, ALL))).isCloseTo(30, within(2.0));
        assertThat(tally.clients().attempted().rate(seconds(20, ALL)))
                .as("hardly anything is sent to the key that fails")
                .isCloseTo(30, within(3.0));
    }

    @Test
    void a_balancer_of_the_application_picks_among_the_endpoints() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 50ms, endpoints: 3}}
                clients: {users: {rate: 50/s, calls: {to: api, guard: {retry: {attempts: 3}, balance: standard}}}}
                faults: [{fault: crash, of: api/2, from: 20s, to: 60s}]
                """);

        assertThat(tally.clients().succeeded().rate(seconds(20, 60)))
                .as("a retry goes to another endpoint")
                .isCloseTo(tally.clients().offered().rate(seconds(20, 60)), within(0.5));
    }

    @Test
    void an_applications_server_sheds_what_matters_least() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 10ms, server: {limit: 4, admission: standard}}}
                clients:
                  buyers: {rate: 300/s, criticality: critical, calls: {to: api, guard: {timeout: 1s}}}
                  crawlers: {rate: 600/s, criticality: sheddable, calls: {to: api, guard: {timeout: 1s}}}
                """);

        assertThat(ratio(tally.clients("buyers"))).isGreaterThan(0.98);
        assertThat(ratio(tally.clients("crawlers"))).isLessThan(0.3);
        assertThat(tally.front().served().rate(seconds(10, ALL))).isGreaterThan(360);
    }

    private static double ratio(ClientTally clients) {
        return (double) clients.succeeded().sum(seconds(10, ALL))
                / clients.offered().sum(seconds(10, ALL));
    }

    @Test
    void the_universal_scalability_law_has_its_peak_where_it_says() {
        // σ = 5 %, κ = 0.2 %: N* = √(0.95 / 0.002) = 21.8, X(N) = N / (1 + σ(N-1) + κN(N-1)) / 10 ms
        for (int n : new int[] {1, 22, 100}) {
            Tally tally = Scenarios.run("""
                    services: {api: {latency: 10ms, usl: {contention: 5%%, coherence: 0.2%%}}}
                    clients: {users: {arrivals: closed, clients: %d, calls: {to: api}}}
                    """.formatted(n));
            double law = n / (1 + 0.05 * (n - 1) + 0.002 * n * (n - 1)) * 100;
            assertThat(tally.clients().succeeded().rate(seconds(10, ALL))).isCloseTo(law, within(0.02 * law));
        }
    }

    @Test
    void periodic_clients_come_together_or_spread_out() {
        String body = """
                services: {api: {latency: 1ms}}
                clients: {jobs: {arrivals: periodic, clients: 100, every: 10s, spread: %s, calls: {to: api}}}
                """;
        Tally together = Scenarios.run(body.formatted("0%"));
        Tally spread = Scenarios.run(body.formatted("100%"));

        assertThat(together.clients().offered().sum(seconds(10, 11))).isEqualTo(100);
        assertThat(together.clients().offered().sum(seconds(11, 20))).isZero();
        assertThat(spread.clients().offered().sum(seconds(10, 11))).isBetween(1L, 25L);
        assertThat(spread.clients().offered().sum(seconds(10, 20))).isEqualTo(100);
    }

    @Test
    void variants_change_what_they_say_and_leave_the_rest() {
        var scenario = Scenarios.parse("""
                services: {api: {latency: 10ms, slots: 4, queue: 8}}
                clients: {users: {arrivals: closed, clients: 4, calls: {to: api}}}
                variants:
                  as-it-is: {}
                  slower: {services: {api: {latency: 20ms}}}
                  without-slots: {services: {api: {slots: ~, queue: ~, cores: 1}}}
                """);

        assertThat(Scenarios.variant(scenario, "as-it-is").clients().succeeded().sum(seconds(1, ALL)))
                .isEqualTo(39_600);
        assertThat(Scenarios.variant(scenario, "slower").clients().succeeded().sum(seconds(1, ALL)))
                .isEqualTo(19_800);
        assertThat(Scenarios.variant(scenario, "without-slots")
                        .clients()
                        .succeeded()
                        .sum(seconds(1, ALL)))
                .isCloseTo(9_900L, within(4L));
    }
}
