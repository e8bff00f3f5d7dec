package io.goodput.lab.world;

import static io.goodput.lab.world.Scenarios.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Each fault does what it says, while it lasts, where it is. Ten calls a second, at even distances. */
class FaultsTest {
    private static Tally run(int endpoints, String fault) {
        return Scenarios.run("""
                services:
                  api: {latency: 50ms, endpoints: %d, zones: [east, west]}
                network: {each-way: 1ms}
                clients:
                  users: {arrivals: constant, rate: 10/s, zone: east, calls: {to: api, guard: {timeout: 1s}}}
                faults:
                  - {%s, from: 20s, to: 40s}
                """.formatted(endpoints, fault));
    }

    private static void isWellBeforeAndAfter(Tally tally) {
        assertThat(tally.clients().succeeded().sum(seconds(1, 20))).isEqualTo(190);
        assertThat(tally.clients().succeeded().sum(seconds(42, 100))).isEqualTo(580);
    }

    private static long succeeded(Tally tally) {
        return tally.clients().succeeded().sum(seconds(21, 40));
    }

    @Test
    void what_has_crashed_refuses_at_once_and_comes_back() {
        Tally tally = run(1, "fault: crash, of: api");

        isWellBeforeAndAfter(tally);
        assertThat(succeeded(tally)).isZero();
        assertThat(tally.clients().timedOut().sum(seconds(0, 100))).isZero();
        assertThat(tally.front().refused().sum(seconds(20, 40))).isEqualTo(200);
    }

