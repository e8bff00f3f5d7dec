package io.goodput.telemetry;

import io.goodput.NameRule;
import io.goodput.Ticker;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.contributor.ContributorRecord;
import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.policy.WatchedPolicies;
import io.goodput.telemetry.process.JvmProcess;
import io.goodput.telemetry.process.ProcessWatch;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.sample.Sampler;
import io.goodput.telemetry.unit.EpochClock;
import io.goodput.telemetry.unit.Outlet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts a process's telemetry together: who it is, where its records go, and how many of them. */
public final class TelemetryBuilder {
    private final String service;
    private String instance = Long.toString(ProcessHandle.current().pid());
    private @Nullable String release;
    private @Nullable WriterSettings writing;
    private @Nullable Exit exit;
    private @Nullable Ending ending;
    private final List<Hearing> hearings = new ArrayList<>();
    private Sampler.Settings sampling = Sampler.Settings.STANDARD;
    private SeriesRegistry.Settings series = SeriesRegistry.Settings.STANDARD;
    private Categories categories = Categories.BY_ROOT_CAUSE;
    private Ticker ticker = Ticker.system();
    private InstantSource instants = InstantSource.system();
    private RandomGenerator random = new ProcessRandom();
    private Ledger ledger = new Ledger();
    private boolean ticked;

    TelemetryBuilder(String service) {
        this.service = NameRule.WORD.check("service", service);
    }

    /** Which of the service's processes this is. Default: the process's number. */
    public TelemetryBuilder instance(String instance) {
        this.instance = NameRule.WORD.check("instance", instance);
        return this;
    }

    /** Which version of the service runs. Default: not told. */
    public TelemetryBuilder release(String release) {
        this.release = NameRule.TEXT.check("release", release);
        return this;
    }

    /** Writes records to files in this folder, by the standard settings. */
    public TelemetryBuilder folder(Path folder) {
        return writer(WriterSettings.in(folder));
    }

    /** Writes records by these settings: where, how much, which fields are secret or left out, and whether sealed. */
    public TelemetryBuilder writer(WriterSettings settings) {
        this.writing = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** Passes records to this, which writes them, in place of files. */
    public TelemetryBuilder exit(Exit exit) {
        this.exit = Objects.requireNonNull(exit, "exit");
        return this;
    }

    /** Which units are written. Default: {@link Sampler.Settings#STANDARD}. */
    public TelemetryBuilder sampling(Sampler.Settings settings) {
        this.sampling = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** How many series the aggregates have, and how much memory. Default: {@link SeriesRegistry.Settings#STANDARD}. */
    public TelemetryBuilder series(SeriesRegistry.Settings settings) {
        this.series = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** What kinds of causes errors have. Default: {@link Categories#BY_ROOT_CAUSE}. */
    public TelemetryBuilder categories(Categories categories) {
        this.categories = Objects.requireNonNull(categories, "categories");
        return this;
    }

    /** What times are read from: that of the guards that are watched. Default: {@link Ticker#system()}. */
    public TelemetryBuilder ticker(Ticker ticker) {
        this.ticker = Objects.requireNonNull(ticker, "ticker");
        return this;
    }

    /** What instants are read from. Default: the machine's clock. */
    public TelemetryBuilder instants(InstantSource instants) {
        this.instants = Objects.requireNonNull(instants, "instants");
        return this;
    }

    /** Where the numbers of traces and spans are drawn from: thread-safe. Default: at random. */
    public TelemetryBuilder random(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /** Who counts where records go. Default: a ledger of its own. */
    public TelemetryBuilder ledger(Ledger ledger) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        return this;
    }

    /** Hears of each unit and attempt as well, after the aggregates and those that were given before. */
    public TelemetryBuilder hearing(Hearing hearing) {
        this.hearings.add(hearing);
        return this;
    }

    /** Takes over each unit that ends, in place of sampling. */
    public TelemetryBuilder ending(Ending ending) {
        this.ending = Objects.requireNonNull(ending, "ending");
        return this;
    }

    /**
     * Starts no thread: whoever has it calls {@link Telemetry#tick} a few times a second of its ticker, and ends each
     * unit, as nobody looks for those that are forgotten. What the process itself uses is not told. For simulations,
     * which are the same each time only if nobody else acts in them.
     */
    public TelemetryBuilder ticked() {
        this.ticked = true;
        return this;
    }

    /**
     * Begins to tell.
     *
     * @throws IllegalStateException if nobody takes the records: neither a folder nor an exit nor an ending was given;
     *     or if files are to be written, which takes a thread, and there is to be none
     */
    public Telemetry start() {
        if (ticked && writing != null) {
            throw new IllegalStateException("folder: of what is ticked (expected: an exit, such as DirectWriter)");
        }
        var origin = new RecordOrigin(service, instance, release);
        RecordWriter writer = writing == null ? null : RecordWriter.start(origin, writing, ledger);
        Exit way = exit != null ? exit : writer;
        if (way == null && ending == null) {
            throw new IllegalStateException("folder: none (expected: one, or an exit, for the records)");
        }
        Assembly assembly = assembly(origin, way == null ? new NoExit(ledger) : way, writer);
        var epoch = new EpochClock(ticker, instants);
        Ending judge = ending == null ? assembly.sampler() : ending;
        Hearing hearing = assembly.aggregates();
        for (Hearing each : hearings) {
            hearing = new HearingPair(hearing, each);
        }
        var outlet = new Outlet(origin, ticker, epoch, random, ledger, hearing, judge);
        if (!ticked) {
            assembly.begin(ticker);
        }
        return new Telemetry(outlet, new Errors(categories), assembly, !ticked);
    }

    private Assembly assembly(RecordOrigin origin, Exit way, @Nullable RecordWriter writer) {
        var exemplars = new Exemplars(way);
        var aggregates = new Aggregates(origin, series, ticker.nanos(), instants.instant());
        aggregates
                .contributors()
                .listen(minute -> ContributorRecord.of(origin, minute).forEach(way::leave));
        SeriesRegistry registry = aggregates.registry();
        var policies = new WatchedPolicies(origin, registry, way, instants);
        policies.sections(aggregates.sections());
        return new Assembly(
                new Sampler(sampling, ledger, exemplars),
                exemplars,
                aggregates,
                policies,
                ticked ? null : process(origin, registry, way),
                writer,
                new ArrayList<>());
    }

    private ProcessWatch process(RecordOrigin origin, SeriesRegistry registry, Exit way) {
        Path disk = writing == null ? Path.of("") : writing.folder();
        return new ProcessWatch(origin, registry, way, instants, new JvmProcess(disk));
    }
}
