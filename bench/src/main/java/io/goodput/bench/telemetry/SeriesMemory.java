package io.goodput.bench.telemetry;

import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.RegistryState;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.aggregate.TimerHandle;
import io.goodput.telemetry.record.RecordOrigin;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What aggregates take of the heap, by their own account and as the heap has it: a million paths and 10,000 tenants
 * first, then 10,000 timers that are all used for an hour of virtual time.
 */
public final class SeriesMemory {
    private static final int PATHS = 1_000_000;
    private static final int TENANTS = 10_000;
    private static final int TIMERS = 10_000;
    private static final int HOUR = 3_600;
    private static final long SECOND = 1_000_000_000L;
    private static final double MIB = 1 << 20;

    private final RandomGenerator random = new SplittableRandom(1);
    private final long before = heap();

    private SeriesMemory() {}

    /** Takes no arguments. */
    public static void main(String... arguments) {
        new SeriesMemory().paths();
        new SeriesMemory().timers();
    }

    private void paths() {
        Aggregates aggregates = Meters.goodput();
        for (int i = 0; i < PATHS; i++) {
            var unit = new NamedUnit(i, "/path/" + i, "tenant-" + random.nextInt(TENANTS));
            aggregates.heard(unit, i * 100_000L);
            if (i % 10_000 == 0) {
                aggregates.tick(i * 100_000L);
            }
        }
        print("1,000,000 paths, 10,000 tenants, 100 s", aggregates);
    }

    private void timers() {
        var aggregates = new Aggregates(
                new RecordOrigin("bench", "1", null), SeriesRegistry.Settings.STANDARD, 0, Instant.EPOCH);
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < TIMERS; i++) {
            timers.add(aggregates.registry().timer(SeriesKey.of("path_seconds", Map.of("path", "/path/" + i))));
        }
        for (long second = 1; second <= HOUR; second++) {
            for (int i = 0; i < 3 * TIMERS / 10; i++) {
                double spread = Math.exp(random.nextGaussian());
                timers.get(random.nextInt(TIMERS)).record((long) (5_000_000 * spread));
            }
            aggregates.tick(second * SECOND);
        }
        print("10,000 timers, 3,000 times/s, 1 h", aggregates);
    }

    private void print(String what, Aggregates aggregates) {
        long heap = heap() - before;
        RegistryState state = aggregates.registry().state();
        System.out.printf(
                "%s: %,d series, %.1f MiB by their account, %.1f MiB of heap; %,d refused, %,d intervals lost%n",
                what, state.series(), state.bytes() / MIB, heap / MIB, state.refused(), state.lostIntervals());
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
