package io.goodput.lab.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.Span;
import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordedRunTest {
    private static final long SECOND = 1_000_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private RecordedRun run(Model model, long seconds, long limit) {
        var tally = new Tally(model, seconds * SECOND, SECOND, new Span(0, seconds * SECOND));
        var plan = new RecordsPlan(folder, null, new Span(0, seconds * SECOND), false, limit);
        return new RecordedRun(model, 7, tally, plan);
    }

    private static Model model(String lines) {
        return ScenarioReader.parse("f", "goodput: 1\nscenario: s\nrun: {for: 10s, seeds: 1}\n" + lines, Path.of(""))
                .variants()
                .firstEntry()
                .getValue();
    }

    private List<JsonNode> records() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (var reader = new FrameReader(Files.newByteChannel(file))) {
                    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                        new String(frame.text(), StandardCharsets.UTF_8)
                                .lines()
                                .map(JSON::readTree)
                                .forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    static List<String> scenarios() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_run_that_is_recorded_is_the_run_that_is_not(String name) throws IOException {
        Model model = Objects.requireNonNull(Catalogue.find(name))
                .variants()
                .lastEntry()
                .getValue();
        if (model.populations().stream().anyMatch(population -> population.processes() > 200)) {
            return;
        }
        RecordedRun recorded = run(model, 2, Long.MAX_VALUE);
        RecordsSummary summary = recorded.run(_ -> {});
        var tally = new Tally(model, 2 * SECOND, SECOND, new Span(0, 2 * SECOND));
        var alone = new World(model, 7, tally);
        alone.simulation().runUntil(2 * SECOND);

        assertThat(recorded.world().simulation().traceHash())
                .isEqualTo(alone.simulation().traceHash());
        assertThat(recorded.world().simulation().events())
                .isEqualTo(alone.simulation().events());
        assertThat(summary.dropped()).isZero();
        // Units that have not ended are in files as parts, and due to come.
        assertThat(summary.written()).isLessThanOrEqualTo(summary.begun());
    }

    @Test
    void an_endpoint_that_is_down_writes_nothing() throws IOException {
        run(model("""
                                services: {api: {latency: 10ms, endpoints: 2}}
                                clients: {users: {rate: 100/s, calls: {to: api, guard: {timeout: 1s}}}}
                                faults: [{fault: crash, of: api/2, from: 3s, to: 7s}]
                                """), 10, Long.MAX_VALUE).run(_ -> {});
        List<JsonNode> lost = records().stream()
                .filter(each -> each.get("instance").asString().equals("api-2"))
                .filter(each -> {
                    Instant at = Instant.parse(each.get("at").asString());
                    return at.isAfter(RecordedRun.START.plusSeconds(3))
                            && at.isBefore(RecordedRun.START.plusSeconds(7));
                })
                .toList();
        assertThat(lost).isEmpty();
    }

    @Test
    void a_clock_that_is_wrong_dates_what_its_process_writes() throws IOException {
        run(model("""
                                services: {api: {latency: 10ms}}
                                clients: {users: {arrivals: constant, rate: 1/s, calls: {to: api, guard: {timeout: 1s}}}}
                                faults: [{fault: clock-skew, of: api, from: 0s, to: 10s, by: 100s}]
                                """), 10, Long.MAX_VALUE).run(_ -> {});
        assertThat(records().stream()
                        .filter(each -> each.get("kind").asString().equals("work"))
                        .filter(each -> each.get("service").asString().equals("api")))
                .isNotEmpty()
                .allMatch(each -> Instant.parse(each.get("at").asString()).isAfter(RecordedRun.START.plusSeconds(99)));
    }

    @Test
    void what_policies_have_done_is_written_as_in_production() throws IOException {
        run(model("""
                                services: {api: {latency: 10ms, server: {limit: 2, admission: standard}}}
                                clients:
                                  users:
                                    rate: 100/s
                                    calls: {to: api, guard: {timeout: 1s, limit: 50, breaker: standard}, cache: {keys: 9, entries: {soft: 1s}}}
                                """), 10, Long.MAX_VALUE).run(_ -> {});
        assertThat(records().stream()
                        .filter(each -> each.get("kind").asString().equals("policy"))
                        .map(each -> each.get("service").asString() + " "
                                + each.get("policy").asString() + " "
                                + each.get("name").asString()))
                .contains("users breaker api", "users limit api", "users freshness api", "users coalescer api")
                .contains("api admission api");
    }

    @Test
    void it_ends_about_where_there_are_as_many_records_as_there_may_be() throws IOException {
        RecordsSummary summary = run(
                        model("services: {api: {latency: 10ms}}\nclients: {users: {rate: 100/s, calls: {to: api}}}\n"),
                        10,
                        500)
                .run(_ -> {});
        assertThat(summary.full()).isTrue();
        assertThat(summary.begun()).isBetween(500L, 600L);
        assertThat(summary.until()).isLessThan(4 * SECOND);
    }

    @Test
    void a_folder_that_takes_nothing_is_an_error() throws IOException {
        folder = Files.writeString(folder.resolve("taken"), "").resolve("inside");
        RecordedRun run = run(
                model("services: {api: {latency: 10ms}}\nclients: {users: {rate: 10/s, calls: {to: api}}}\n"), 10, 500);
        assertThatThrownBy(() -> run.run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("records of ")
                .hasMessageContaining("could not be written");
    }

    @Test
    void there_are_as_many_processes_as_can_write_at_a_time() {
        Model model = model(
                "services: {api: {latency: 10ms}}\nclients: {users: {processes: 501, rate: 9/s, calls: {to: api}}}\n");
        assertThatThrownBy(() -> run(model, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("processes: 502 (expected: at most 500 that write records)");
    }
}