    @Test
    void a_crash_tells_those_inside() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 5s}}
                clients: {users: {arrivals: once, clients: 7, at: 18s, calls: {to: api}}}
                faults: [{fault: crash, of: api, from: 20s, to: 21s}]
                """);

        assertThat(tally.front().refused().sum(seconds(20, 21))).isEqualTo(7);
        assertThat(tally.clients().succeeded().sum(seconds(0, 100))).isZero();
        assertThat(tally.front().served().sum(seconds(0, 100))).isZero();
    }

    @Test
    void one_of_two_endpoints_that_crashes_takes_its_half() {
        assertThat(succeeded(run(2, "fault: crash, of: api/2"))).isBetween(60L, 130L);
    }

    @Test
    void a_loss_of_capacity_takes_the_last_endpoints() {
        Tally tally = run(4, "fault: capacity-loss, of: api, share: 75%");

        isWellBeforeAndAfter(tally);
        assertThat(succeeded(tally)).isBetween(20L, 80L);
    }

    @Test
    void a_black_hole_fails_at_once_and_works_on_nothing() {
        Tally tally = run(1, "fault: black-hole, of: api");

        isWellBeforeAndAfter(tally);
        assertThat(succeeded(tally)).isZero();
        assertThat(tally.front().served().sum(seconds(21, 40))).isZero();
        assertThat(tally.clients().timedOut().sum(seconds(0, 100))).isZero();
    }

    @Test
    void what_is_slow_takes_as_many_times_longer() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 50ms}}
                clients: {users: {arrivals: closed, clients: 1, calls: {to: api}}}
                faults: [{fault: slow-down, of: api, by: 10x, from: 20s, to: 40s}]
                """);

        assertThat(tally.clients().succeeded().sum(seconds(1, 20))).isEqualTo(19 * 20);
        assertThat(tally.clients().succeeded().sum(seconds(21, 40))).isEqualTo(19 * 2);
    }

    @Test
    void shared_cores_are_slowed_down_too() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 50ms, cores: 1}}
                clients: {users: {arrivals: closed, clients: 4, calls: {to: api}}}
                faults: [{fault: slow-down, of: api, by: 10x, from: 20s, to: 40s}]
                """);

        assertThat(tally.clients().succeeded().sum(seconds(1, 20))).isCloseTo(19 * 20L, within(4L));
        assertThat(tally.clients().succeeded().sum(seconds(21, 40))).isCloseTo(19 * 2L, within(4L));
    }

    @Test
    void a_pause_stops_all_work_and_loses_none() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 250ms}}
                clients: {users: {arrivals: constant, rate: 10/s, calls: {to: api}}}
                faults: [{fault: pause, of: api, from: 20s, to: 25s}]
                """);

        assertThat(tally.clients().succeeded().sum(seconds(20, 25))).isZero();
        // Those of 19.8 s and 19.9 s go on where they were, those that came meanwhile begin.
        assertThat(tally.clients().succeeded().sum(seconds(25, 26))).isEqualTo(60);
        assertThat(tally.clients().succeeded().sum(seconds(0, 100)))
                .isEqualTo(tally.clients().offered().sum(seconds(0, 100)) - 2);
    }

    @Test
    void errors_may_ramp_up() {
        Tally tally = run(1, "fault: errors, of: api, share: 0%..100%");

        isWellBeforeAndAfter(tally);
        assertThat(tally.clients().succeeded().sum(seconds(20, 25))).isBetween(35L, 50L);
        assertThat(tally.clients().succeeded().sum(seconds(35, 40))).isBetween(0L, 15L);
        assertThat(tally.front().served().sum(seconds(20, 40)))
                .as("errors are no service")
                .isLessThan(130);
    }

    @Test
    void what_is_lost_times_out() {
        Tally tally = run(1, "fault: loss, of: api, share: 50%");

        isWellBeforeAndAfter(tally);
        // A quarter makes it both ways.
        assertThat(succeeded(tally)).isBetween(30L, 65L);
        assertThat(tally.clients().timedOut().sum(seconds(0, 100)))
                .isEqualTo(tally.clients().offered().sum(seconds(0, 100))
                        - tally.clients().succeeded().sum(seconds(0, 100)));
    }

    @Test
    void a_delay_is_added_both_ways() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 50ms}}
                clients: {users: {arrivals: closed, clients: 1, calls: {to: api}}}
                faults: [{fault: delay, of: api, by: 225ms, from: 20s, to: 40s}]
                """);

        assertThat(tally.clients().succeeded().sum(seconds(21, 40))).isEqualTo(19 * 2);
    }

    @Test
    void a_partition_parts_two_groups() {
        Tally tally = run(1, "fault: partition, between: [users, api]");

        isWellBeforeAndAfter(tally);
        assertThat(succeeded(tally)).isZero();
        assertThat(tally.clients().timedOut().sum(seconds(20, 42))).isEqualTo(200);
    }

    @Test
    void a_zone_that_is_lost_is_silent() {
        Tally tally = run(2, "fault: zone-loss, zone: west");

        isWellBeforeAndAfter(tally);
        assertThat(succeeded(tally)).isBetween(60L, 130L);
        assertThat(tally.clients().timedOut().sum(seconds(20, 42)) + succeeded(tally))
                .isCloseTo(200L, within(12L));
    }

    @Test
    void a_clock_ahead_drops_what_comes_with_an_instant_and_nothing_that_comes_with_a_time_left() {
        String body = """
                services: {api: {latency: 50ms, deadlines: %s}}
                clients: {users: {arrivals: constant, rate: 10/s, calls: {to: api, guard: {timeout: 1s}}}}
                faults: [{fault: clock-skew, of: api, by: 5s, from: 20s, to: 40s}]
                """;
        assertThat(succeeded(Scenarios.run(body.formatted("wall-clock")))).isZero();
        assertThat(succeeded(Scenarios.run(body.formatted("remaining")))).isEqualTo(190);
        assertThat(succeeded(Scenarios.run(body.replace("by: 5s", "by: -5s").formatted("wall-clock"))))
                .as("a clock that is behind drops nothing")
                .isEqualTo(190);
    }

    @Test
    void a_poisonous_request_brings_down_what_it_reaches() {
        Tally tally = Scenarios.run("""
                services: {api: {latency: 50ms, endpoints: 4}}
                clients:
                  users: {arrivals: constant, rate: 40/s, calls: {to: api}}
                  mallory: {arrivals: once, clients: 1, at: 20s, poison: 20s, calls: {to: api}}
                """);

        assertThat(tally.clients("users").succeeded().sum(seconds(1, 20))).isEqualTo(760);
        assertThat(tally.clients("users").succeeded().sum(seconds(21, 40))).isBetween(500L, 640L);
        assertThat(tally.clients("users").succeeded().sum(seconds(41, 60))).isEqualTo(760);
    }
}
