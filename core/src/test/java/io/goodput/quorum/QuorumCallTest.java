package io.goodput.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.quorum.QuorumCall.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumCallTest {
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final long SPARE = MILLI.toNanos();
    private static final long TIMEOUT = 10 * SPARE;

    private static QuorumCall of(QuorumFetch.Settings plan) {
        return new QuorumCall(plan);
    }

    private static QuorumFetch.Settings fourOfFive() {
        return QuorumFetch.Settings.of(4, 5).withTimeout(MILLI.multipliedBy(10));
    }

    /** Does what the step says until there is nothing more to do, and tells what that was. */
    private static List<String> all(QuorumCall call, Step first, long now) {
        var done = new ArrayList<String>();
        Step step = first;
        for (; step == Step.BEGIN || step == Step.CANCEL; step = call.next(now)) {
            done.add(step + " " + call.part());
        }
        done.add(step == Step.FINISH ? "FINISH " + call.outcome() : "WAIT " + call.wakeAt());
        return done;
    }

    private static QuorumCall started(QuorumFetch.Settings plan) {
        QuorumCall call = of(plan);
        all(call, call.start(0, Deadline.NONE), 0);
        return call;
    }

    @Test
    void all_parts_are_begun_at_once() {
        QuorumCall call = of(fourOfFive());
        assertThat(all(call, call.start(0, Deadline.NONE), 0))
                .containsExactly("BEGIN 0", "BEGIN 1", "BEGIN 2", "BEGIN 3", "BEGIN 4", "WAIT " + TIMEOUT);
    }

    @Test
    void the_kth_good_part_ends_it_and_the_others_are_cancelled() {
        QuorumCall call = started(fourOfFive());
        for (int part : new int[] {4, 0, 3}) {
            assertThat(call.partEnded(part, Outcome.SUCCESS, 1)).isEqualTo(Step.WAIT);
        }

        assertThat(all(call, call.partEnded(1, Outcome.SUCCESS, 2), 2)).containsExactly("CANCEL 2", "FINISH SUCCESS");
        assertThat(call.wakeAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void as_many_failures_as_there_are_spare_parts_do_no_harm() {
        QuorumCall call = started(fourOfFive());
        call.partEnded(2, Outcome.TRANSIENT_FAILURE, 1);
        for (int part : new int[] {0, 1, 3}) {
            call.partEnded(part, Outcome.SUCCESS, 1);
        }
        assertThat(all(call, call.partEnded(4, Outcome.SUCCESS, 1), 1)).containsExactly("FINISH SUCCESS");
    }

    @Test
    void one_failure_too_many_ends_it_at_once() {
        QuorumCall call = started(fourOfFive());
        call.partEnded(2, Outcome.TRANSIENT_FAILURE, 1);

        assertThat(all(call, call.partEnded(4, Outcome.THROTTLED, 2), 2))
                .containsExactly("CANCEL 0", "CANCEL 1", "CANCEL 3", "FINISH THROTTLED");
    }

    @Test
    void spare_parts_are_begun_once_the_delay_is_over() {
        QuorumCall call = of(fourOfFive().startingWith(4, MILLI));
        assertThat(all(call, call.start(0, Deadline.NONE), 0)).endsWith("BEGIN 3", "WAIT " + SPARE);

        assertThat(call.timerFired(SPARE - 1)).isEqualTo(Step.WAIT);
        assertThat(all(call, call.timerFired(SPARE), SPARE)).containsExactly("BEGIN 4", "WAIT " + TIMEOUT);
    }

    @Test
    void a_failure_is_replaced_by_a_spare_part_at_once() {
        QuorumCall call = started(QuorumFetch.Settings.of(2, 4).startingWith(2, MILLI));

        assertThat(all(call, call.partEnded(0, Outcome.TRANSIENT_FAILURE, 5), 5))
                .containsExactly("BEGIN 2", "WAIT " + SPARE);
        assertThat(all(call, call.timerFired(SPARE), SPARE)).containsExactly("BEGIN 3", "WAIT " + Long.MAX_VALUE);
    }

    @Test
    void parts_that_are_not_needed_are_never_begun() {
        QuorumCall call = started(QuorumFetch.Settings.of(2, 4).startingWith(2, MILLI));
        call.partEnded(0, Outcome.SUCCESS, 1);
        assertThat(all(call, call.partEnded(1, Outcome.SUCCESS, 1), 1)).containsExactly("FINISH SUCCESS");
        assertThat(call.begun()).isEqualTo(2);
        assertThat(call.timerFired(SPARE)).isEqualTo(Step.WAIT);
    }

    @Test
    void the_time_may_run_out() {
        QuorumCall call = started(fourOfFive());
        call.partEnded(1, Outcome.SUCCESS, 1);

        assertThat(all(call, call.timerFired(TIMEOUT), TIMEOUT))
                .containsExactly("CANCEL 0", "CANCEL 2", "CANCEL 3", "CANCEL 4", "FINISH TIMEOUT");
    }

    @Test
    void a_part_that_ends_as_the_time_runs_out_is_too_late_whoever_is_quicker_to_tell() {
        QuorumCall call = started(QuorumFetch.Settings.of(1, 1).withTimeout(MILLI));
        assertThat(all(call, call.partEnded(0, Outcome.SUCCESS, SPARE), SPARE)).containsExactly("FINISH TIMEOUT");
    }

    @Test
    void the_callers_deadline_may_come_first() {
        QuorumCall call = of(fourOfFive());
        assertThat(all(call, call.start(0, new Deadline(7)), 0)).endsWith("WAIT 7");
    }

    @Test
    void nothing_is_begun_after_the_deadline() {
        QuorumCall call = of(fourOfFive());
        assertThat(all(call, call.start(7, new Deadline(7)), 7)).containsExactly("FINISH DROPPED");
    }

    @Test
    void no_timeout_is_never_late_in_the_day_too() {
        QuorumCall call = of(QuorumFetch.Settings.of(1, 1));
        assertThat(all(call, call.start(1L << 62, Deadline.NONE), 1L << 62)).endsWith("WAIT " + Long.MAX_VALUE);
    }

    @Test
    void a_caller_who_gives_up_cancels_all() {
        QuorumCall call = started(fourOfFive());
        call.partEnded(1, Outcome.SUCCESS, 1);
        assertThat(all(call, call.callerCancelled(), 1))
                .containsExactly("CANCEL 0", "CANCEL 2", "CANCEL 3", "CANCEL 4", "FINISH CANCELLED");
    }

    @Test
    void late_answers_are_ignored() {
        QuorumCall call = started(QuorumFetch.Settings.of(1, 3));
        all(call, call.partEnded(0, Outcome.SUCCESS, 1), 1);

        assertThat(call.partEnded(1, Outcome.SUCCESS, 2)).isEqualTo(Step.WAIT);
        assertThat(call.partEnded(2, Outcome.TRANSIENT_FAILURE, 2)).isEqualTo(Step.WAIT);
        assertThat(call.callerCancelled()).isEqualTo(Step.WAIT);
        assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(call.good()).isOne();
    }

    @Test
    void a_part_told_twice_counts_once() {
        QuorumCall call = started(fourOfFive());
        for (int i = 0; i < 10; i++) {
            assertThat(call.partEnded(0, Outcome.SUCCESS, 1)).isEqualTo(Step.WAIT);
        }
        assertThat(call.good()).isOne();
    }

    @Test
    void a_fetch_starts_once() {
        QuorumCall call = started(fourOfFive());
        assertThatIllegalStateException().isThrownBy(() -> call.start(1, Deadline.NONE));
    }

    @Property(tries = 2_000)
    void any_events_in_any_order_give_one_end_that_the_parts_justify(
            @ForAll @IntRange(min = 1, max = 8) int parts, @ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        int needed = 1 + random.nextInt(parts);
        var plan = new QuorumFetch.Settings(
                needed,
                parts,
                needed + random.nextInt(parts - needed + 1),
                Duration.ofNanos(random.nextInt(20)),
                Duration.ofNanos(1 + random.nextInt(60)));
        QuorumCall call = of(plan);
        Set<Integer> running = new HashSet<>();
        Set<Integer> begun = new HashSet<>();
        long now = 0;
        Step step = call.start(now, Deadline.NONE);
        int good = 0;
        int failed = 0;
        for (int event = 0; step != Step.FINISH; event++) {
            assertThat(event).isLessThan(10_000);
            switch (step) {
                case BEGIN -> {
                    assertThat(begun.add(call.part())).isTrue();
                    running.add(call.part());
                    step = call.next(now);
                }
                case CANCEL -> {
                    assertThat(running.remove(call.part())).isTrue();
                    step = call.next(now);
                }
                case WAIT -> {
                    assertThat(running.size() + good).isGreaterThanOrEqualTo(needed);
                    now = Math.min(call.wakeAt(), now + random.nextInt(6));
                    int part = random.nextInt(parts);
                    boolean fails = random.nextInt(3) == 0;
                    if (now < call.wakeAt() && running.remove(part)) {
                        good += fails ? 0 : 1;
                        failed += fails ? 1 : 0;
                    }
                    step = now >= call.wakeAt()
                            ? call.timerFired(now)
                            : call.partEnded(part, fails ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS, now);
                }
                case FINISH -> throw new AssertionError();
            }
        }
        assertThat(running).isEmpty();
        switch (call.outcome()) {
            case SUCCESS -> assertThat(good).isEqualTo(needed);
            case TRANSIENT_FAILURE -> assertThat(failed).isEqualTo(parts - needed + 1);
            case TIMEOUT -> assertThat(now).isEqualTo(plan.timeout().toNanos());
            default -> throw new AssertionError(call.outcome());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 4, 'needed: 0 (expected: >= 1 and <= 5)'",
        "6, 5, 5, 'needed: 6 (expected: >= 1 and <= 5)'",
        "1, 0, 1, 'parts: 0 (expected: >= 1 and <= 1000)'",
        "1, 1001, 1, 'parts: 1001 (expected: >= 1 and <= 1000)'",
        "4, 5, 3, 'first: 3 (expected: >= 4 and <= 5)'",
        "4, 5, 6, 'first: 6 (expected: >= 4 and <= 5)'"
    })
    void impossible_numbers_are_refused(int needed, int parts, int first, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuorumFetch.Settings(needed, parts, first, MILLI, MILLI))
                .withMessage(message);
    }

    @Test
    void impossible_times_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fourOfFive().withTimeout(Duration.ZERO))
                .withMessage("timeout: 0s (expected: >= 1ns and <= forever)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fourOfFive().startingWith(4, MILLI.negated()))
                .withMessage("spareDelay: -1ms (expected: >= 0s and <= 1h)");
    }
}
