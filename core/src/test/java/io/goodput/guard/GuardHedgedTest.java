package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.CallContext;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocking calls whose attempts run beside each other, in real time: each waits for the other to do something. */
@Timeout(60)
class GuardHedgedTest {
    private static final CallOptions READ = CallOptions.NONE.idempotently();

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch began = new CountDownLatch(1);

    @AfterEach
    void no_interrupt_is_left_behind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void the_hedge_answers_for_a_stuck_attempt_which_is_interrupted() throws Exception {
        String answer = hedging(Duration.ofMillis(1)).callAttempt(READ, attempt -> attempt.hedge() ? "hedge" : stuck());

        assertThat(answer).isEqualTo("hedge");
        interrupted.await();
    }

    @Test
    void a_hedge_that_fails_leaves_the_first_attempt_to_answer() throws Exception {
        String answer = hedging(Duration.ofMillis(1)).callAttempt(READ, attempt -> {
            if (attempt.hedge()) {
                began.countDown();
                throw new IllegalStateException("the hedge");
            }
            began.await();
            return "first";
        });

        assertThat(answer).isEqualTo("first");
    }

    @Test
    void what_the_attempt_threw_reaches_the_caller() {
        assertThatIllegalStateException()
                .isThrownBy(() -> hedging(Duration.ofHours(1)).call(READ, () -> {
                    throw new IllegalStateException("a bug");
                }))
                .withMessage("a bug");
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> hedging(Duration.ofHours(1)).call(READ, () -> {
                    throw new StackOverflowError();
                }));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> hedging(Duration.ofHours(1)).call(READ, () -> {
                    throw new CancellationException("by itself");
                }));
    }

    @Test
    void a_caller_who_is_interrupted_stops_waiting_and_so_do_the_attempts() throws Exception {
        var seen = new CompletableFuture<Throwable>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                hedging(Duration.ofHours(1)).call(READ, this::stuck);
            } catch (Throwable thrown) {
                seen.complete(thrown);
            }
        });
        began.await();

        caller.interrupt();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        interrupted.await();
    }

    @Test
    void out_of_time_is_a_timeout_and_nobody_waits_for_the_attempts() throws Exception {
        Guard guard =
                builder(Duration.ofHours(1)).deadline(Duration.ofMillis(5)).build();

        assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> guard.call(READ, this::stuck));

        interrupted.await();
    }

    @Test
    void attempts_find_the_context_of_the_call_on_their_own_threads() throws Exception {
        CallContext blue = CallContext.NONE.withTenant("blue");

        String tenant = blue.call(() -> hedging(Duration.ofHours(1))
                .call(READ, () -> CallContext.current().tenant()));

        assertThat(tenant).isEqualTo("blue");
    }

    @Test
    void calls_that_are_not_idempotent_stay_on_the_callers_thread() throws Exception {
        Thread ran = hedging(Duration.ofMillis(1)).call(Thread::currentThread);

        assertThat(ran).isSameAs(Thread.currentThread());
    }

    private String stuck() throws InterruptedException {
        began.countDown();
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts down");
        } catch (InterruptedException wanted) {
            interrupted.countDown();
            throw wanted;
        }
    }

    private static Guard hedging(Duration after) {
        return builder(after).build();
    }

    private static GuardBuilder builder(Duration after) {
        return Guard.builder("reads")
                .hedge(new HedgePolicy(new HedgePolicy.Settings(0.05, 10, new HedgeDelay.Fixed(after), 1)));
    }
}
