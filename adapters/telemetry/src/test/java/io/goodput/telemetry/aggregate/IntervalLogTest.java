package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalLogTest {
    /** An interval as it should be there. */
    private record Kept(long index, long count) {}

    @Property(tries = 200)
    void what_was_added_and_not_forgotten_is_there(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var budget = new MemoryBudget(1_000_000);
        var log = new IntervalLog(budget);
        Deque<Kept> model = new ArrayDeque<>();
        long index = random.nextInt(3);
        for (int i = 0; i < 500; i++) {
            index += 1 + random.nextInt(1 << random.nextInt(1, 10));
            var kept = new Kept(index, random.nextLong() >>> random.nextInt(1, 63) | 1);
            assertThat(add(log, kept)).isTrue();
            model.add(kept);
            long oldest = index - random.nextInt(1, 5_000);
            log.forgetBefore(oldest);
            model.removeIf(each -> each.index() < oldest);
        }

        assertThat(read(log, 0, index)).containsExactlyElementsOf(model);
        log.forgetBefore(index + 1);
        assertThat(log.isEmpty()).isTrue();
        log.forgetAll();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void a_stretch_of_it_is_read_alone() {
        var log = new IntervalLog(new MemoryBudget(10_000));
        for (long index = 10; index < 100; index += 10) {
            add(log, new Kept(index, index));
        }

        assertThat(read(log, 20, 39)).containsExactly(new Kept(20, 20), new Kept(30, 30));
        assertThat(read(log, 91, 1_000)).isEmpty();
        assertThat(read(log, 0, 9)).isEmpty();
    }

    @Property(tries = 50)
    void where_there_is_no_room_the_oldest_make_it(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var budget = new MemoryBudget(200);
        var log = new IntervalLog(budget);
        List<Kept> added = new ArrayList<>();
        for (long index = 0; index < 300; index++) {
            var kept = new Kept(index, random.nextLong() >>> random.nextInt(1, 63) | 1);
            assertThat(add(log, kept)).isTrue();
            added.add(kept);
            assertThat(budget.taken()).isLessThanOrEqualTo(200);
        }

        List<Kept> left = read(log, 0, 300);
        assertThat(left).hasSizeGreaterThan(9).isEqualTo(added.subList(added.size() - left.size(), added.size()));
    }

    @Test
    void without_any_room_it_is_lost_and_that_is_said() {
        var log = new IntervalLog(new MemoryBudget(2));

        assertThat(add(log, new Kept(1, 1))).isFalse();
        assertThat(log.isEmpty()).isTrue();
    }

    private static boolean add(IntervalLog log, Kept kept) {
        var bytes = new IntervalBytes();
        bytes.put(kept.count());
        return log.add(kept.index(), bytes);
    }

    private static List<Kept> read(IntervalLog log, long from, long to) {
        List<Kept> read = new ArrayList<>();
        var figures = new IntervalFigures(SeriesKind.COUNT);
        log.each(from, to, figures, index -> {
            read.add(new Kept(index, figures.count()));
            figures.clear();
        });
        return read;
    }
}
