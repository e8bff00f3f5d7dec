package io.goodput.admission;

import static io.goodput.admission.Door.MS;
import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Criticality;
import io.goodput.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionQueueTest {
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void serves_up_to_the_limit_then_lets_wait_then_refuses() {
        var door = new Door(2, PLAIN.withCapacity(1));

        assertThat(door.offer("a", Priority.CRITICAL)).isEqualTo(Served.NOW);
        assertThat(door.offer("b", Priority.CRITICAL)).isEqualTo(Served.NOW);
        assertThat(door.offer("c", Priority.CRITICAL)).isInstanceOf(Ticket.class);
        assertThat(door.offer("d", Priority.CRITICAL)).isEqualTo(Shed.FULL);
        assertThat(door.queue.inService()).isEqualTo(2);
        assertThat(door.queue.waiting()).isEqualTo(1);

        door.finish();
        assertThat(door.served).containsExactly("a", "b", "c");
        assertThat(door.queue.inService()).isEqualTo(2);
        door.finish();
        door.finish();
        assertThat(door.queue.inService()).isZero();
    }

    @Test
    void without_capacity_nothing_waits() {
        var door = new Door(1, PLAIN.withCapacity(0));

        assertThat(door.offer("a", Priority.CRITICAL)).isEqualTo(Served.NOW);
        assertThat(door.offer("b", Priority.CRITICAL_PLUS)).isEqualTo(Shed.FULL);
    }

    @Test
    void the_highest_priority_is_served_first_and_what_finishes_before_what_starts() {
        var door = new Door(1, PLAIN).busy();
        door.offer("prefetch", Priority.starting(Criticality.SHEDDABLE));
        door.offer("page", Priority.starting(Criticality.CRITICAL));
        door.offer("nextPage", Priority.finishing(Criticality.CRITICAL));
        door.offer("batchEnd", Priority.finishing(Criticality.SHEDDABLE_PLUS));
        door.offer("payment", Priority.starting(Criticality.CRITICAL_PLUS));
        door.offer("ping", Priority.PING);

        assertThat(door.drain()).containsExactly("ping", "payment", "nextPage", "page", "batchEnd", "prefetch");
    }

    @Test
    void a_newcomer_displaces_the_worst_of_a_lower_priority() {
        var door = new Door(1, PLAIN.withCapacity(3)).busy();
        door.offer("page", Priority.CRITICAL);
        door.offer("prefetch", Priority.SHEDDABLE);
        door.offer("batch", Priority.SHEDDABLE_PLUS);

        door.offer("payment", Priority.CRITICAL_PLUS);
        assertThat(door.refused).containsExactly(Map.entry("prefetch", Shed.DISPLACED));
        door.offer("payment2", Priority.CRITICAL_PLUS);
        assertThat(door.refused).containsEntry("batch", Shed.DISPLACED);
        door.offer("pageEnd", Priority.CRITICAL_FINISHING);
        assertThat(door.refused).containsEntry("page", Shed.DISPLACED);
        assertThat(door.offer("page2", Priority.CRITICAL)).isEqualTo(Shed.FULL);
        assertThat(door.drain()).containsExactly("payment", "payment2", "pageEnd");
    }

    @Test
    void low_criticality_can_be_starved_to_nothing() {
        // concurrency-limits #120: a low priority cannot be starved there, each partition keeps its share.
        var door = new Door(1, PLAIN).busy();
        door.offer("low", Priority.SHEDDABLE);
        for (int i = 0; i < 1_000; i++) {
            door.offer("high" + i, Priority.CRITICAL);
            door.finish();
        }

        assertThat(door.served).hasSize(1_000).doesNotContain("low");
    }

    @Test
    void a_guaranteed_share_of_the_slots_is_served_to_the_lowest_too() {
        var door = new Door(1, PLAIN.withGuaranteed(new GuaranteedShares(0, 0, 0, 0.1))).busy();
        for (int i = 0; i < 5; i++) {
            door.offer("low" + i, Priority.SHEDDABLE); // the one place that is guaranteed, and four that are not
        }
        for (int i = 0; i < 5; i++) {
            door.offer("high" + i, Priority.CRITICAL);
        }
        for (int i = 5; i < 1_000; i++) {
            door.offer("high" + i, Priority.CRITICAL);
            door.offer("moreLow" + i, Priority.SHEDDABLE);
            door.finish();
        }

        long low = door.served.stream().filter(name -> name.contains("ow")).count();
        assertThat(low).isBetween(95L, 105L);
    }

    @Test
    void guaranteed_places_are_neither_displaced_nor_denied() {
        var door = new Door(1, PLAIN.withCapacity(4).withGuaranteed(new GuaranteedShares(0, 0, 0, 0.25))).busy();
        door.offer("low1", Priority.SHEDDABLE);
        for (int i = 0; i < 4; i++) {
            door.offer("high" + i, Priority.CRITICAL);
        }
        assertThat(door.refused).containsExactly(Map.entry("high3", Shed.FULL));

        door.queue.change(PLAIN.withCapacity(4), 0);
        door.offer("higher", Priority.CRITICAL_PLUS);
        assertThat(door.refused).containsEntry("low1", Shed.DISPLACED);
        door.queue.change(PLAIN.withCapacity(4).withGuaranteed(new GuaranteedShares(0, 0, 0, 0.25)), 0);
        assertThat(door.offer("low2", Priority.SHEDDABLE)).isInstanceOf(Ticket.class);
        assertThat(door.refused).containsEntry("high2", Shed.DISPLACED);
    }

    @Test
    void pings_are_never_shed_but_a_flood_of_them_is() {
        var door = new Door(1, PLAIN.withCapacity(1).withPings(3)).busy();
        door.offer("work", Priority.CRITICAL_PLUS);
        for (int i = 0; i < 5; i++) {
            door.offer("ping" + i, Priority.PING);
        }
        assertThat(door.refused).containsOnly(Map.entry("ping3", Shed.PING_FLOOD), Map.entry("ping4", Shed.PING_FLOOD));

        // One being served is still one of the three.
        door.finish();
        assertThat(door.served).containsExactly("ping0");
        assertThat(door.offer("ping5", Priority.PING)).isEqualTo(Shed.PING_FLOOD);
        door.finish(Priority.PING, MS);
        assertThat(door.offer("ping6", Priority.PING)).isInstanceOf(Ticket.class);
    }

    @Test
    void a_ping_waits_through_any_overload() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL).withMaxWait(Duration.ofMillis(1))).busy();
        door.offer("ping", Priority.PING);
        door.offer("work", Priority.CRITICAL_PLUS);
        door.now = 10_000 * MS;
        door.queue.expire(door.now);

        assertThat(door.refused).containsExactly(Map.entry("work", Shed.WAITED_TOO_LONG));
        assertThat(door.drain()).containsExactly("ping");
    }

    @Test
    void the_limit_can_be_raised_and_those_who_wait_are_served() {
        var door = new Door(1, PLAIN).busy();
        for (int i = 0; i < 4; i++) {
            door.offer("w" + i, Priority.CRITICAL);
        }
        door.queue.limit(4, door.now);

        assertThat(door.served).containsExactly("w0", "w1", "w2");
        assertThat(door.queue.inService()).isEqualTo(4);
    }

    @Test
    void a_lowered_limit_lets_nobody_in_until_enough_are_done() {
        var door = new Door(3, PLAIN).busy();
        door.queue.limit(1, door.now);
        door.offer("w", Priority.CRITICAL);
        door.finish();
        door.finish();
        assertThat(door.served).isEmpty();
        assertThat(door.queue.inService()).isEqualTo(1);
        door.finish();
        assertThat(door.served).containsExactly("w");
    }

    @Test
    void what_was_never_served_cannot_be_finished() {
        var door = new Door(1, PLAIN);

        assertThatIllegalStateException().isThrownBy(door::finish).withMessage("finished: more often than served");
        assertThatIllegalStateException().isThrownBy(() -> door.finish(Priority.PING, 1));
        assertThat(door.queue.inService()).isZero();
    }

    @Test
    void lifo_serves_the_newest_and_the_oldest_makes_room() {
        var door = new Door(1, PLAIN.withCapacity(3).withDiscipline(Discipline.LIFO)).busy();
        for (int i = 0; i < 4; i++) {
            door.offer("w" + i, Priority.CRITICAL);
        }

        assertThat(door.refused).containsExactly(Map.entry("w0", Shed.FULL));
        assertThat(door.drain()).containsExactly("w3", "w2", "w1");
    }

    @ParameterizedTest
    @CsvSource({"99, w0 w1", "100, w1 w0"})
    void adaptive_lifo_turns_round_once_the_queue_has_stood_for_the_interval(long ms, String order) {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.ADAPTIVE_LIFO)).busy();
        door.offer("w0", Priority.CRITICAL);
        door.offer("w1", Priority.CRITICAL);
        door.now = ms * MS;

        assertThat(String.join(" ", door.drain())).isEqualTo(order);
    }

    @Test
    void an_empty_queue_ends_the_overload() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.ADAPTIVE_LIFO)).busy();
        door.offer("w0", Priority.CRITICAL);
        door.now = 200 * MS;
        door.finish();
        door.offer("w1", Priority.CRITICAL);
        door.offer("w2", Priority.CRITICAL);

        assertThat(door.drain()).containsExactly("w0", "w1", "w2");
    }

    @Test
    void controlled_delay_allows_the_interval_and_in_overload_only_the_target() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL)).busy();
        door.offer("first", Priority.CRITICAL);
        assertThat(door.ticket("first").expiry()).isEqualTo(100 * MS);
        door.now = 50 * MS;
        door.offer("second", Priority.CRITICAL);
        assertThat(door.ticket("second").expiry()).isEqualTo(150 * MS);

        door.now = 100 * MS;
        door.offer("third", Priority.CRITICAL);
        assertThat(door.refused).containsExactly(Map.entry("first", Shed.WAITED_TOO_LONG));
        assertThat(door.ticket("third").expiry()).isEqualTo(105 * MS);
        assertThat(door.queue.nextExpiry()).isEqualTo(105 * MS);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 5", "50, 1000, 200"})
    void a_scaled_queue_is_overload_after_twenty_services_and_then_waits_for_four(
            long service, long interval, long target) {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL.withScaled(true))).busy();
        door.finish(Priority.CRITICAL, service * MS);
        door.busy();

        door.offer("first", Priority.CRITICAL);
        assertThat(door.ticket("first").expiry()).isEqualTo(interval * MS);
        door.now = interval * MS / 2;
        door.offer("second", Priority.CRITICAL);
        assertThat(door.ticket("second").expiry()).isEqualTo(door.now + interval * MS);
        door.now = interval * MS;
        door.offer("third", Priority.CRITICAL);
        assertThat(door.ticket("third").expiry()).isEqualTo(door.now + target * MS);
    }

    @Test
    void what_fails_fast_does_not_make_a_service_fast() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL.withScaled(true))).busy();
        door.finish(Priority.CRITICAL, 50 * MS);
        for (int i = 0; i < 1_000; i++) {
            door.busy();
            door.queue.finished(Priority.CRITICAL, Outcome.TRANSIENT_FAILURE, MS, door.now);
        }
        door.busy();

        door.offer("first", Priority.CRITICAL);
        assertThat(door.ticket("first").expiry()).isEqualTo(1_000 * MS);
    }

    @Test
    void overload_by_low_criticality_does_not_shorten_the_wait_of_a_high_one() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL)).busy();
        door.offer("low", Priority.SHEDDABLE);
        door.now = 99 * MS;
        door.offer("low2", Priority.SHEDDABLE);
        door.now = 150 * MS;
        door.offer("high", Priority.CRITICAL);
        door.offer("low3", Priority.SHEDDABLE);

        assertThat(door.ticket("high").expiry()).isEqualTo(250 * MS);
        assertThat(door.ticket("low3").expiry()).isEqualTo(155 * MS);
    }

    @Test
    void overload_by_one_tenant_does_not_shorten_the_wait_of_those_with_less() {
        var door = new Door(1, PLAIN.withDiscipline(Discipline.CODEL)).busy();
        door.offer("noisy", Priority.CRITICAL, "noisy", NEVER);
        door.now = 99 * MS;
        door.offer("noisy2", Priority.CRITICAL, "noisy", NEVER);
        door.offer("noisy3", Priority.CRITICAL, "noisy", NEVER);
        door.now = 100 * MS;
        door.offer("quiet", Priority.CRITICAL, "quiet", NEVER);
        door.offer("noisy4", Priority.CRITICAL, "noisy", NEVER);

        assertThat(door.ticket("quiet").expiry()).isEqualTo(200 * MS);
        assertThat(door.ticket("noisy4").expiry()).isEqualTo(105 * MS);
    }

    @Test
    void nothing_less_critical_waits_on_when_something_is_shed_for_its_wait() {
        var door = new Door(1, PLAIN.withMaxWait(Duration.ofMillis(50))).busy();
        door.offer("high", Priority.CRITICAL);
        door.now = 40 * MS;
        door.offer("low", Priority.SHEDDABLE);
        door.offer("high2", Priority.CRITICAL);
        door.now = 50 * MS;
        door.queue.expire(door.now);

        assertThat(door.refused)
                .containsOnly(Map.entry("high", Shed.WAITED_TOO_LONG), Map.entry("low", Shed.DISPLACED));
        assertThat(door.drain()).containsExactly("high2");
    }

    @Test
    void what_has_expired_is_dropped_and_makes_room() {
        var door = new Door(1, PLAIN.withCapacity(2)).busy();
        assertThat(door.offer("late", Priority.CRITICAL, null, 0)).isEqualTo(Shed.EXPIRED);
        door.offer("a", Priority.CRITICAL, null, 20 * MS);
        door.offer("b", Priority.CRITICAL, null, 10 * MS);
        assertThat(door.queue.nextExpiry()).isEqualTo(10 * MS);
        door.now = 10 * MS;

        // b, in the middle of the queue, counts no longer: there is room.
        assertThat(door.offer("c", Priority.CRITICAL)).isInstanceOf(Ticket.class);
        assertThat(door.refused).containsEntry("b", Shed.EXPIRED).doesNotContainKey("c");
        assertThat(door.queue.waiting()).isEqualTo(2);
        assertThat(door.drain()).containsExactly("a", "c");
    }

    @Test
    void what_cannot_finish_in_its_time_is_dropped_within_the_share() {
        var door = new Door(1, PLAIN.withFeasibility(Feasibility.STANDARD));
        learn(door, 10 * MS, 100);
        long hopeless = 0;
        for (int i = 0; i < 100; i++) {
            if (door.offer("h" + i, Priority.CRITICAL, null, 5 * MS) == Shed.CANNOT_FINISH) {
                hopeless++;
            } else {
                door.finish(Priority.CRITICAL, 10 * MS);
            }
        }

        // 100 were served before: one in five of all that came in the window.
        assertThat(hopeless).isEqualTo(40);
        assertThat(door.offer("fine", Priority.CRITICAL, null, 11 * MS)).isEqualTo(Served.NOW);
    }

    @Test
    void a_dry_run_drops_nothing_and_counts_what_it_would_have() {
        var door = new Door(1, PLAIN.withFeasibility(Feasibility.STANDARD.withMode(Feasibility.Mode.DRY_RUN)));
        learn(door, 10 * MS, 100);

        assertThat(door.offer("h", Priority.CRITICAL, null, 5 * MS)).isEqualTo(Served.NOW);
        assertThat(door.queue.snapshot(0).wouldHaveDropped()).isEqualTo(1);
        assertThat(door.queue.snapshot(0).shed(Shed.CANNOT_FINISH)).isZero();
    }

    @Test
    void one_that_waited_and_has_no_time_left_gives_its_slot_to_the_next() {
        var door = new Door(1, PLAIN.withFeasibility(Feasibility.STANDARD));
        learn(door, 10 * MS, 100);
        door.busy();
        door.offer("hopeless", Priority.CRITICAL, null, 15 * MS);
        door.offer("fine", Priority.CRITICAL);
        door.now = 10 * MS;
        door.finish();

        assertThat(door.refused).containsExactly(Map.entry("hopeless", Shed.CANNOT_FINISH));
        assertThat(door.served).containsExactly("fine");
    }

    @Test
    void only_successes_say_how_long_others_will_take() {
        // A fast failure must not look like low latency, nor a slow one like high latency.
        var door = new Door(1, PLAIN.withFeasibility(Feasibility.STANDARD));
        learn(door, 10 * MS, 100);
        Duration before = door.queue.snapshot(0).leastServiceTime();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.SUCCESS) {
                door.offer("f" + outcome, Priority.CRITICAL);
                door.queue.finished(Priority.CRITICAL, outcome, 1, 0);
            }
        }

        assertThat(door.queue.snapshot(0).leastServiceTime()).isEqualTo(before);
    }

    @Test
    void a_noisy_tenant_waits_behind_itself() {
        var door = new Door(1, PLAIN).busy();
        for (int i = 0; i < 5; i++) {
            door.offer("noisy" + i, Priority.CRITICAL, "noisy", NEVER);
        }
        door.offer("quiet", Priority.CRITICAL, "quiet", NEVER);

        assertThat(door.drain()).startsWith("noisy0", "quiet", "noisy1");
    }

    @Test
    void where_there_is_no_room_the_tenant_with_most_loses_one() {
        var door = new Door(1, PLAIN.withCapacity(5)).busy();
        for (int i = 0; i < 5; i++) {
            door.offer("noisy" + i, Priority.CRITICAL, "noisy", NEVER);
        }
        assertThat(door.offer("noisy5", Priority.CRITICAL, "noisy", NEVER)).isEqualTo(Shed.FULL);
        door.offer("quiet0", Priority.CRITICAL, "quiet", NEVER);
        door.offer("quiet1", Priority.CRITICAL, "quiet", NEVER);
        assertThat(door.refused).containsEntry("noisy4", Shed.OVER_SHARE).containsEntry("noisy3", Shed.OVER_SHARE);
        assertThat(door.offer("quiet2", Priority.CRITICAL, "quiet", NEVER)).isEqualTo(Shed.FULL);
        assertThat(door.drain()).containsExactly("noisy0", "quiet0", "noisy1", "quiet1", "noisy2");
    }

    @Test
    void a_tenant_of_twice_the_weight_has_twice_the_room_and_the_turns() {
        var door = new Door(1, PLAIN.withCapacity(6), tenant -> tenant.equals("heavy") ? 2 : 1).busy();
        for (int i = 0; i < 20; i++) {
            door.offer("heavy" + i, Priority.CRITICAL, "heavy", NEVER);
            door.offer("light" + i, Priority.CRITICAL, "light", NEVER);
        }

        assertThat(door.drain()).containsExactly("heavy0", "heavy1", "light0", "heavy2", "heavy3", "light1");
    }

    @Test
    void without_fairness_all_tenants_are_one() {
        var door = new Door(1, PLAIN.withFair(false).withCapacity(2)).busy();
        door.offer("noisy0", Priority.CRITICAL, "noisy", NEVER);
        door.offer("noisy1", Priority.CRITICAL, "noisy", NEVER);

        assertThat(door.offer("quiet", Priority.CRITICAL, "quiet", NEVER)).isEqualTo(Shed.FULL);
        assertThat(door.queue.snapshot(0).shedByTenant()).containsExactly(Map.entry("quiet", 1L));
    }

    @Test
    void an_impossible_weight_is_refused_and_changes_nothing() {
        var door = new Door(1, PLAIN, tenant -> 0).busy();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> door.offer("w", Priority.CRITICAL, "t", NEVER))
                .withMessage("weight of t: 0 (expected: >= 1 and <= 1000000)");
        assertThat(door.queue.waiting()).isZero();
    }

    @Test
    void a_cancelled_request_is_answered_no_more() {
        var door = new Door(1, PLAIN).busy();
        door.offer("w", Priority.CRITICAL);
        Ticket<?> ticket = door.ticket("w");

        assertThat(ticket.work()).isEqualTo("w");
        assertThat(ticket.cancel(0)).isTrue();
        assertThat(ticket.cancel(0)).isFalse();
        assertThat(door.drain()).isEmpty();
        assertThat(door.queue.waiting()).isZero();
        assertThat(door.queue.snapshot(0).cancelled()).isEqualTo(1);
    }

    @Test
    void one_that_was_answered_cannot_be_cancelled() {
        var door = new Door(1, PLAIN).busy();
        door.offer("w", Priority.CRITICAL);
        door.finish();

        assertThat(door.ticket("w").cancel(0)).isFalse();
        assertThat(door.queue.inService()).isEqualTo(1);
    }

    @Test
    void refusals_are_counted_by_reason_priority_and_tenant_and_of_few_tenants_by_name() {
        var door = new Door(1, PLAIN.withCapacity(0).withTenantsCounted(2)).busy();
        door.offer("a", Priority.CRITICAL, "t1", NEVER);
        door.offer("b", Priority.SHEDDABLE, "t2", NEVER);
        door.offer("c", Priority.SHEDDABLE, "t3", NEVER);
        door.offer("d", Priority.SHEDDABLE, "t1", NEVER);
        door.offer("e", Priority.SHEDDABLE, "t4", 0);

        AdmissionSnapshot snapshot = door.queue.snapshot(0);
        assertThat(snapshot.shed(Shed.FULL)).isEqualTo(4);
        assertThat(snapshot.shed(Shed.EXPIRED)).isEqualTo(1);
        assertThat(snapshot.shed().get(Shed.FULL))
                .containsEntry(Priority.SHEDDABLE, 3L)
                .containsEntry(Priority.CRITICAL, 1L)
                .containsEntry(Priority.CRITICAL_PLUS, 0L);
        assertThat(snapshot.shedByTenant()).containsOnly(Map.entry("t1", 2L), Map.entry("t2", 1L));
        assertThat(snapshot.shedOfOtherTenants()).isEqualTo(2);
        assertThat(snapshot.served()).containsEntry(Priority.CRITICAL, 1L).containsEntry(Priority.SHEDDABLE, 0L);
    }

    @Test
    void is_overloaded_while_requests_wait_for_more_than_20_ms_on_average() {
        var door = new Door(1, PLAIN).busy();
        door.offer("w", Priority.CRITICAL);
        door.now = 41 * MS;
        door.finish();
        assertThat(door.queue.isOverloaded(door.now)).isFalse();

        // Two served in the window, of which one did not wait: 20.5 ms.
        door.now = 1_000 * MS;
        assertThat(door.queue.isOverloaded(door.now)).isTrue();
        assertThat(door.queue.snapshot(door.now).averageWait()).isEqualTo(Duration.ofNanos(20_500_000));
        door.now = 2_000 * MS;
        assertThat(door.queue.isOverloaded(door.now)).isFalse();
    }

    @Test
    void a_smaller_capacity_drops_the_worst_at_once() {
        var door = new Door(1, PLAIN).busy();
        door.offer("low", Priority.SHEDDABLE);
        door.offer("high", Priority.CRITICAL);
        door.offer("high2", Priority.CRITICAL);
        door.queue.change(PLAIN.withCapacity(1), 0);

        assertThat(door.refused).containsOnly(Map.entry("low", Shed.FULL), Map.entry("high2", Shed.FULL));
        assertThat(door.queue.settings().capacity()).isEqualTo(1);
    }

    @Test
    void all_are_told_even_if_one_answer_fails() {
        var told = new ArrayList<String>();
        var queue = new AdmissionQueue<String>(1, PLAIN, new AdmissionAnswers<>() {
            @Override
            public void serve(String work) {
                told.add(work);
                throw new IllegalStateException("broken connection");
            }

            @Override
            public void shed(String work, Shed reason) {}
        });
        for (String work : new String[] {"a", "b", "c"}) {
            queue.offer(work, AdmissionRequest.of(Priority.CRITICAL), 0);
        }

        assertThatIllegalStateException().isThrownBy(() -> queue.limit(3, 0)).withMessage("broken connection");
        assertThat(told).containsExactly("b", "c");
    }

    @Test
    void all_are_told_even_if_answers_and_listeners_throw_errors_of_which_the_first_is_thrown() {
        var told = new ArrayList<String>();
        var queue = new AdmissionQueue<String>(1, PLAIN, new AdmissionAnswers<>() {
            @Override
            public void serve(String work) {
                told.add(work);
                throw new AssertionError(work);
            }

            @Override
            public void shed(String work, Shed reason) {}
        });
        for (String work : new String[] {"a", "b", "c", "d"}) {
            queue.offer(work, AdmissionRequest.of(Priority.CRITICAL), 0);
        }
        queue.listen(event -> {
            throw new AssertionError("listener");
        });

        assertThatThrownBy(() -> queue.limit(4, 0))
                .isInstanceOf(AssertionError.class)
                .hasMessage("b");
        assertThat(told).containsExactly("b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1_000_001})
    void an_impossible_limit_is_refused(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Door(limit, PLAIN))
                .withMessage("limit: " + limit + " (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Door(1, PLAIN).queue.limit(limit, 0));
    }

    @ParameterizedTest
    @EnumSource(Criticality.class)
    void priorities_are_made_of_criticality_and_whether_something_is_finished(Criticality criticality) {
        assertThat(Priority.starting(criticality).criticality()).isEqualTo(criticality);
        assertThat(Priority.finishing(criticality).criticality()).isEqualTo(criticality);
        assertThat(Priority.finishing(criticality)).isLessThan(Priority.starting(criticality));
    }

    @Test
    void impossible_settings_are_refused_by_their_names() {
        refused(s -> s.withCapacity(-1), "capacity: -1 (expected: >= 0 and <= 1000000)");
        refused(s -> s.withPings(0), "pings: 0 (expected: >= 1 and <= 1000)");
        refused(s -> s.withTenantsCounted(-1), "tenantsCounted: -1 (expected: >= 0 and <= 100000)");
        refused(s -> s.withMaxWait(Duration.ZERO), "maxWait: 0s (expected: >= 1ns and <= 365d)");
        refused(s -> s.withOverloadWait(Duration.ofMillis(-1)), "overloadWait: -1ms (expected: >= 0s and <= 365d)");
        refused(
                s -> s.withDiscipline(Discipline.CODEL.withTimes(Duration.ofMillis(10), Duration.ofMillis(9))),
                "interval: 9ms (expected: >= 10ms and <= 365d)");
        refused(
                s -> s.withDiscipline(Discipline.CODEL.withTimes(Duration.ZERO, Duration.ofMillis(9))),
                "target: 0s (expected: >= 1ns and <= 365d)");
        refused(
                s -> s.withFeasibility(new Feasibility(Feasibility.Mode.DROP, Double.NaN, 0.2, Duration.ofSeconds(1))),
                "chance: NaN (expected: >= 0.01 and <= 0.99)");
        refused(
                s -> s.withFeasibility(new Feasibility(Feasibility.Mode.DROP, 0.1, 1.1, Duration.ofSeconds(1))),
                "share: 1.1 (expected: >= 0 and <= 1)");
        refused(
                s -> s.withFeasibility(new Feasibility(Feasibility.Mode.DROP, 0.1, 0.2, Duration.ZERO)),
                "window: 0s (expected: >= 1ns and <= 365d)");
        refused(
                s -> s.withGuaranteed(new GuaranteedShares(0.5, 0.5, 0.5, 0)),
                "guaranteed together: 1.5 (expected: <= 1)");
        refused(
                s -> s.withGuaranteed(new GuaranteedShares(0, Double.NaN, 0, 0)),
                "critical: NaN (expected: >= 0 and <= 1)");
    }

    private static void refused(UnaryOperator<AdmissionSettings> change, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(AdmissionSettings.STANDARD))
                .withMessage(message);
    }

    private static void learn(Door door, long serviceNanos, int times) {
        for (int i = 0; i < times; i++) {
            door.offer("learn" + i, Priority.CRITICAL);
            door.finish(Priority.CRITICAL, serviceNanos);
        }
        door.served.clear();
    }
}
