package io.goodput.netty.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTimersTest {
    private final MockTicker time = Ticker.newMockTicker();
    private final ManualIoEventLoop loop =
            new ManualIoEventLoop(null, Thread.currentThread(), LocalIoHandler.newFactory(), time);
    private final LoopTimers timers = new LoopTimers(loop, time::nanoTime);
    private final List<String> fired = new ArrayList<>();

    private Named set(String name, long at) {
        var timer = new Named(name);
        timers.set(timer, at);
        return timer;
    }

    private void moveTo(long at) {
        time.advance(at - time.nanoTime(), TimeUnit.NANOSECONDS);
        while (loop.runNow() > 0) {}
    }

    @Test
    void each_fires_at_its_instant_and_those_of_one_instant_in_the_order_in_which_they_were_set() {
        set("c", 30);
        set("a", 10);
        set("b1", 20);
        set("b2", 20);

        moveTo(9);
        assertThat(fired).isEmpty();
        moveTo(20);
        assertThat(fired).containsExactly("a at 20", "b1 at 20", "b2 at 20");
        moveTo(30);
        assertThat(fired).endsWith("c at 30").hasSize(4);
        assertThat(timers.size()).isZero();
    }

    @Test
    void a_timer_may_be_moved_and_taken_back() {
        Named moved = set("moved", 10);
        Named taken = set("taken", 10);
        timers.set(moved, 50);
        timers.set(moved, 50);
        timers.set(taken, Long.MAX_VALUE);
        timers.cancel(taken);

        assertThat(taken.isSet()).isFalse();
        moveTo(49);
        assertThat(fired).isEmpty();
        timers.set(moved, 40);
        moveTo(49);
        assertThat(fired).containsExactly("moved at 49");
    }

    @Test
    void one_that_sets_another_or_itself_again_is_heard_in_time() {
        var again = new Named("again") {
            @Override
            protected void fired(long now) {
                super.fired(now);
                if (now < 30) {
                    timers.set(this, now + 10);
                }
            }
        };
        timers.set(again, 10);

        moveTo(10);
        moveTo(20);
        moveTo(30);
        moveTo(40);

        assertThat(fired).containsExactly("again at 10", "again at 20", "again at 30");
    }

    @Test
    void one_that_fails_keeps_none_from_firing() {
        timers.set(
                new LoopTimer() {
                    @Override
                    protected void fired(long now) {
                        throw new IllegalStateException("on purpose");
                    }
                },
                10);
        set("next", 10);
        set("later", 20);

        moveTo(10);
        moveTo(20);

        assertThat(fired).containsExactly("next at 10", "later at 20");
    }

    @Property(tries = 500)
    void whatever_is_set_moved_and_taken_back_fires_in_order_and_once(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<Named>();
        for (int i = 0; i < 200; i++) {
            all.add(new Named("t" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            Named one = all.get(random.nextInt(all.size()));
            timers.set(one, random.nextInt(4) == 0 ? Long.MAX_VALUE : time.nanoTime() + 1 + random.nextInt(50));
            if (i % 100 == 99) {
                moveTo(time.nanoTime() + 3);
            }
        }
        long begun = time.nanoTime();
        List<String> expected = all.stream()
                .filter(LoopTimer::isSet)
                .sorted(Comparator.<Named>comparingLong(LoopTimer::at).thenComparingLong(each -> each.number))
                .map(each -> each.name + " at " + each.at())
                .toList();
        fired.clear();

        for (long at = begun + 1; at <= begun + 60; at++) {
            moveTo(at);
        }

        assertThat(fired).isEqualTo(expected);
        assertThat(timers.size()).isZero();
    }

    private class Named extends LoopTimer {
        final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        protected void fired(long now) {
            fired.add(name + " at " + now);
        }
    }
}
