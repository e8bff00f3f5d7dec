package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Timers;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VirtualTimersTest {
    private static final Duration TIMEOUT = Duration.ofMillis(100);

    private final VirtualTimers timers = new VirtualTimers();
    private final List<String> happened = new ArrayList<>();

    private void note(String what) {
        happened.add(what + "@" + timers.nanos());
    }

    @Test
    void a_sleep_lets_the_time_pass_and_all_happen_that_is_due_meanwhile() throws InterruptedException {
        timers.runAt(30, () -> note("second"));
        timers.runAt(10, () -> note("first"));
        timers.runAt(31, () -> note("later"));

        timers.sleepUntil(30);

        assertThat(happened).containsExactly("first@10", "second@30");
        assertThat(timers.nanos()).isEqualTo(30);
    }

    @Test
    void a_negative_time_is_refused_by_hand_and_no_sleep() throws InterruptedException {
        assertThatThrownBy(() -> timers.advance(Duration.ofMillis(-1))).hasMessage("time: -1ms (expected: >= 0s)");

        timers.sleep(Duration.ofMillis(-1));

        assertThat(timers.nanos()).isZero();
    }

    @Test
    void time_is_moved_by_hand_too_and_what_is_cancelled_does_not_happen() {
        Timers.Timer cancelled = timers.runAt(10, () -> note("cancelled"));
        timers.runAt(20, () -> note("due"));
        cancelled.cancel();

        timers.advance(Duration.ofNanos(19));
        assertThat(happened).isEmpty();
        timers.advanceTo(20);

        assertThat(happened).containsExactly("due@20");
        assertThatThrownBy(() -> timers.advanceTo(19))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("instant: 19 (expected: >= now 20 and <= ");
    }

    @Test
    void what_was_due_in_the_past_happens_at_once_when_time_is_looked_at() throws InterruptedException {
        timers.advanceTo(50);
        timers.runAt(40, () -> note("late"));

        timers.sleepUntil(0);

        assertThat(happened).containsExactly("late@50");
    }

    @Test
    void an_action_may_schedule_another() {
        timers.runAt(10, () -> {
            timers.runAt(15, () -> note("inner"));
            note("outer");
        });

        timers.advanceTo(20);

        assertThat(happened).containsExactly("outer@10", "inner@15");
    }

    @Test
    void an_interrupter_ends_a_sleep_and_clears_up_after_itself() {
        Timers.Interrupter interrupter = timers.interrupter();

        interrupter.arm(100);
        assertThatThrownBy(() -> timers.sleepUntil(200)).isInstanceOf(InterruptedException.class);

        assertThat(timers.nanos()).isEqualTo(100);
        assertThat(interrupter.disarm()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interrupter_that_is_disarmed_in_time_interrupts_nobody() throws InterruptedException {
        Timers.Interrupter interrupter = timers.interrupter();

        interrupter.arm(100);
        timers.sleepUntil(99);
        assertThat(interrupter.disarm()).isFalse();
        timers.sleepUntil(200);

        assertThat(timers.nanos()).isEqualTo(200);
    }

    @Test
    void an_interrupt_by_somebody_else_stays_theirs() throws InterruptedException {
        Timers.Interrupter interrupter = timers.interrupter();
        interrupter.arm(100);
        Thread.currentThread().interrupt();

        timers.advanceTo(100);

        assertThat(interrupter.disarm()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_sleep_without_end_is_refused_unless_something_interrupts_it() {
        assertThatThrownBy(() -> timers.sleepUntil(Long.MAX_VALUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("slept for ever (expected: an end, or a timeout)");

        Timers.Interrupter interrupter = timers.interrupter();
        interrupter.arm(100);
        assertThatThrownBy(() -> timers.sleepUntil(Long.MAX_VALUE)).isInstanceOf(InterruptedException.class);
        assertThat(timers.nanos()).isEqualTo(100);
    }

    @Test
    void a_thread_that_waits_elsewhere_is_interrupted_when_another_lets_the_time_pass() throws InterruptedException {
        var armed = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        Thread waiting = Thread.startVirtualThread(() -> {
            Timers.Interrupter interrupter = timers.interrupter();
            interrupter.arm(100);
            armed.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.complete(interrupter.disarm());
            }
        });
        armed.await();

        timers.advanceTo(100);

        waiting.join();
        assertThat(interrupted).isCompletedWithValue(true);
    }

    @Test
    void a_blocking_call_times_out_and_is_repeated_without_waiting() throws Exception {
        Guard guard = Guard.builder("inventory")
                .timers(timers)
                .attemptTimeout(TIMEOUT)
                .retry(RetryPolicy.builder().attempts(3).build())
                .build();
        var attempts = new AtomicInteger();

        String answer = guard.call(() -> {
            boolean slow = attempts.incrementAndGet() < 3;
            timers.sleep(slow ? Duration.ofHours(1) : Duration.ofMillis(20));
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(attempts).hasValue(3);
        assertThat(timers.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(220).toNanos());
        assertThat(timers.nanos()).isLessThan(Duration.ofMinutes(1).toNanos());
    }
}
