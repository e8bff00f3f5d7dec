package io.goodput.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.meter.CriticalSection.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CriticalSectionTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final Offset<Double> NEARLY = within(1e-3);

    private final CriticalSection section = new CriticalSection(new Settings(Duration.ofSeconds(1), 0.8), 0);

    @Test
    void utilisation_is_the_share_of_time_in_the_section() {
        for (int i = 0; i < 200; i++) {
            use(10 * MS * i, 7 * MS);
        }

        assertThat(section.utilisation(2 * SECOND)).isCloseTo(0.7, NEARLY);
        assertThat(section.isNearSaturation(2 * SECOND)).isFalse();
    }

    @Test
    void is_near_saturation_from_the_threshold_on() {
        for (int i = 0; i < 200; i++) {
            use(10 * MS * i, 9 * MS);
        }

        assertThat(section.isNearSaturation(2 * SECOND)).isTrue();
    }

    @Test
    void a_lock_that_is_never_given_back_is_seen() {
        section.entered(SECOND);

        assertThat(section.utilisation(4 * SECOND)).isCloseTo(1, NEARLY);
        assertThat(section.utilisation(1_000 * SECOND)).isCloseTo(1, NEARLY);
    }

    @Test
    void a_section_across_windows_counts_in_each_for_what_it_was_there() {
        section.entered(SECOND / 2);
        section.left(SECOND / 2, 5 * SECOND + SECOND / 2);

        assertThat(section.utilisation(5 * SECOND + SECOND / 2)).isCloseTo(1, NEARLY);
        assertThat(section.utilisation(6 * SECOND)).isCloseTo(0.5 / 1, NEARLY);
        assertThat(section.utilisation(7 * SECOND)).isCloseTo(0, NEARLY);
    }

    @Test
    void what_was_is_forgotten_after_two_windows() {
        use(0, 900 * MS);

        assertThat(section.utilisation(SECOND)).isCloseTo(0.9, NEARLY);
        assertThat(section.utilisation(100 * SECOND)).isZero();
    }

    @Test
    void many_sections_shorter_than_the_unit_add_up() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            use(i * 10_000L + random.nextLong(5_000), 300);
        }

        assertThat(section.utilisation(SECOND)).isCloseTo(0.03, within(0.002));
    }

    @Test
    void the_waiting_share_is_that_of_the_time_spent_on_the_section() {
        section.entered(0, 30 * MS);
        section.left(30 * MS, 40 * MS);

        assertThat(section.waitingShare(SECOND)).isCloseTo(0.75, NEARLY);
        assertThat(section.waitingShare(10 * SECOND)).isZero();
    }

    @Test
    void at_the_very_beginning_nothing_is_used() {
        assertThat(section.utilisation(0)).isZero();
        assertThat(section.waitingShare(0)).isZero();
    }

    @Property(tries = 200)
    void utilisation_never_leaves_0_to_1_with_one_inside_at_a_time(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var one = new CriticalSection(new Settings(Duration.ofMillis(10), 0.8), 0);
        long now = 0;
        for (int i = 0; i < 200; i++) {
            now += random.nextLong(3 * MS);
            long entered = now;
            one.entered(now);
            now += random.nextInt(20) == 0 ? random.nextLong(50 * MS) : random.nextLong(MS);
            one.left(entered, now);
            assertThat(one.utilisation(now)).isBetween(0.0, 1.001);
        }
    }

    @Test
    void misuse_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> section.left(0, 1))
                .withMessage("left: more often than entered");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> section.entered(2, 1))
                .withMessage("askedAt: 2 (expected: <= now 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofNanos(1), 0.8))
                .withMessage("window: 1ns (expected: >= 1ms and <= 1m)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofSeconds(1), Double.NaN))
                .withMessage("saturation: NaN (expected: >= 0.000001 and <= 1)");
    }

    private void use(long from, long nanos) {
        section.entered(from);
        section.left(from, from + nanos);
    }
}
