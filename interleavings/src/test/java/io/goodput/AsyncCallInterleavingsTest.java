package io.goodput;

import static io.goodput.Interleavings.require;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An attempt ends as its time is up. */
class AsyncCallInterleavingsTest {
    private static final long TIMEOUT = 1_000_000_000;

    /** Its clock stands until the timer is fired. */
    private static final class OneTimer implements Timers {
        private volatile long now;
        private volatile Runnable due = () -> {};

        void fire() {
            now = TIMEOUT;
            due.run();
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepUntil(long at) {}

        @Override
        public Timer runAt(long at, Runnable action) {
            due = action;
            return () -> {};
        }

        @Override
        public Interrupter interrupter() {
            throw new AssertionError("nothing blocks here");
        }
    }

    @Test
    void no_event_is_lost() {
        Interleavings.of(40, () -> {
            var timers = new OneTimer();
            var stage = new CompletableFuture<String>();
            Guard guard = Guard.builder("g")
                    .attemptTimeout(Duration.ofNanos(TIMEOUT))
                    .timers(timers)
                    .build();
            CompletableFuture<String> result = guard.callAsync(() -> stage);
            Interleavings.together(() -> stage.complete("answer"), timers::fire);
            require(result.isDone(), () -> "the caller waits for ever");
        });
    }
}
