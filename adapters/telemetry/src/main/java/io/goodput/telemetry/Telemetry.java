package io.goodput.telemetry;

import io.goodput.NameRule;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.file.WriterHealth;
import io.goodput.telemetry.policy.WatchedPolicies;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Outlet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells of its work: it declares operations, watches guards, and takes each unit of work, once it has
 * ended, to those who count, sample and write. Thread-safe; one for each process.
 */
public final class Telemetry implements AutoCloseable {
    /** Operations that are not declared. */
    private static final int MOST_UNDECLARED = 100;

    /** Characters of the name of one. */
    private static final int MOST_NAME = 128;

    /** Dependencies of a process. */
    private static final int MOST_DEPENDENCIES = 1_000;

    private static final String OTHER = "other";

    private final Outlet outlet;
    private final Errors errors;
    private final Leaks leaks;
    private final ConcurrentHashMap<String, ServiceOperation> operations = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Named> dependencies = new ConcurrentHashMap<>();
    private final AtomicInteger operationsMade = new AtomicInteger();
    private final AtomicInteger undeclaredMade = new AtomicInteger();
    private final AtomicInteger dependenciesMade = new AtomicInteger();
    private final Assembly assembly;

    Telemetry(Outlet outlet, Errors errors, Assembly assembly, boolean watchesForLeaks) {
        this.leaks = new Leaks(this, watchesForLeaks);
        this.outlet = outlet;
        this.errors = errors;
        this.assembly = assembly;
    }

    /**
     * Of a service, with all that is standard: each unit that is slow, failed or shed is written to files in the
     * folder, and a sample of the others; all are counted.
     *
     * @param service its name: letters of any case, digits, {@code .}, {@code _} and {@code -}, at most 128 of them
     */
    public static Telemetry to(String service, Path folder) {
        return builder(service).folder(folder).start();
    }

    /**
     * Of a service.
     *
     * @param service its name: letters of any case, digits, {@code .}, {@code _} and {@code -}, at most 128 of them
     */
    public static TelemetryBuilder builder(String service) {
        return new TelemetryBuilder(service);
    }

    /** Declares an operation of this name: letters of any case, digits, {@code .}, {@code _} and {@code -}. */
    public Declaration operation(String name) {
        return new Declaration(this, NameRule.WORD.check("operation", name));
    }

    ServiceOperation declare(Declaration declaration) {
        var made = new ServiceOperation(declaration, declaration.layout(operationsMade.getAndIncrement()));
        if (operations.putIfAbsent(declaration.name(), made) != null) {
            throw new IllegalStateException("operation " + declaration.name() + " is declared twice");
        }
        assembly.aggregates()
                .declareOperation(made.index(), made.name(), outlet.ticker().nanos());
        return made;
    }

    /**
     * The operation of a request that names it itself: the declared one, or one that declares nothing. What a stranger
     * asks for may be anything, so only the first {@value #MOST_UNDECLARED} names are operations of their own; the rest
     * are one, {@code other}, whose records tell the name as the detail {@code asked}.
     *
     * @param asked as it came in, before it was validated
     */
    public ServiceOperation asked(String asked) {
        ServiceOperation there = operations.get(asked);
        return there != null ? there : undeclared(asked);
    }

    private ServiceOperation undeclared(String asked) {
        if (asked.length() > MOST_NAME || undeclaredMade.get() >= MOST_UNDECLARED) {
            return operations.computeIfAbsent(OTHER, this::bare).askedAs(asked);
        }
        return operations.computeIfAbsent(asked, name -> {
            undeclaredMade.incrementAndGet();
            return bare(name);
        });
    }

    private ServiceOperation bare(String name) {
        var declaration = new Declaration(this, name);
        return new ServiceOperation(declaration, declaration.layout(operationsMade.getAndIncrement()));
    }

    /**
     * Tells each unit of work what the guard does for it: calls, attempts, refusals, and how all these end. The guard's
     * name is that of the dependency; its ticker is this telemetry's. What its policies have counted is read each
     * second.
     */
    public Subscription watch(Guard guard) {
        return watch(guard, _ -> null);
    }

    /**
     * The same, with the status of each answer.
     *
     * @param status of an answer, null where it has none: {@code 200}. Quick and thread-safe; it reads nothing that can
     *     be read but once
     */
    public Subscription watch(Guard guard, Function<Object, @Nullable String> status) {
        var watch = new GuardWatch(dependency(guard.name()), errors, status, outlet.hearing());
        List<Subscription> all = new ArrayList<>(assembly.watch(guard));
        all.add(guard.listen(watch));
        return () -> all.forEach(Subscription::close);
    }

    /** What was begun, and where it went. */
    public Ledger ledger() {
        return outlet.ledger();
    }

    /** The dependency of that name; {@code other} if there are too many. */
    Named dependency(String name) {
        Named there = dependencies.get(name);
        if (there != null) {
            return there;
        }
        String known = dependencies.size() < MOST_DEPENDENCIES ? name : OTHER;
        return dependencies.computeIfAbsent(known, this::newDependency);
    }

    private Named newDependency(String name) {
        var made = new Named(name, dependenciesMade.getAndIncrement());
        assembly.aggregates()
                .declareDependency(made.index(), name, outlet.ticker().nanos());
        return made;
    }

    /** What is counted, whether written or not: series, contributors, critical sections. */
    public Aggregates aggregates() {
        return assembly.aggregates();
    }

    /** Traces of what was written lately, by operation and outcome. */
    public Exemplars exemplars() {
        return assembly.exemplars();
    }

    /** Policies whose snapshots are read and written, beside those of the guards that are watched. */
    public WatchedPolicies policies() {
        return assembly.policies();
    }

    /** How writing goes; null where there is no folder. */
    public @Nullable WriterHealth health() {
        RecordWriter writer = assembly.writer();
        return writer == null ? null : writer.health();
    }

    /**
     * Ends what is over by this reading of the ticker. For whoever {@linkplain TelemetryBuilder#ticked ticks it};
     * others need not call it.
     */
    public void tick(long now) {
        assembly.tick(now);
    }

    Outlet outlet() {
        return outlet;
    }

    Errors errors() {
        return errors;
    }

    Leaks leaks() {
        return leaks;
    }

    /** Writes what there is, and stops what it started. Units that end later are counted as lost. */
    @Override
    public void close() {
        leaks.close();
        assembly.close();
    }
}
