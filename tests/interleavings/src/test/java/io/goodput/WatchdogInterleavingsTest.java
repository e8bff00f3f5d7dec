package io.goodput;

import static io.goodput.Interleavings.require;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** A thread that runs out of time just as it is done, and the watch that looks at it meanwhile. */
class WatchdogInterleavingsTest {
    private static final long DUE = 1;

    /** A watchdog whose looks are taken by the test. */
    private static final class Story {
        private final Watchdog watchdog = new Watchdog(() -> DUE);
        private final Timers.Interrupter interrupter;

        Story() {
            try {
                Field thread = Watchdog.class.getDeclaredField("thread");
                thread.setAccessible(true);
                thread.set(watchdog, Thread.currentThread());
            } catch (ReflectiveOperationException changed) {
                throw new LinkageError(changed.getMessage(), changed);
            }
            interrupter = watchdog.interrupter();
        }

        void look() {
            watchdog.look(DUE);
        }

        void attempt() {
            interrupter.arm(DUE);
            interrupter.disarm();
            require(!Thread.currentThread().isInterrupted(), () -> "interrupted after the disarm");
        }

        void twoAttempts() {
            attempt();
            attempt();
        }
    }

    @Test
    void an_interrupt_never_outlives_the_disarm() {
        Interleavings.of(200, () -> {
            var story = new Story();
            Interleavings.together(story::twoAttempts, story::look);
        });
    }
}
