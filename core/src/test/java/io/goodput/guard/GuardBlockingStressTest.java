package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GuardBlockingStressTest {
    private final AtomicInteger wrong = new AtomicInteger();

    @Test
    void of_ten_thousand_calls_at_once_those_that_hang_time_out_and_their_neighbours_notice_nothing() {
        int half = 5_000;
        Guard hasty =
                Guard.builder("hasty").attemptTimeout(Duration.ofMillis(20)).build();
        Guard patient =
                Guard.builder("patient").attemptTimeout(Duration.ofHours(1)).build();
        var everyoneIn = new CountDownLatch(half);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < half; i++) {
                var _ = threads.submit(() -> expect("timeout", hasty, () -> {
                    new CountDownLatch(1).await();
                    return "never";
                }));
                var _ = threads.submit(() -> expect("answer", patient, () -> {
                    everyoneIn.countDown();
                    everyoneIn.await();
                    return "answer";
                }));
            }
        }
        assertThat(wrong).hasValue(0);
    }

    @Test
    void calls_that_end_at_about_the_time_they_have_leave_no_interrupt_behind_in_platform_threads() {
        endingJustInTime(Thread.ofPlatform().factory());
    }

    @Test
    void calls_that_end_at_about_the_time_they_have_leave_no_interrupt_behind_in_virtual_threads() {
        endingJustInTime(Thread.ofVirtual().factory());
    }

    private void endingJustInTime(ThreadFactory factory) {
        long timeout = 200_000;
        Guard guard =
                Guard.builder("just").attemptTimeout(Duration.ofNanos(timeout)).build();
        var timeouts = new AtomicInteger();
        var answers = new AtomicInteger();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            for (int thread = 0; thread < 6; thread++) {
                var random = new SplittableRandom(thread);
                var _ = threads.submit(() -> {
                    for (int i = 0; i < 1_500; i++) {
                        long lasts = timeout - 60_000 + random.nextInt(120_000);
                        ("answer".equals(outcome(guard, lasts)) ? answers : timeouts).incrementAndGet();
                        stray();
                        spin(random.nextInt(5_000));
                        stray();
                    }
                });
            }
        }
        assertThat(wrong).hasValue(0);
        assertThat(timeouts).hasPositiveValue();
        assertThat(answers).hasPositiveValue();
    }

    private String outcome(Guard guard, long lasts) {
        try {
            return guard.call(() -> {
                spin(lasts);
                return "answer";
            });
        } catch (CallTimeoutException _) {
            return "timeout";
        } catch (Exception unexpected) {
            wrong.incrementAndGet();
            return unexpected.toString();
        }
    }

    private void expect(String expected, Guard guard, java.util.concurrent.Callable<String> task) {
        String seen;
        try {
            seen = guard.call(task);
        } catch (CallTimeoutException _) {
            seen = "timeout";
        } catch (Exception unexpected) {
            seen = unexpected.toString();
        }
        if (!expected.equals(seen)) {
            wrong.incrementAndGet();
        }
        stray();
    }

    private void stray() {
        if (Thread.interrupted()) {
            wrong.incrementAndGet();
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
