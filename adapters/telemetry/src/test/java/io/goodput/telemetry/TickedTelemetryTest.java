package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.sim.Simulation;
import io.goodput.telemetry.file.DirectWriter;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.sample.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process under virtual time: no thread acts in it, and all that it writes is the same each time. */
class TickedTelemetryTest {
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private Accounting run(Path to, Sampler.Settings sampling) {
        var simulation = new Simulation();
        InstantSource clock = () -> START.plusNanos(simulation.nanos());
        var ledger = new Ledger();
        var writer = new DirectWriter(
                new RecordOrigin("shop", "one", null), WriterSettings.in(to), ledger, simulation, clock);
        Telemetry telemetry = Telemetry.builder("shop")
                .instance("one")
                .ticker(simulation)
                .instants(clock)
                .random(new SplittableRandom(1))
                .ledger(ledger)
                .sampling(sampling)
                .exit(writer)
                .ticked()
                .start();
        ServiceOperation operation = telemetry.operation("order").declare();
        for (int i = 1; i <= 1_000; i++) {
            simulation.after(10L * i * MILLI, _ -> {
                Work work = operation.start(CallContext.NONE).queued(Duration.ofMillis(1), 2);
                simulation.after(7 * MILLI, _ -> work.end(Outcome.SUCCESS));
            });
        }
        for (int tick = 1; tick <= 50; tick++) {
            simulation.runUntil(250L * tick * MILLI);
            telemetry.tick(simulation.nanos());
            writer.tick();
        }
        telemetry.close();
        writer.close();
        return ledger.accounting();
    }

    @Test
    void the_same_at_the_same_times_makes_the_same_bytes() throws IOException {
        Accounting one = run(folder.resolve("one"), Sampler.Settings.STANDARD);
        Accounting other = run(folder.resolve("other"), Sampler.Settings.STANDARD);

        assertThat(other).isEqualTo(one);
        assertThat(one.written() + one.sampledOut()).isEqualTo(1_000);
        assertThat(one.sampledOut()).isPositive();
        List<Path> files = files(folder.resolve("one"));
        assertThat(files).extracting(Path::getFileName).hasToString("[shop-one-20000101T000000.250Z-000001.jsonl.zst]");
        for (Path file : files) {
            assertThat(folder.resolve("other").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.sorted().toList();
        }
    }

    @Test
    void all_is_written_if_nothing_is_to_be_left_out() {
        Accounting account = run(folder.resolve("all"), Sampler.Settings.EVERYTHING);
        assertThat(account.written()).isEqualTo(1_000);
        assertThat(account.open()).isZero();
    }

    @Test
    void no_thread_is_started() {
        List<String> before = threads();
        run(folder.resolve("all"), Sampler.Settings.EVERYTHING);
        assertThat(threads()).isEqualTo(before);
    }

    private static List<String> threads() {
        var names = new ArrayList<String>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("goodput-"))
                .sorted()
                .forEach(names::add);
        return names;
    }

    @Test
    void a_folder_that_takes_nothing_is_told() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Accounting account = run(taken.resolve("inside"), Sampler.Settings.EVERYTHING);
        assertThat(account.written()).isZero();
        assertThat(account.dropped().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1_000);
        var writer = new DirectWriter(
                new RecordOrigin("shop", "one", null),
                WriterSettings.in(taken.resolve("inside")),
                new Ledger(),
                () -> 0,
                () -> START);
        assertThat(writer.trouble()).isNull();
        writer.tick();
        assertThat(writer.trouble()).contains("taken");
        writer.close();
    }

    @Test
    void files_of_its_own_would_take_a_thread() {
        TelemetryBuilder builder = Telemetry.builder("shop").folder(folder).ticked();
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("folder: of what is ticked (expected: an exit, such as DirectWriter)");
    }
}
