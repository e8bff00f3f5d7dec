package io.goodput.telemetry.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Timers;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CadenceTest {
    @Test
    void the_time_is_told_again_and_again() throws Exception {
        var told = new LinkedBlockingQueue<Long>();

        try (var _ = Cadence.begin("test", Duration.ofMillis(1), Timers.system(), told::add)) {
            long first = told.take();
            assertThat(told.take()).isGreaterThan(first);
        }
    }

    @Test
    void a_beat_that_fails_is_not_the_last() throws Exception {
        var told = new LinkedBlockingQueue<Integer>();
        var count = new AtomicInteger();

        try (var _ = Cadence.begin("test", Duration.ofMillis(1), Timers.system(), _ -> {
            told.add(count.incrementAndGet());
            throw new IllegalStateException("the disk is gone");
        })) {
            told.take();
            assertThat(told.take()).isEqualTo(2);
        }
    }

    @Test
    void none_begins_once_it_is_closed() throws Exception {
        var beats = new SynchronousQueue<Thread>();
        var count = new AtomicInteger();
        var cadence = Cadence.begin("test", Duration.ofMillis(1), Timers.system(), _ -> {
            count.incrementAndGet();
            try {
                beats.put(Thread.currentThread());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Thread thread = beats.take();

        cadence.close();
        thread.join();

        assertThat(count.get()).isBetween(1, 2);
    }

    @Test
    void a_period_of_nothing_is_refused() {
        assertThatThrownBy(() -> Cadence.begin("test", Duration.ZERO, Timers.system(), _ -> {}))
                .hasMessage("period: 0s (expected: >= 1ms and <= 1h)");
    }
}
