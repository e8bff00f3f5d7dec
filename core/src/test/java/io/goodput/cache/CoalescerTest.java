package io.goodput.cache;

import static io.goodput.cache.CacheRefusal.TOO_LATE;
import static io.goodput.cache.CacheRefusal.TOO_MANY_KEYS;
import static io.goodput.cache.CacheRefusal.TOO_MANY_WAITERS;
import static io.goodput.cache.Joined.Waits.FOR_THE_LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.cache.Coalescer.Settings;
import io.goodput.cache.Resolution.Lead;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final Coalescer<String, String> coalescer = new Coalescer<>(new Settings(2, 3));

    @Test
    void the_first_leads_and_the_others_get_what_it_loads_in_their_order() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        assertThat(token).isPositive();
        assertThat(coalescer.join("k", "b", NEVER, 1)).isEqualTo(FOR_THE_LEADER);
        assertThat(coalescer.join("k", "c", NEVER, 2)).isEqualTo(FOR_THE_LEADER);
        assertThat(coalescer.waiting("k")).isEqualTo(2);

        Resolution<String, String> told = coalescer.completed("k", token, 3);

        assertThat(told.answered()).containsExactly("b", "c");
        assertThat(told.current()).isTrue();
        assertThat(told.leads()).isEmpty();
        assertThat(coalescer.keys()).isZero();
    }

    @Test
    void keys_have_nothing_to_do_with_each_other() {
        long k = token(coalescer.join("k", "a", NEVER, 0));
        long l = token(coalescer.join("l", "b", NEVER, 0));
        coalescer.join("l", "c", NEVER, 0);

        assertThat(coalescer.completed("k", k, 1).answered()).isEmpty();
        assertThat(coalescer.completed("l", l, 1).answered()).containsExactly("c");
    }

    @Test
    void a_failed_load_fails_for_all_who_wait_and_is_not_tried_again_by_each() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", NEVER, 0);
        coalescer.join("k", "c", NEVER, 0);

        Resolution<String, String> told = coalescer.failed("k", token, 1);

        assertThat(told.answered()).containsExactly("b", "c");
        assertThat(told.leads()).isEmpty();
        assertThat(told.current()).isFalse();
        assertThat(coalescer.keys()).isZero();
    }

    @Test
    void a_leader_that_gives_up_hands_over_to_the_one_with_the_most_time_left() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", 50, 0);
        coalescer.join("k", "c", 70, 0);
        coalescer.join("k", "d", 60, 0);

        Lead<String, String> lead =
                coalescer.leaderCancelled("k", token, 10).leads().getFirst();

        assertThat(lead.waiter()).isEqualTo("c");
        assertThat(lead.token()).isNotEqualTo(token);
        assertThat(coalescer.completed("k", lead.token(), 20).answered()).containsExactly("b", "d");
    }

    @Test
    void a_leader_that_gives_up_alone_leaves_nothing_behind() {
        long token = token(coalescer.join("k", "a", 100, 0));

        Resolution<String, String> told = coalescer.leaderCancelled("k", token, 10);

        assertThat(told.leads()).isEmpty();
        assertThat(coalescer.keys()).isZero();
        assertThat(coalescer.earliestDeadline()).isEqualTo(NEVER);
    }

    @Test
    void what_a_former_leader_says_counts_for_nothing() {
        long former = token(coalescer.join("k", "a", 10, 0));
        coalescer.join("k", "b", NEVER, 0);
        coalescer.join("k", "c", NEVER, 0);
        long token = coalescer.expired(10).leads().getFirst().token();

        assertThat(coalescer.completed("k", former, 11)).isEqualTo(nothing());
        assertThat(coalescer.failed("k", former, 11)).isEqualTo(nothing());
        assertThat(coalescer.leaderCancelled("k", former, 11)).isEqualTo(nothing());
        assertThat(coalescer.completed("k", token, 12).answered()).containsExactly("c");
        assertThat(coalescer.completed("k", token, 13)).isEqualTo(nothing());
    }

    @Test
    void the_shorter_deadline_of_a_leader_fails_nobody_else() {
        coalescer.join("k", "a", 10, 0);
        coalescer.join("k", "b", 100, 0);
        coalescer.join("k", "c", 90, 0);

        Resolution<String, String> told = coalescer.expired(10);

        assertThat(told.timedOut()).isEmpty();
        assertThat(told.leads()).extracting(Lead::waiter).containsExactly("b");
        assertThat(coalescer.waiting("k")).isOne();
    }

    @Test
    void each_waiter_keeps_its_own_deadline() {
        long token = token(coalescer.join("k", "a", 100, 0));
        coalescer.join("k", "b", 30, 0);
        coalescer.join("k", "c", 20, 0);
        assertThat(coalescer.earliestDeadline()).isEqualTo(20);

        assertThat(coalescer.expired(19).timedOut()).isEmpty();
        assertThat(coalescer.expired(20).timedOut()).containsExactly("c");
        assertThat(coalescer.earliestDeadline()).isEqualTo(30);
        assertThat(coalescer.completed("k", token, 29).answered()).containsExactly("b");
        assertThat(coalescer.earliestDeadline()).isEqualTo(NEVER);
    }

    @Test
    void an_answer_at_the_instant_of_the_deadline_is_too_late() {
        long token = token(coalescer.join("k", "a", 100, 0));
        coalescer.join("k", "b", 30, 0);
        coalescer.join("k", "c", 31, 0);

        Resolution<String, String> told = coalescer.completed("k", token, 30);

        assertThat(told.timedOut()).containsExactly("b");
        assertThat(told.answered()).containsExactly("c");
    }

    @Test
    void nobody_leads_whose_time_is_up() {
        long token = token(coalescer.join("k", "a", 100, 0));
        coalescer.join("k", "b", 30, 0);
        coalescer.join("k", "c", 20, 0);

        Resolution<String, String> told = coalescer.leaderCancelled("k", token, 30);

        assertThat(told.leads()).isEmpty();
        assertThat(told.timedOut()).containsExactlyInAnyOrder("b", "c");
        assertThat(coalescer.keys()).isZero();
    }

    @Test
    void what_loads_behind_has_nobody_to_answer_and_whoever_comes_then_waits_for_it() {
        long token = token(coalescer.lead("k", 100, 0));
        assertThat(token).isPositive();
        assertThat(coalescer.lead("k", 100, 0)).isEqualTo(FOR_THE_LEADER);
        assertThat(coalescer.waiting("k")).isZero();
        assertThat(coalescer.join("k", "a", NEVER, 1)).isEqualTo(FOR_THE_LEADER);

        assertThat(coalescer.completed("k", token, 2).answered()).containsExactly("a");
    }

    @Test
    void a_waiter_that_leaves_is_told_nothing() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", 10, 0);

        assertThat(coalescer.leave("k", "b")).isTrue();
        assertThat(coalescer.leave("k", "b")).isFalse();
        assertThat(coalescer.leave("l", "b")).isFalse();

        assertThat(coalescer.expired(10)).isEqualTo(nothing());
        assertThat(coalescer.completed("k", token, 11).answered()).isEmpty();
    }

    @Test
    void a_waiter_that_leads_by_now_cannot_leave_as_a_waiter() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", NEVER, 0);
        coalescer.leaderCancelled("k", token, 1);

        assertThat(coalescer.leave("k", "b")).isFalse();
        assertThat(coalescer.keys()).isOne();
    }

    @Test
    void equal_waiters_are_two() {
        String one = new String("w");
        String other = new String("w");
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", one, NEVER, 0);
        coalescer.join("k", other, NEVER, 0);

        assertThat(coalescer.leave("k", other)).isTrue();
        assertThat(coalescer.completed("k", token, 1).answered().getFirst()).isSameAs(one);
    }

    @Test
    void too_many_waiters_and_too_many_keys_are_refused_and_leave_no_trace() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", NEVER, 0);
        coalescer.join("k", "c", NEVER, 0);
        coalescer.join("k", "d", NEVER, 0);
        coalescer.join("l", "e", NEVER, 0);

        assertThat(coalescer.join("k", "f", 5, 0)).isEqualTo(TOO_MANY_WAITERS);
        assertThat(coalescer.join("m", "g", 5, 0)).isEqualTo(TOO_MANY_KEYS);
        assertThat(coalescer.lead("m", 5, 0)).isEqualTo(TOO_MANY_KEYS);
        assertThat(coalescer.join("l", "h", NEVER, 0)).isEqualTo(FOR_THE_LEADER);

        assertThat(coalescer.earliestDeadline()).isEqualTo(NEVER);
        assertThat(coalescer.completed("k", token, 1).answered()).containsExactly("b", "c", "d");
        assertThat(coalescer.join("m", "g", 5, 2)).isInstanceOf(Joined.Leads.class);
    }

    @Test
    void whoever_comes_after_its_deadline_is_refused() {
        assertThat(coalescer.join("k", "a", 5, 5)).isEqualTo(TOO_LATE);
        assertThat(coalescer.lead("k", 5, 5)).isEqualTo(TOO_LATE);
        coalescer.join("k", "b", NEVER, 5);
        assertThat(coalescer.join("k", "a", 5, 5)).isEqualTo(TOO_LATE);
        assertThat(coalescer.waiting("k")).isZero();
    }

    @Test
    void a_load_that_began_before_an_invalidation_may_not_be_kept() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", NEVER, 0);

        assertThat(coalescer.invalidate("k")).isTrue();

        Resolution<String, String> told = coalescer.completed("k", token, 1);
        assertThat(told.current()).isFalse();
        assertThat(told.answered()).containsExactly("b");
        assertThat(coalescer.keys()).isZero();
    }

    @Test
    void whoever_asks_after_an_invalidation_gets_a_load_that_began_after_it() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "before", NEVER, 0);
        coalescer.invalidate("k");
        assertThat(coalescer.join("k", "after", 50, 1)).isEqualTo(FOR_THE_LEADER);
        assertThat(coalescer.join("k", "next", 60, 1)).isEqualTo(FOR_THE_LEADER);

        Resolution<String, String> first = coalescer.completed("k", token, 2);
        assertThat(first.answered()).containsExactly("before");
        assertThat(first.leads()).extracting(Lead::waiter).containsExactly("next");

        Resolution<String, String> second =
                coalescer.completed("k", first.leads().getFirst().token(), 3);
        assertThat(second.answered()).containsExactly("after");
        assertThat(second.current()).isTrue();
    }

    @Test
    void a_handed_over_load_begins_after_the_invalidation_and_may_be_kept_again() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "before", NEVER, 0);
        coalescer.invalidate("k");
        coalescer.join("k", "after", 50, 1);
        long next = coalescer.leaderCancelled("k", token, 2).leads().getFirst().token();

        Resolution<String, String> told = coalescer.completed("k", next, 3);

        assertThat(told.current()).isTrue();
        assertThat(told.answered()).containsExactly("after");
    }

    @Test
    void the_failure_of_an_outdated_load_is_one_for_those_who_came_later_too() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.invalidate("k");
        coalescer.join("k", "after", NEVER, 1);

        assertThat(coalescer.failed("k", token, 2).answered()).containsExactly("after");
        assertThat(coalescer.keys()).isZero();
    }

    @Test
    void to_invalidate_what_nobody_loads_changes_nothing() {
        assertThat(coalescer.invalidate("k")).isFalse();
        long token = token(coalescer.join("k", "a", NEVER, 0));
        assertThat(coalescer.completed("k", token, 1).current()).isTrue();
    }

    @Test
    void other_bounds_hold_for_those_who_come_from_then_on() {
        long token = token(coalescer.join("k", "a", NEVER, 0));
        coalescer.join("k", "b", NEVER, 0);
        coalescer.change(new Settings(1, 1));

        assertThat(coalescer.join("k", "c", NEVER, 0)).isEqualTo(TOO_MANY_WAITERS);
        assertThat(coalescer.join("l", "c", NEVER, 0)).isEqualTo(TOO_MANY_KEYS);
        assertThat(coalescer.completed("k", token, 1).answered()).containsExactly("b");
        assertThat(coalescer.settings()).isEqualTo(new Settings(1, 1));
    }

    @Test
    void impossible_bounds_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(0, 1))
                .withMessage("keys: 0 (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(1, -1))
                .withMessage("waiters: -1 (expected: >= 0 and <= 1000000)");
    }

    private static long token(Joined joined) {
        return ((Joined.Leads) joined).token();
    }

    private static Resolution<String, String> nothing() {
        return new Resolution<>(List.of(), List.of(), List.of(), false);
    }
}
