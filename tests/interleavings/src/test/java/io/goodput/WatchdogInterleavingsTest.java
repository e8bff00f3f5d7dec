package io.goodput;

import static io.goodput.Interleavings.require;

import org.junit.jupiter.api.Test;

/** A thread that runs out of time just as it is done, and the watch that looks at it meanwhile. */
class WatchdogInterleavingsTest {
    private static final long DUE = 1;

    /** A watchdog whose looks are taken by the test. */
    private static final class Story {
        private final Watchdog watchdog = new Watchdog(() -> DUE);
        private final Timers.Interrupter interrupter = watchdog.asleep();

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

    /** One that is about to be let go is armed: a later look finds it all the same. */
    private static final class Return {
        private static final long LATER = 2;

        private final Watchdog watchdog = new Watchdog(() -> DUE);
        private final Timers.Interrupter interrupter = watchdog.asleep();

        Return() {
            interrupter.arm(LATER);
            interrupter.disarm();
            watchdog.look(DUE);
        }

        void look() {
            watchdog.look(DUE);
        }

        void arm() {
            interrupter.arm(LATER);
        }

        void end() {
            require(watchdog.look(DUE) == LATER, () -> "armed, and not watched");
        }
    }

    @Test
    void one_that_is_let_go_while_it_is_armed_is_watched() {
        Interleavings.of(200, () -> {
            var story = new Return();
            Interleavings.together(story::arm, story::look);
            story.end();
        });
    }

    @Test
    void an_interrupt_never_outlives_the_disarm() {
        Interleavings.of(200, () -> {
            var story = new Story();
            Interleavings.together(story::twoAttempts, story::look);
        });
    }
}
