package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {
    private static final long NEVER_IN_THIS_TEST = 3_600_000_000_000L;

    private final Ticker ticker = Ticker.system();
    private final Watchdog watchdog = new Watchdog(ticker);

    @Test
    void interrupts_a_thread_that_stays_too_long() {
        Timers.Interrupter interrupter = watchdog.interrupter();
        interrupter.arm(ticker.nanos() + 1_000_000);

        boolean interrupted = blocksUntilInterrupted();

        assertThat(interrupted).isTrue();
        assertThat(interrupter.disarm()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leaves_alone_a_thread_that_is_done_in_time() {
        Timers.Interrupter interrupter = watchdog.interrupter();
        interrupter.arm(ticker.nanos() + NEVER_IN_THIS_TEST);

        assertThat(interrupter.disarm()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_instant_earlier_than_the_next_look_is_not_missed() {
        Timers.Interrupter later = watchdog.interrupter();
        later.arm(ticker.nanos() + NEVER_IN_THIS_TEST);
        Timers.Interrupter sooner = watchdog.interrupter();

        for (int i = 0; i < 100; i++) {
            sooner.arm(ticker.nanos() + 10_000);
            assertThat(blocksUntilInterrupted()).isTrue();
            assertThat(sooner.disarm()).isTrue();
        }
        assertThat(later.disarm()).isFalse();
    }

    @Test
    void a_look_is_at_what_is_armed_and_no_longer_at_what_was_in_a_burst() {
        var told = new Watchdog(ticker);
        var burst = new ArrayList<Timers.Interrupter>();
        for (int i = 0; i < 1_000; i++) {
            burst.add(told.asleep());
        }
        burst.forEach(interrupter -> interrupter.arm(NEVER_IN_THIS_TEST));
        told.look(0);
        assertThat(told.looked()).isEqualTo(1_000);
        burst.stream().skip(1).forEach(Timers.Interrupter::disarm);

        told.look(0);
        told.look(0);
        assertThat(told.look(0)).isEqualTo(NEVER_IN_THIS_TEST);

        assertThat(told.looked()).isOne();
        assertThat(burst).as("kept alive by one that was let go").allMatch(each -> ((Watch) each).next == null);
    }

    @Test
    void calls_of_one_timeout_that_follow_each_other_need_no_look_but_one_a_timeout() {
        var told = new Watchdog(ticker);
        Timers.Interrupter interrupter = told.asleep();
        interrupter.arm(50);
        interrupter.disarm();

        // So that who arms for 51 or later wakes nobody.
        assertThat(told.look(1)).isEqualTo(50);
        assertThat(told.look(50)).isEqualTo(Long.MAX_VALUE);
        told.look(51);
        assertThat(told.looked()).isZero();
        interrupter.arm(101);
        assertThat(told.look(52)).isEqualTo(101);
        assertThat(interrupter.disarm()).isFalse();
    }

    @Test
    void clears_an_interrupt_that_the_attempt_ignored() {
        Timers.Interrupter interrupter = watchdog.interrupter();
        interrupter.arm(ticker.nanos());
        spinUntilInterrupted();

        assertThat(interrupter.disarm()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void the_interrupt_of_somebody_else_outlives_an_attempt_that_ignores_it_and_runs_out_of_time() throws Exception {
        Timers.Interrupter lookedAtLast = watchdog.interrupter();
        Timers.Interrupter lookedAtFirst = watchdog.interrupter();
        long due = ticker.nanos();
        Thread.currentThread().interrupt();
        lookedAtFirst.arm(due);
        var other = Thread.ofPlatform().start(() -> {
            lookedAtLast.arm(due);
            spinUntilInterrupted();
            lookedAtLast.disarm();
        });
        while (other.isAlive()) {
            Thread.onSpinWait();
        }

        assertThat(lookedAtFirst.disarm()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_thread_that_cannot_be_interrupted_does_not_end_the_watch_over_the_others() throws Exception {
        Timers.Interrupter hopeless = watchdog.interrupter();
        var tried = new CountDownLatch(1);
        var disarmed = new AtomicBoolean();
        var stubborn =
                new Thread(() -> {
                    hopeless.arm(ticker.nanos());
                    while (tried.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    disarmed.set(hopeless.disarm());
                }) {
                    @Override
                    public void interrupt() {
                        tried.countDown();
                        throw new UnsupportedOperationException("not this thread");
                    }
                };
        stubborn.setDaemon(true);
        stubborn.start();
        tried.await();

        Timers.Interrupter next = watchdog.interrupter();
        next.arm(ticker.nanos() + 1_000_000);
        assertThat(blocksUntilInterrupted()).isTrue();
        assertThat(next.disarm()).isTrue();
        stubborn.join();
        assertThat(disarmed).isTrue();
    }

    @Test
    void a_thread_that_has_ended_is_not_kept() throws Exception {
        Timers.Interrupter interrupter = watchdog.interrupter();

        WeakReference<Thread> ended = armedAndDisarmedIn(interrupter);

        while (ended.get() != null) {
            System.gc();
        }
    }

    private WeakReference<Thread> armedAndDisarmedIn(Timers.Interrupter interrupter) throws InterruptedException {
        Thread thread = Thread.ofVirtual().start(() -> {
            interrupter.arm(ticker.nanos() + NEVER_IN_THIS_TEST);
            interrupter.disarm();
        });
        thread.join();
        return new WeakReference<>(thread);
    }

    @Test
    void nobody_is_hit_by_the_deadline_of_whoever_had_the_interrupter_before() throws Exception {
        int threads = 6;
        var interrupters = new ConcurrentLinkedQueue<Timers.Interrupter>();
        for (int i = 0; i < 3; i++) {
            interrupters.add(watchdog.interrupter());
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            var strays = new ArrayList<Future<Integer>>();
            for (int i = 0; i < threads; i++) {
                int seed = i;
                strays.add(executor.submit(() -> handOver(interrupters, new SplittableRandom(seed))));
            }
            for (Future<Integer> stray : strays) {
                assertThat(stray.get()).isZero();
            }
        }
    }

    private int handOver(ConcurrentLinkedQueue<Timers.Interrupter> interrupters, SplittableRandom random) {
        int strays = 0;
        for (int i = 0; i < 40_000; i++) {
            Timers.Interrupter interrupter = interrupters.poll();
            if (interrupter == null) {
                Thread.onSpinWait();
                continue;
            }
            boolean soon = random.nextBoolean();
            interrupter.arm(ticker.nanos() + (soon ? random.nextInt(20_000) : NEVER_IN_THIS_TEST));
            for (int spin = random.nextInt(100); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            boolean hit = interrupter.disarm();
            interrupters.add(interrupter);
            if ((hit && !soon) || Thread.interrupted()) {
                strays++;
            }
        }
        return strays + (Thread.interrupted() ? 1 : 0);
    }

    private static boolean blocksUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }

    private static void spinUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
