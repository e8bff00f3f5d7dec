package io.goodput.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final CallContext CONTEXT = CallContext.NONE.withTrace("00-" + TRACE + "-00f067aa0ba902b7-01");

    private final VirtualTimers timers = new VirtualTimers();
    private final Guard guard = Guard.builder("stock")
            .timers(timers)
            .attemptContext(AttemptContext.SPANS)
            .retry(RetryPolicy.builder()
                    .attempts(2)
                    .backoff(Backoff.exponential(Duration.ofMillis(5), Duration.ofMillis(20)))
                    .build())
            .build();

    @TempDir
    private Path folder;

    @Test
    void calls_attempts_and_refusals_are_in_the_recording() throws Exception {
        List<RecordedEvent> events = recorded("0 ns", () -> {
            try (var _ = FlightEvents.watch(guard)) {
                CONTEXT.call(() -> guard.call(CallOptions.NONE.keyed("shard 7"), () -> {
                    timers.advance(Duration.ofMillis(10));
                    throw new IOException("broken");
                }));
            } catch (IOException _) {
                // As it should be.
            }
        });

        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .containsExactlyInAnyOrder("goodput.Attempt", "goodput.Attempt", "goodput.Refusal", "goodput.Call");
        RecordedEvent call = one(events, "goodput.Call");
        assertThat(call.getString("guard")).isEqualTo("stock");
        assertThat(call.getString("key")).isEqualTo("shard 7");
        assertThat(call.getString("outcome")).isEqualTo("TRANSIENT_FAILURE");
        assertThat(call.getInt("attempts")).isEqualTo(2);
        assertThat(call.getDuration("took")).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(call.getString("traceId")).isEqualTo(TRACE);
        RecordedEvent attempt = one(events, "goodput.Attempt");
        assertThat(attempt.getDuration("took")).isEqualTo(Duration.ofMillis(10));
        assertThat(attempt.getString("error")).isEqualTo("java.io.IOException");
        assertThat(attempt.getString("spanId")).hasSize(16).isNotEqualTo("00f067aa0ba902b7");
        assertThat(one(events, "goodput.Refusal").getString("reason")).isEqualTo("ATTEMPTS_EXHAUSTED");
    }

    @Test
    void successes_that_were_quick_are_left_out_and_failures_are_not() throws Exception {
        List<RecordedEvent> events = recorded("20 ms", () -> {
            try (var _ = FlightEvents.watch(guard)) {
                guard.call(() -> "quick");
                guard.call(() -> {
                    timers.advance(Duration.ofMillis(20));
                    return "slow";
                });
                guard.call(() -> {
                    throw new IllegalStateException("a bug");
                });
            } catch (IllegalStateException _) {
                // As it should be.
            }
        });

        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("goodput.Call"))
                .extracting(event -> event.getString("outcome"))
                .containsExactly("SUCCESS", "PERMANENT_FAILURE");
    }

    @Test
    void units_of_work_are_in_the_recording() throws Exception {
        List<RecordedEvent> events = recorded("0 ns", () -> {
            try (var telemetry = Telemetry.builder("shop")
                    .ticker(timers)
                    .hearing(FlightEvents.hearing())
                    .ending((unit, _) -> unit.release())
                    .start()) {
                ServiceOperation operation = telemetry.operation("list").declare();
                operation.call(CONTEXT.withTenant("ann"), _ -> {
                    timers.advance(Duration.ofMillis(30));
                    return "listed";
                });
            }
        });

        RecordedEvent work = one(events, "goodput.Work");
        assertThat(work.getString("operation")).isEqualTo("list");
        assertThat(work.getString("outcome")).isEqualTo("SUCCESS");
        assertThat(work.getString("tenant")).isEqualTo("ann");
        assertThat(work.getString("traceId")).isEqualTo(TRACE);
        assertThat(work.getDuration("took")).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void without_a_recording_nothing_is_made() throws Exception {
        List<GuardEvent> events = new ArrayList<>();
        try (var _ = guard.listen(events::add)) {
            guard.call(() -> "there");
        }
        made(events); // The first time, classes are loaded.
        assertThat(made(events)).isZero();
    }

    private static long made(List<GuardEvent> events) throws Exception {
        long before = allocated();
        long cost = allocated() - before;
        before = allocated();
        for (int times = 0; times < 1_000; times++) {
            for (int each = 0; each < events.size(); each++) {
                FlightEvents.write(events.get(each));
            }
        }
        return allocated() - before - cost;
    }

    /** By reflection: the module under test has no need of java.management, so javac does not see it here. */
    private static long allocated() throws Exception {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes")
                .invoke(threads);
    }

    @Test
    void of_several_recordings_the_shortest_time_counts() {
        var setting = new SlowerThan();
        assertThat(setting.combine(Set.of("1 s", "20 ms", "30 us", "nonsense"))).isEqualTo("30 us");
        assertThat(setting.combine(Set.of())).isEqualTo("20 ms");
        setting.setValue("nonsense");
        assertThat(setting.nanos()).isEqualTo(20_000_000);
        setting.setValue("3 us");
        assertThat(setting.nanos()).isEqualTo(3_000);
    }

    private interface Doing {
        void run() throws Exception;
    }

    private List<RecordedEvent> recorded(String slowerThan, Doing doing) throws Exception {
        Path file = folder.resolve("recording.jfr");
        try (var recording = new Recording()) {
            for (String name : List.of("Call", "Attempt", "Work")) {
                recording.enable("goodput." + name).with("slowerThan", slowerThan);
            }
            recording.enable("goodput.Refusal");
            recording.start();
            doing.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("goodput."))
                .toList();
    }

    private static RecordedEvent one(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
