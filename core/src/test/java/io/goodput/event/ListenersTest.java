package io.goodput.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.handoff.DecidingThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ListenersTest {
    private final Listeners<String> listeners = new Listeners<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void nobody_listens_until_somebody_does_and_after_the_last_has_gone() {
        assertThat(listeners.any()).isFalse();
        listeners.tell("nothing");

        Subscription first = listeners.add(heard::add);
        Subscription second = listeners.add(event -> heard.add("also " + event));
        listeners.tell("one");
        first.close();
        first.close();
        listeners.tell("two");
        second.close();

        assertThat(heard).containsExactly("one", "also one", "also two");
        assertThat(listeners.any()).isFalse();
    }

    @Test
    void a_listener_that_was_added_twice_is_taken_away_once() {
        Consumer<String> listener = heard::add;
        listeners.add(listener);
        listeners.add(listener).close();

        listeners.tell("one");

        assertThat(heard).containsExactly("one");
    }

    @Test
    void what_one_throws_does_not_keep_the_others_from_hearing() {
        listeners.add(event -> {
            throw new IllegalStateException(event);
        });
        listeners.add(heard::add);

        listeners.tell("one");

        assertThat(heard).containsExactly("one");
    }

    @Test
    void an_error_is_for_the_handler_of_the_thread_and_for_nobody_else() throws Exception {
        var uncaught = new ArrayList<Throwable>();
        listeners.add(event -> {
            throw new AssertionError(event);
        });
        listeners.add(heard::add);
        var telling = new Thread(() -> {
            listeners.tell("one");
            heard.add("all told");
        });
        telling.setUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));

        telling.start();
        telling.join();

        assertThat(heard).containsExactly("one", "all told");
        assertThat(uncaught).singleElement().isInstanceOf(AssertionError.class);
    }

    @Test
    @Timeout(60)
    void what_happens_on_the_deciding_thread_is_told_on_another_and_before_what_happens_later() throws Exception {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var last = new CountDownLatch(1);
        var told = new ArrayList<Thread>();
        listeners.add(event -> {
            if (heard.isEmpty()) {
                begun.countDown();
                await(released);
            }
            told.add(Thread.currentThread());
            heard.add(event);
            if (event.equals("99")) {
                last.countDown();
            }
        });
        var deciding = new DecidingThread(() -> IntStream.range(0, 99).forEach(i -> listeners.tell("" + i)));

        deciding.start();
        deciding.join();
        begun.await();
        listeners.tell("99");
        released.countDown();
        last.await();

        assertThat(heard)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "" + i).toList());
        assertThat(told).doesNotContain(deciding);
    }

    private static void await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
