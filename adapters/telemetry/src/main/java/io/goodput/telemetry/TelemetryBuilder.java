package io.goodput.telemetry;

import io.goodput.NameRule;
import io.goodput.Ticker;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.unit.EpochClock;
import io.goodput.telemetry.unit.Outlet;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts a process's telemetry together. */
public final class TelemetryBuilder {
    private final String service;
    private String instance = Long.toString(ProcessHandle.current().pid());
    private @Nullable String release;
    private Ticker ticker = Ticker.system();
    private InstantSource instants = InstantSource.system();
    private RandomGenerator random = new ProcessRandom();
    private Ledger ledger = new Ledger();
    private Hearing hearing = (_, _) -> {};
    private @Nullable Ending ending;
    Categories categories = Categories.BY_ROOT_CAUSE;

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

    /** What kinds of causes errors have. Default: {@link Categories#BY_ROOT_CAUSE}. */
    public TelemetryBuilder categories(Categories categories) {
        this.categories = categories;
        return this;
    }

    /** What times are read from: that of the guards that are watched. Default: {@link Ticker#system()}. */
    public TelemetryBuilder ticker(Ticker ticker) {
        this.ticker = ticker;
        return this;
    }

    /** What instants are read from. Default: the machine's clock. */
    public TelemetryBuilder instants(InstantSource instants) {
        this.instants = instants;
        return this;
    }

    /** Where the numbers of traces and spans are drawn from: thread-safe. Default: at random. */
    public TelemetryBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /** Who counts where records go. Default: a ledger of its own. */
    public TelemetryBuilder ledger(Ledger ledger) {
        this.ledger = ledger;
        return this;
    }

    /** Who looks at each unit that ends. Default: nobody. */
    public TelemetryBuilder hearing(Hearing hearing) {
        this.hearing = hearing;
        return this;
    }

    /** Who takes over each unit that ends. */
    public TelemetryBuilder ending(Ending ending) {
        this.ending = ending;
        return this;
    }

    /** Begins to tell. */
    public Telemetry start() {
        Ending to = ending;
        if (to == null) {
            throw new IllegalStateException("ending: nobody takes over what ends");
        }
        var origin = new RecordOrigin(service, instance, release);
        var epoch = new EpochClock(ticker, instants);
        return new Telemetry(this, new Outlet(origin, ticker, epoch, random, ledger, hearing, to));
    }
}
