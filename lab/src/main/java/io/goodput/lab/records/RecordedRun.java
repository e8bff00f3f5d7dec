package io.goodput.lab.records;

import io.goodput.lab.model.Model;
import io.goodput.lab.world.Instrumentation;
import io.goodput.lab.world.Instruments;
import io.goodput.lab.world.ProcessSite;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.Streams;
import io.goodput.telemetry.file.DiskLimits;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.sample.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One variant of a scenario under one seed, written as records. It is the run that nobody records: the same events, at
 * the same times.
 *
 * <p>A run begins at {@link #START}, whenever it is made, so that the same seed gives the same bytes; a clock that a
 * fault sets wrong is wrong in what its process writes.
 */
public final class RecordedRun implements Instrumentation {
    /** The instant of the records at which a run begins. */
    public static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    /** Processes that write, of populations and services together. */
    public static final int MOST_PROCESSES = 500;

    private static final long TICK = Duration.ofMillis(250).toNanos();
    private static final int TICKS_A_FLUSH = 4;
    private static final DiskLimits NONE_SPARED = new DiskLimits(0, 0, 0);

    private final RecordsPlan plan;
    private final Streams streams;
    private final List<RecordedProcess> processes = new ArrayList<>();
    private final World world;
    private final long end;

    /**
     * A run at time 0, of which nothing is written yet.
     *
     * @param tally of the length of the run
     * @throws IllegalArgumentException if the model has more than {@value #MOST_PROCESSES} processes, or names that
     *     records cannot have
     */
    public RecordedRun(Model model, long seed, Tally tally, RecordsPlan plan) {
        long all = model.populations().stream()
                        .mapToLong(population -> population.processes())
                        .sum()
                + model.services().stream()
                        .mapToLong(service -> service.endpoints())
                        .sum();
        if (all > MOST_PROCESSES) {
            throw new IllegalArgumentException(
                    "processes: " + all + " (expected: at most " + MOST_PROCESSES + " that write records)");
        }
        this.plan = plan;
        this.streams = new Streams(seed).fork("records");
        this.end = Math.min(plan.span().to(), tally.runNanos());
        this.world = new World(model, seed, tally, this);
    }

    @Override
    public boolean followsUnits() {
        return true;
    }

    @Override
    public Instruments process(ProcessSite site) {
        var process = new RecordedProcess(site, plan, streams.fork(site.name()));
        processes.add(process);
        return process;
    }

    /** Nothing is left out for the disk: a disk that is full is an error here. */
    static WriterSettings writing(Path folder) {
        return WriterSettings.builder(folder)
                .folderBytes(WriterSettings.FOLDER_BYTES.most())
                .disk(NONE_SPARED)
                .build();
    }

    static Sampler.Settings sampling(RecordsPlan plan) {
        return plan.sampled() ? Sampler.Settings.STANDARD : Sampler.Settings.EVERYTHING;
    }

    /**
     * Runs to the end of the span, or until there are as many records as there may be, and writes.
     *
     * @param progress told how far it is, in nanoseconds of the run
     * @throws IOException if the folder does not take it all
     */
    public RecordsSummary run(LongConsumer progress) throws IOException {
        long now = 0;
        for (long ticks = 1; now < end && !isFull(); ticks++) {
            now = Math.min(now + TICK, end);
            world.simulation().runUntil(now);
            for (RecordedProcess process : processes) {
                process.tick(ticks % TICKS_A_FLUSH == 0);
            }
            progress.accept(now);
        }
        for (RecordedProcess process : processes) {
            process.close();
        }
        return summary(now);
    }

    private boolean isFull() {
        return processes.stream()
                        .mapToLong(process -> process.account().begun())
                        .sum()
                >= plan.limit();
    }

    private RecordsSummary summary(long now) {
        List<Accounting> accounts =
                processes.stream().map(RecordedProcess::account).toList();
        return new RecordsSummary(
                processes.size(),
                accounts.stream().mapToLong(Accounting::begun).sum(),
                accounts.stream().mapToLong(Accounting::written).sum(),
                accounts.stream().mapToLong(Accounting::sampledOut).sum(),
                accounts.stream()
                        .flatMap(account -> account.dropped().values().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                now,
                now < end);
    }

    /** What is simulated, to ask it for figures of its own. */
    public World world() {
        return world;
    }
}
