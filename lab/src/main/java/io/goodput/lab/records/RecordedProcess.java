package io.goodput.lab.records;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.admission.AdmissionControl;
import io.goodput.cache.ReadThrough;
import io.goodput.event.Subscription;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.lab.model.Operation;
import io.goodput.lab.world.FollowedUnit;
import io.goodput.lab.world.Instruments;
import io.goodput.lab.world.ProcessSite;
import io.goodput.lab.world.SimulatedFailure;
import io.goodput.lab.world.UnitBegin;
import io.goodput.meter.CriticalSection;
import io.goodput.sim.Streams;
import io.goodput.telemetry.Categories;
import io.goodput.telemetry.Downstream;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import io.goodput.telemetry.file.DirectWriter;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A simulated process with the telemetry of a real one, whose time is that of the simulation. */
final class RecordedProcess implements Instruments {
    private static final Classifier CLASSIFIER = Classifier.standard();

    private final ProcessSite site;
    private final RecordsPlan plan;
    private final Ledger ledger = new Ledger();
    private final Telemetry telemetry;
    private final DirectWriter writer;
    private final RandomGenerator spans;
    private final Map<String, ServiceOperation> operations = new HashMap<>();
    private final Set<RecordedUnit> open = new LinkedHashSet<>();
    private @Nullable Subscription admission;
    private boolean isDown;

    RecordedProcess(ProcessSite site, RecordsPlan plan, Streams streams) {
        this.site = site;
        this.plan = plan;
        this.spans = streams.stream("attempts");
        InstantSource clock = () -> RecordedRun.START.plusNanos(site.clock().nanos());
        var origin = new RecordOrigin(site.group(), site.name(), plan.release());
        this.writer = new DirectWriter(origin, RecordedRun.writing(plan.folder()), ledger, site.ticker(), clock);
        var builder = Telemetry.builder(site.group())
                .instance(site.name())
                .ticker(site.ticker())
                .instants(clock)
                .random(streams.stream("units"))
                .ledger(ledger)
                .categories(RecordedProcess::category)
                .sampling(RecordedRun.sampling(plan))
                .exit(writer)
                .ticked();
        this.telemetry = (plan.release() == null ? builder : builder.release(plan.release())).start();
        site.operations().forEach((operation, calls) -> operations.put(operation, declare(operation, calls)));
    }

    private static String category(Throwable error) {
        return error instanceof SimulatedFailure failure ? failure.category() : Categories.BY_ROOT_CAUSE.of(error);
    }

    /** Questions go by the operation alone, so it has the name of the service in it. */
    private ServiceOperation declare(String operation, List<String> calls) {
        String name = operation.equals(Operation.MAIN) ? site.group() : site.group() + "." + operation;
        return telemetry
                .operation(name)
                .depends(calls.stream().map(Downstream::named).toArray(Downstream[]::new))
                .classifier(error ->
                        error instanceof SimulatedFailure failure ? failure.outcome() : CLASSIFIER.ofError(error))
                .declare();
    }

    @Override
    public void guard(Guard guard) {
        telemetry.watch(guard);
    }

    @Override
    public void admission(AdmissionControl<?> control) {
        if (admission != null) {
            admission.close();
        }
        admission = telemetry
                .policies()
                .admission(site.group(), () -> control.snapshot(site.ticker().nanos()));
    }

    @Override
    public void cache(String dependency, ReadThrough<?, ?> reads) {
        telemetry.policies().freshness(dependency, reads::freshness);
        telemetry.policies().coalescer(dependency, reads::coalescing);
    }

    @Override
    public CriticalSection section(CriticalSection.Settings settings, long now) {
        return telemetry.aggregates().sections().section(site.group(), settings, now);
    }

    @Override
    public AttemptContext attemptContext() {
        return (call, _, _) -> call.inNewSpan(spans);
    }

    @Override
    public @Nullable FollowedUnit begin(UnitBegin unit) {
        if (!plan.span().contains(site.ticker().nanos())) {
            return null;
        }
        CallContext context = unit.context().requestId() == null
                ? unit.context().withRequestId(Long.toString(unit.call()))
                : unit.context();
        var work = Objects.requireNonNull(operations.get(unit.operation())).start(context);
        if (unit.depth() >= 0) {
            work.queued(Duration.ofNanos(unit.waited()), unit.depth());
        }
        return new RecordedUnit(work, context, open);
    }

    @Override
    public void down() {
        isDown = true;
    }

    @Override
    public void up() {
        isDown = false;
    }

    /** Some time has passed. */
    void tick(boolean flushes) throws IOException {
        if (isDown) {
            return;
        }
        telemetry.tick(site.ticker().nanos());
        if (flushes) {
            writer.tick();
            refuseTrouble();
        }
    }

    /** Where its records went. */
    Accounting account() {
        return ledger.accounting();
    }

    /** The run is over: what is under way is told as far as it went. */
    void close() throws IOException {
        open.forEach(RecordedUnit::cutShort);
        telemetry.close();
        writer.close();
        refuseTrouble();
    }

    private void refuseTrouble() throws IOException {
        String trouble = writer.trouble();
        if (trouble != null) {
            throw new IOException("records of " + site.name() + " could not be written: " + trouble);
        }
    }
}
