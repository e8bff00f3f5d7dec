package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.meter.CriticalSection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriticalSectionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final SeriesRegistry registry =
            new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, Instant.parse("2026-11-30T12:00:00Z"));
    private final CriticalSections sections = new CriticalSections(registry);
    private final List<SectionWarning> told = new ArrayList<>();

    @Test
    void it_is_warned_of_before_saturation_and_once_until_it_is_well_again() {
        sections.listen(told::add);
        CriticalSection lock = sections.section("inventory-lock", 0);

        hold(lock, 0, 30, 0.7);
        assertThat(told).isEmpty();
        hold(lock, 30, 60, 0.85);
        assertThat(told).hasSize(1).allMatch(SectionWarning::near);
        assertThat(told.getFirst().utilisation()).isBetween(0.8, 0.9);
        assertThat(sections.warnings()).extracting(SectionWarning::section).containsExactly("inventory-lock");

        hold(lock, 60, 90, 0.75); // below 0.8, but not by much
        assertThat(told).hasSize(1);
        hold(lock, 90, 120, 0.5);
        assertThat(told).hasSize(2);
        assertThat(told.getLast().near()).isFalse();
        assertThat(sections.warnings()).isEmpty();
    }

    @Test
    void the_first_moments_are_no_warning() {
        sections.listen(told::add);
        CriticalSection lock = sections.section("inventory-lock", 0);
        hold(lock, 0, 1, 1);
        hold(lock, 1, 30, 0.1);
        assertThat(told).isEmpty();
    }

    @Test
    void its_share_is_a_series() {
        CriticalSection lock = sections.section("inventory-lock", 0);
        hold(lock, 0, 30, 0.25);

        IntervalView last = registry.view(
                        SeriesKey.of(CriticalSections.UTILISATION, Map.of("section", "inventory-lock")), Tier.SECONDS)
                .orElseThrow()
                .intervals()
                .getLast();
        assertThat(last.last()).isCloseTo(0.25, within(0.01));
    }

    @Test
    void one_name_is_one_section() {
        assertThat(sections.section("lock", 0)).isSameAs(sections.section("lock", 1));
    }

    /** For that share of each second somebody is inside. */
    private void hold(CriticalSection lock, long from, long to, double share) {
        for (long second = from; second < to; second++) {
            long entered = second * SECOND;
            long left = entered + (long) (share * SECOND);
            lock.entered(entered);
            lock.left(entered, left);
            sections.tick((second + 1) * SECOND);
            registry.tick((second + 1) * SECOND);
        }
    }
}
