package io.goodput.telemetry;

import io.goodput.NameRule;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Recorder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells of its work: it declares operations, watches guards, and takes each unit of work, once it has
 * ended, to those who count, sample and write. Thread-safe; one for each process.
 */
public final class Telemetry implements AutoCloseable {
    private final Recorder recorder;
    private final Errors errors;
    private final Leaks leaks = new Leaks(this);
    private final ConcurrentHashMap<String, ServiceOperation> operations = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Named> dependencies = new ConcurrentHashMap<>();
    private final AtomicInteger operationsMade = new AtomicInteger();
    private final AtomicInteger dependenciesMade = new AtomicInteger();
    private final TelemetryBuilder built;

    Telemetry(TelemetryBuilder built, Recorder recorder) {
        this.built = built;
        this.recorder = recorder;
        this.errors = new Errors(built.categories);
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
        return made;
    }

    /**
     * Tells each unit of work what the guard does for it: calls, attempts, refusals, and how all these end. The guard's
     * name is that of the dependency; its ticker is this telemetry's.
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
        return guard.listen(new GuardWatch(dependency(guard.name()), errors, status, built.outside));
    }

    /** What was begun, and where it went. */
    public Ledger ledger() {
        return recorder.ledger();
    }

    Named dependency(String name) {
        return dependencies.computeIfAbsent(name, _ -> new Named(name, dependenciesMade.getAndIncrement()));
    }

    Recorder recorder() {
        return recorder;
    }

    Errors errors() {
        return errors;
    }

    Leaks leaks() {
        return leaks;
    }

    /** Stops what it started. Units that end later still end. */
    @Override
    public void close() {
        leaks.close();
    }
}
