package io.goodput.telemetry.process;

import io.goodput.telemetry.aggregate.LevelHandle;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What the process uses, as levels and as records. Whoever drives ticks it every {@link #PERIOD}, on a thread that may
 * wait for the file system.
 */
public final class ProcessWatch {
    /** How often it is to be ticked. */
    public static final Duration PERIOD = Duration.ofSeconds(10);

    private static final Map<String, ToDoubleFunction<ProcessReading>> LEVELS = levels();

    private final RecordOrigin origin;
    private final SeriesRegistry registry;
    private final Exit exit;
    private final InstantSource clock;
    private final Supplier<ProcessReading> process;
    private final Map<String, LevelHandle> handles = new LinkedHashMap<>();

    /** Of the last tick, or the beginning. Of the thread that ticks. */
    private ProcessReading before;

    /**
     * From now on.
     *
     * @param registry has the levels
     * @param exit takes the records
     * @param clock dates them
     * @param process what it uses, such as {@link JvmProcess}
     */
    public ProcessWatch(
            RecordOrigin origin,
            SeriesRegistry registry,
            Exit exit,
            InstantSource clock,
            Supplier<ProcessReading> process) {
        this.origin = origin;
        this.registry = registry;
        this.exit = exit;
        this.clock = clock;
        this.process = process;
        this.before = process.get();
    }

    private static Map<String, ToDoubleFunction<ProcessReading>> levels() {
        Map<String, ToDoubleFunction<ProcessReading>> levels = new LinkedHashMap<>();
        levels.put("process_cpus", ProcessReading::cpus);
        levels.put("process_heap_bytes", ProcessReading::heapBytes);
        levels.put("process_heap_max_bytes", ProcessReading::heapMaxBytes);
        levels.put("process_threads", ProcessReading::threads);
        levels.put("process_open_fds", ProcessReading::descriptors);
        levels.put("process_max_fds", ProcessReading::descriptorsMax);
        levels.put("process_open_sockets", ProcessReading::sockets);
        levels.put("process_disk_free_bytes", ProcessReading::diskFreeBytes);
        levels.put("process_uptime_seconds", reading -> reading.upNanos() / 1e9);
        return levels;
    }

    /** Reads, tells and writes. */
    public void tick() {
        ProcessReading now = process.get();
        LEVELS.forEach((name, level) -> {
            double height = level.applyAsDouble(now);
            if (height != ProcessReading.UNKNOWN) {
                tell(name, height);
            }
        });
        double took = now.upNanos() - before.upNanos();
        if (took > 0) {
            tell("process_cpu_utilisation_ratio", (now.cpuNanos() - before.cpuNanos()) / took / now.cpus());
            tell("process_gc_pause_ratio", (now.gcNanos() - before.gcNanos()) / took);
        }
        Instant at = clock.instant();
        exit.leave(new ProcessRecord(origin, at.getEpochSecond() * 1_000_000_000L + at.getNano(), before, now));
        before = now;
    }

    private void tell(String name, double level) {
        handles.computeIfAbsent(name, each -> registry.level(SeriesKey.of(each, Map.of())))
                .set(level);
    }
}
