package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.goodput.property.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private record Entry(long at, int order, long handle, Event event) {}

    /** Each operation is a number: mostly additions at that time, every fourth a cancellation, every third a poll. */
    @Property(tries = 300)
    void equals_a_sorted_list_whatever_is_added_cancelled_and_polled(
            @ForAll @Size(max = 600) List<@IntRange(max = 39) Integer> operations) {
        var queue = new EventQueue();
        var expected = new ArrayList<Entry>();
        var order = Comparator.comparingLong(Entry::at).thenComparingInt(Entry::order);
        for (int i = 0; i < operations.size(); i++) {
            int operation = operations.get(i);
            if (operation % 4 == 3 && !expected.isEmpty()) {
                Entry victim = expected.remove(operation * i % expected.size());
                assertThat(queue.cancel(victim.handle)).isTrue();
                assertThat(queue.cancel(victim.handle)).isFalse();
            } else if (operation % 3 == 0 && !expected.isEmpty()) {
                pollsFirst(queue, expected, order);
            } else {
                Event event = now -> {};
                expected.add(new Entry(operation / 2, i, queue.add(operation / 2, event), event));
            }
            assertThat(queue.live()).isEqualTo(expected.size());
        }
        while (!expected.isEmpty()) {
            pollsFirst(queue, expected, order);
        }
        assertThat(queue.nextTime()).isEqualTo(Long.MAX_VALUE);
    }

    private static void pollsFirst(EventQueue queue, List<Entry> expected, Comparator<Entry> order) {
        Entry first = expected.stream().min(order).orElseThrow();
        expected.remove(first);
        assertThat(queue.nextTime()).isEqualTo(first.at);
        assertThat(queue.poll()).isSameAs(first.event);
        assertThat(queue.cancel(first.handle)).isFalse();
    }

    @Test
    void a_handle_of_a_slot_since_given_to_another_event_cancels_nothing() {
        var queue = new EventQueue();
        long stale = queue.add(1, now -> {});
        queue.cancel(stale);
        long fresh = queue.add(1, now -> {});

        assertThat(queue.cancel(stale)).isFalse();
        assertThat(queue.live()).isOne();
        assertThat(queue.cancel(fresh)).isTrue();
    }

    @Test
    void no_handle_is_zero_and_unknown_handles_cancel_nothing() {
        var queue = new EventQueue();
        assertThat(queue.add(0, now -> {})).isNotZero();
        assertThat(queue.cancel(0)).isFalse();
        assertThat(queue.cancel(-1)).isFalse();
        assertThat(queue.cancel(Long.MAX_VALUE)).isFalse();
        assertThat(queue.live()).isOne();
    }

    @Test
    void long_timers_cancelled_over_and_over_leave_nothing_behind() {
        var queue = new EventQueue();
        for (int i = 0; i < 10; i++) {
            queue.add(i, now -> {});
        }
        for (int i = 0; i < 100_000; i++) {
            queue.cancel(queue.add(1_000_000 + i, now -> {}));
            assertThat(queue.capacity()).isEqualTo(64);
        }
        assertThat(queue.live()).isEqualTo(10);
    }

    @Test
    void a_steady_number_of_pending_events_needs_no_more_room() {
        var queue = new EventQueue();
        var handles = new long[64];
        for (int i = 0; i < 100_000; i++) {
            int slot = i % handles.length;
            if (slot % 4 == 0) {
                queue.cancel(handles[slot]);
            }
            while (queue.live() == handles.length) {
                queue.nextTime();
                queue.poll();
            }
            handles[slot] = queue.add(i + 100L * slot, now -> {});
        }
        assertThat(queue.capacity()).isEqualTo(64);
    }
}
