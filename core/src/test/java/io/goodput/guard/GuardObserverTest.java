package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Endpoint;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardObserverTest {
    private static final Duration WAIT = Duration.ofNanos(200);

    private final List<String> heard = new ArrayList<>();
    private final TestTimers timers = new TestTimers();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void hears_of_every_attempt_wait_refusal_and_end() {
        Guard guard = retrying().observer(new Writing()).build();
        timers.advanceTo(1_000);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> guard.call(this::failTwice));

        assertThat(heard)
                .containsExactly(
                        "1000-1000 attempt 1 TRANSIENT_FAILURE",
                        "1000 retry in 200 after 1 TRANSIENT_FAILURE",
                        "1200-1200 attempt 2 TRANSIENT_FAILURE",
                        "1200 refused ATTEMPTS_EXHAUSTED",
                        "1000-1200 end TRANSIENT_FAILURE after 2");
    }

    @Test
    void hears_of_a_success() throws Exception {
        Guard guard = retrying().observer(new Writing()).build();

        guard.call(() -> "answer");

        assertThat(heard).containsExactly("0-0 attempt 1 SUCCESS", "0-0 end SUCCESS after 1");
    }

    @Test
    void hears_of_a_call_that_was_not_sent() {
        Guard guard =
                Guard.builder("observed").timers(timers).observer(new Writing()).build();
        timers.advanceTo(10);

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(CallOptions.NONE.within(new Deadline(10)), () -> "answer"));

        assertThat(heard).containsExactly("10 refused DEADLINE", "10-10 end DROPPED after 0");
    }

    @Test
    void an_observer_that_throws_harms_neither_the_call_nor_the_others() throws Exception {
        GuardObserver broken = new GuardObserver() {
            @Override
            public void callEnded(Guard guard, Outcome outcome, int attempts, long startedAt, long now) {
                throw new IllegalStateException("broken");
            }
        };
        Guard guard = retrying().observer(broken).observer(new Writing()).build();

        assertThat(guard.call(() -> "answer")).isEqualTo("answer");

        assertThat(heard).hasSize(2);
    }

    @Test
    void an_observer_can_be_added_while_the_guard_is_in_use() throws Exception {
        Guard guard = retrying().build();
        guard.call(() -> "unheard");

        guard.change(more -> more.observer(new Writing()));
        guard.call(() -> "heard");

        assertThat(heard).hasSize(2);
    }

    private GuardBuilder retrying() {
        return Guard.builder("observed")
                .timers(timers)
                .retry(RetryPolicy.builder()
                        .attempts(2)
                        .backoff(Backoff.exponential(WAIT, WAIT).withJitter(Jitter.NONE))
                        .build());
    }

    private String failTwice() throws IOException {
        throw new IOException("attempt " + attempts.incrementAndGet());
    }

    private final class Writing implements GuardObserver {
        @Override
        public void attemptEnded(
                Guard guard,
                int number,
                boolean hedge,
                @Nullable Endpoint endpoint,
                Outcome outcome,
                long startedAt,
                long now) {
            heard.add(startedAt + "-" + now + " attempt " + number + " " + outcome);
        }

        @Override
        public void retryScheduled(Guard guard, int attempts, Outcome outcome, long delayNanos, long now) {
            heard.add(now + " retry in " + delayNanos + " after " + attempts + " " + outcome);
        }

        @Override
        public void refused(Guard guard, Refusal refusal, long now) {
            heard.add(now + " refused " + refusal.reason());
        }

        @Override
        public void callEnded(Guard guard, Outcome outcome, int attempts, long startedAt, long now) {
            heard.add(startedAt + "-" + now + " end " + outcome + " after " + attempts);
        }
    }
}
