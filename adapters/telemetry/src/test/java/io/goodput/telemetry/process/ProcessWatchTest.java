package io.goodput.telemetry.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.aggregate.SeriesTotal;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.record.TreeFields;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessWatchTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant CLOCK = Instant.parse("2026-11-30T12:00:00Z");

    private final SeriesRegistry registry = new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, CLOCK);
    private final List<Outgoing> written = new ArrayList<>();
    private ProcessReading reading = reading(0, 0, ProcessReading.UNKNOWN);

    private final ProcessWatch watch = new ProcessWatch(
            new RecordOrigin("orders", "i-1", "7"), registry, written::add, InstantSource.fixed(CLOCK), () -> reading);

    @Test
    void what_it_used_since_the_last_time_is_a_record() {
        reading = reading(10 * SECOND, 5 * SECOND, 12);
        watch.tick();
        reading = reading(20 * SECOND, 9 * SECOND, 13);
        watch.tick();

        assertThat(TreeFields.of(written.getLast()).toString())
                .isEqualTo("{v=1, kind=process, at=2026-11-30T12:00:00Z, service=orders, instance=i-1, release=7, "
                        + "cpu_us=4000000, cpus=2, heap_bytes=1000, heap_max_bytes=4000, gc_us=10000000, gc_pauses=3, "
                        + "threads=20, descriptors=40, descriptors_max=1024, sockets=13, disk_free_bytes=9999, "
                        + "up_us=20000000}");
        assertThat(written.getLast().isCounted()).isFalse();
    }

    @Test
    void what_nobody_knows_is_left_out() {
        watch.tick();

        assertThat(TreeFields.of(written.getFirst()).toString()).doesNotContain("sockets");
        registry.tick(SECOND);
        assertThat(registry.keys()).doesNotContain(SeriesKey.of("process_open_sockets", Map.of()));
    }

    @Test
    void it_is_told_as_levels() {
        reading = reading(10 * SECOND, 5 * SECOND, 12);
        watch.tick();
        registry.tick(SECOND);

        assertThat(registry.totals())
                .filteredOn(total -> total.key().name().equals("process_cpu_utilisation_ratio"))
                .extracting(SeriesTotal::level)
                .containsExactly(0.25);
        assertThat(registry.keys()).hasSize(11);
    }

    @Test
    void this_process_uses_something() {
        ProcessReading here = new JvmProcess(Path.of(".")).get();

        assertThat(here.cpuNanos()).isPositive();
        assertThat(here.heapBytes()).isBetween(1L, here.heapMaxBytes());
        assertThat(here.threads()).isPositive();
        assertThat(here.diskFreeBytes()).isPositive();
        assertThat(here.descriptors()).isNotZero();
    }

    /** All the time is pauses, three in ten seconds. */
    private static ProcessReading reading(long up, long cpu, long sockets) {
        return new ProcessReading(up, cpu, 2, 1_000, 4_000, up, up / SECOND * 3 / 10, 20, 40, 1_024, sockets, 9_999);
    }
}
