package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What guarded calls and the contexts that they are made in have to do with each other. */
class GuardContextTest {
    private static final CallContext BLUE = CallContext.NONE.withTenant("blue").within(new Deadline(1_000));

    @Test
    void a_guarded_call_keeps_to_the_deadline_of_its_context() {
        Guard guard = Guard.builder("inner").timers(at(1_000)).build();

        BLUE.run(() -> assertThat(catchFrom(guard)).isInstanceOf(CallTimeoutException.class));

        assertThat(catchFrom(guard)).isNull();
    }

    @Test
    void a_call_inside_a_guarded_call_inherits_the_time_of_its_attempt() throws Exception {
        Guard outer = Guard.builder("outer")
                .deadline(Duration.ofNanos(500))
                .attemptTimeout(Duration.ofNanos(200))
                .timers(at(100))
                .build();

        assertThat(BLUE.call(() -> outer.call(CallContext::current)).deadline()).isEqualTo(new Deadline(300));
        assertThat(BLUE.call(() -> outer.callAsync(() -> CompletableFuture.completedFuture(CallContext.current())))
                        .get()
                        .deadline())
                .isEqualTo(new Deadline(300));
    }

    @Test
    void the_task_is_told_how_long_its_attempt_may_take_with_or_without_a_context() throws Exception {
        Guard guard = Guard.builder("outer")
                .attemptTimeout(Duration.ofNanos(200))
                .timers(at(100))
                .build();

        assertThat(guard.callAttempt(Attempt::deadline)).isEqualTo(new Deadline(300));
        assertThat(guard.callAttempt(Attempt::number)).isOne();
    }

    @Test
    void an_attempt_has_a_context_with_its_deadline_for_its_headers_inside_a_request_and_outside() throws Exception {
        Guard guard = Guard.builder("outer")
                .attemptTimeout(Duration.ofNanos(200))
                .timers(at(100))
                .build();
        CallContext inside = BLUE.call(() -> guard.callAttempt(Attempt::context));

        assertThat(guard.callAttempt(Attempt::context)).isEqualTo(CallContext.NONE.within(new Deadline(300)));
        assertThat(inside).isEqualTo(BLUE.within(new Deadline(300)));
        assertThat(guard.callAttemptAsync(attempt -> CompletableFuture.completedFuture(attempt.context()))
                        .get())
                .isEqualTo(CallContext.NONE.within(new Deadline(300)));
    }

    private static @Nullable Throwable catchFrom(Guard guard) {
        try {
            guard.call(() -> "answer");
            return null;
        } catch (Exception thrown) {
            return thrown;
        }
    }

    /** A clock that stands still; timers are set on it and never fire. */
    private static Timers at(long now) {
        var timers = new TestTimers() {
            @Override
            public Timer runAt(long at, Runnable action) {
                return () -> {};
            }
        };
        timers.advanceTo(now);
        return timers;
    }
}
