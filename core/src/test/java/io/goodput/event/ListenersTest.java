package io.goodput.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
    void an_error_is_thrown_once_all_have_been_told() {
        listeners.add(event -> {
            throw new AssertionError(event);
        });
        listeners.add(heard::add);

        assertThatThrownBy(() -> listeners.tell("one")).isInstanceOf(AssertionError.class);
        assertThat(heard).containsExactly("one");
    }
}
