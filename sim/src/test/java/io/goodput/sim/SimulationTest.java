package io.goodput.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final Simulation sim = new Simulation();
    private final List<String> fired = new ArrayList<>();

    private Event note(String label) {
        return new Labelled(label, now -> fired.add(label + "@" + now));
    }

    @Test
    void events_fire_by_time_and_those_of_one_time_in_the_order_scheduled() {
        sim.schedule(20, note("c"));
        sim.schedule(10, note("a"));
        sim.schedule(20, note("d"));
        sim.schedule(10, note("b"));
        sim.runUntil(30);

        assertThat(fired).containsExactly("a@10", "b@10", "c@20", "d@20");
        assertThat(sim.events()).isEqualTo(4);
        assertThat(sim.nanos()).isEqualTo(30);
    }

    @Test
    void an_event_scheduled_for_now_fires_after_what_was_already_due_now() {
        sim.schedule(5, now -> sim.schedule(now, note("late")));
        sim.schedule(5, note("early"));
        sim.runUntil(5);

        assertThat(fired).containsExactly("early@5", "late@5");
    }

    @Test
    void a_run_ends_with_the_events_of_its_last_instant_and_can_be_continued() {
        sim.schedule(10, note("at the end"));
        sim.schedule(11, note("after it"));
        sim.runUntil(10);
        assertThat(fired).containsExactly("at the end@10");
        assertThat(sim.pending()).isOne();

        sim.runUntil(11);
        assertThat(fired).containsExactly("at the end@10", "after it@11");
        assertThat(sim.pending()).isZero();
    }

    @Test
    void a_step_fires_one_event_and_says_when_there_is_none() {
        sim.after(7, note("only"));
        assertThat(sim.step()).isTrue();
        assertThat(sim.nanos()).isEqualTo(7);
        assertThat(sim.step()).isFalse();
        assertThat(sim.nanos()).isEqualTo(7);
    }

    @Test
    void a_cancelled_event_neither_fires_nor_counts_nor_leaves_a_trace() {
        long timer = sim.after(5, note("timer"));
        sim.after(9, note("other"));
        assertThat(sim.cancel(timer)).isTrue();
        assertThat(sim.cancel(timer)).isFalse();
        sim.runUntil(10);

        var without = new Simulation();
        without.after(9, note("other"));
        without.runUntil(10);
        assertThat(sim.events()).isOne();
        assertThat(sim.traceHash()).isEqualTo(without.traceHash());
    }

    @Test
    void an_event_cannot_be_cancelled_once_it_fires() {
        var handle = new long[1];
        var cancelled = new ArrayList<Boolean>();
        handle[0] = sim.after(1, now -> cancelled.add(sim.cancel(handle[0])));
        sim.runUntil(2);
        assertThat(cancelled).containsExactly(false);
    }

    @Test
    void one_object_can_be_scheduled_through_its_stages() {
        sim.after(1, new Event() {
            private int stage;

            @Override
            public void fire(long now) {
                fired.add("stage " + stage + "@" + now);
                if (++stage < 3) {
                    sim.after(10, this);
                }
            }
        });
        sim.runUntil(100);
        assertThat(fired).containsExactly("stage 0@1", "stage 1@11", "stage 2@21");
    }

    @Test
    void the_trace_hash_tells_time_label_and_order_apart() {
        assertThat(hashOf(1, "a", 2, "b")).isEqualTo(hashOf(1, "a", 2, "b"));
        assertThat(List.of(
                        hashOf(1, "a", 2, "b"),
                        hashOf(1, "b", 2, "a"),
                        hashOf(1, "a", 3, "b"),
                        hashOf(1, "a", 2, "c"),
                        hashOf(1, "a", 1, "b"),
                        hashOf(1, "b", 1, "a")))
                .doesNotHaveDuplicates();
    }

    private long hashOf(long firstAt, String first, long secondAt, String second) {
        var run = new Simulation();
        run.schedule(firstAt, note(first));
        run.schedule(secondAt, note(second));
        run.runUntil(10);
        return run.traceHash();
    }

    @Test
    void the_past_and_what_lies_beyond_the_end_of_time_are_refused() {
        sim.runUntil(10);
        assertThatThrownBy(() -> sim.schedule(9, note("past")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at: 9 (expected: >= now 10 and <= 2^62)");
        assertThatThrownBy(() -> sim.after(-1, note("past")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delayNanos: -1 (expected: >= 0 and ending at <= 2^62, now 10)");
        assertThatThrownBy(() -> sim.schedule(Long.MAX_VALUE, note("never")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sim.after(Simulation.MAX_NANOS - 9, note("never")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sim.runUntil(9)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sim.pending()).isZero();

        sim.after(Simulation.MAX_NANOS - 10, note("last"));
        sim.runUntil(Simulation.MAX_NANOS);
        assertThat(fired).containsExactly("last@" + Simulation.MAX_NANOS);
    }

    @Test
    void an_interrupted_run_stops_and_leaves_its_thread_interrupted() {
        sim.after(1, new Event() {
            @Override
            public void fire(long now) {
                if (now == 1000) {
                    Thread.currentThread().interrupt();
                }
                sim.after(1, this);
            }
        });
        assertThatThrownBy(() -> sim.runUntil(1_000_000_000)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
