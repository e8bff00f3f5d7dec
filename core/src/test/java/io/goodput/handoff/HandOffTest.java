package io.goodput.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandOffTest {
    private final List<Throwable> uncaught = new ArrayList<>();
    private final Sequence sequence = new Sequence(uncaught::add);
    private final List<String> run = new ArrayList<>();

    @Test
    void code_runs_where_it_is() {
        var where = new CompletableFuture<Thread>();

        HandOff.run(() -> where.complete(Thread.currentThread()));

        assertThat(where).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    void what_the_deciding_thread_hands_on_runs_elsewhere_and_what_blocks_keeps_no_other_waiting() throws Exception {
        var released = new CountDownLatch(1);
        var where = new CompletableFuture<Thread>();
        var deciding = new DecidingThread(() -> {
            for (int i = 0; i < 10; i++) {
                HandOff.run(() -> await(released));
            }
            HandOff.run(() -> where.complete(Thread.currentThread()));
        });
        deciding.start();

        assertThat(where.get()).isNotEqualTo(deciding);
        assertThat(deciding.join(Duration.ofSeconds(30))).isTrue();
        released.countDown();
    }

    private static void await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_sequence_runs_in_order_also_what_its_own_code_adds_and_after_what_throws() {
        sequence.add(() -> {
            sequence.add(() -> run.add("third"));
            sequence.runNext();
            run.add("first");
        });
        sequence.add(() -> {
            run.add("second");
            throw new AssertionError("second");
        });
        assertThat(sequence.size()).isEqualTo(2);

        sequence.runNext();
        assertThat(run).containsExactly("first", "second");
        sequence.runNext();

        assertThat(run).containsExactly("first", "second", "third");
        assertThat(uncaught).singleElement().isInstanceOf(AssertionError.class);
        assertThat(sequence.size()).isZero();
    }
}
