package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionEvent;
import io.goodput.cli.CommandTest;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.world.PolicyListeners;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of the lab as records: {@code goodput logs} answers as the lab does. What the lab says is from a run of its
 * own, which is listened to and not recorded.
 */
class LabRecordsTest extends CommandTest {
    private static final long SECOND = 1_000_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private String recorded(String scenario, String variant, int seconds, String... more) {
        Path to = folder.resolve(scenario + "-" + variant.replace('/', '-') + more.length);
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "lab",
                                "trace",
                                scenario,
                                "--variant",
                                variant,
                                "--to",
                                seconds + "s",
                                "--records",
                                to + ""),
                        Stream.of(more))
                .toList();
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return to.toString();
    }

    private JsonNode asked(String... question) {
        out.getBuffer().setLength(0);
        String[] all = Stream.concat(Stream.of("logs"), Stream.of(question)).toArray(String[]::new);
        assertThat(run(all)).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    private static Model model(String scenario, String variant) {
        return Objects.requireNonNull(
                Objects.requireNonNull(Catalogue.find(scenario)).variants().get(variant));
    }

    private static World world(Model model, int seconds, PolicyListeners listeners) {
        var tally = new Tally(model, 1_000 * SECOND, SECOND, new Span(0, SECOND));
        var world = new World(model, 1, tally, listeners);
        world.simulation().runUntil(seconds * SECOND);
        return world;
    }

    @ParameterizedTest
    @CsvSource({
        "usl, unlimited, database, 60",
        "hedging-calm, hedge-p95, storage, 10",
        "retry-storm, budget, service, 20",
        "breaker-failures, keyed-standard, store, 10",
        "critical-section, one-lock, api, 60",
        "admission-criticality, told, api, 12"
    })
    void concurrency_is_that_of_littles_law(String scenario, String variant, String service, int seconds) {
        String records = recorded(scenario, variant, seconds);
        JsonNode rows = asked("concurrency", "--by", "1s", "--operation", service, "--json", "--rows", "1000", records)
                .get("rows");
        double inWork = 0;
        for (JsonNode row : rows) {
            inWork += row.get("concurrency").asDouble() / seconds;
        }
        double waiting = number("sum(queue_us * weight) / 1e6 / " + seconds, service, records);

        Model model = model(scenario, variant);
        double inside = world(model, seconds, new PolicyListeners(model)).meanInside(service);
        assertThat(inWork + waiting).isCloseTo(inside, within(0.01 * inside));
    }

    private double number(String expression, String operation, String records) {
        return asked(
                        "query",
                        "--json",
                        records,
                        "select " + expression + " as n from requests where operation = '" + operation + "'")
                .get("rows")
                .get(0)
                .get("n")
                .asDouble();
    }

    @Test
    void a_sample_tells_the_same_within_its_error() {
        String all = recorded("hedging-calm", "hedge-p95", 10);
        String sample = recorded("hedging-calm", "hedge-p95", 10, "--sampled");
        String count = "sum(weight) filter (where last)";
        double units = number(count, "storage", all);
        double estimate = number(count, "storage", sample);
        double sigma = number("sqrt(sum(weight * (weight - 1)) filter (where last))", "storage", sample);
        assertThat(sigma).isBetween(1.0, 0.1 * units);
        assertThat(estimate).isCloseTo(units, within(3 * sigma));

        double time = number("sum(us * weight)", "storage", all);
        double sampled = number("sum(us * weight)", "storage", sample);
        double error = number("sqrt(sum(us * us * weight * (weight - 1)))", "storage", sample);
        assertThat(sampled).isCloseTo(time, within(3 * error));
        assertThat(bytes(sample)).isLessThan(bytes(all) / 2);
    }

    private static long bytes(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hedging-calm, hedge-p95, 10",
        "retry-storm, budget, 40",
        "retry-layers, budgets, 25",
        "breaker-failures, keyed-proportional, 10",
        "client-throttle, throttled@225/s, 20",
        "limit-overload, first, 10",
        "wasted-work, first, 20"
    })
    void calls_attempts_and_refusals_are_counted_as_the_lab_hears_them(String scenario, String named, int seconds) {
        String variant = named.equals("first")
                ? Objects.requireNonNull(Catalogue.find(scenario))
                        .variants()
                        .firstEntry()
                        .getKey()
                : named;
        String records = recorded(scenario, variant, seconds);
        Model model = model(scenario, variant);
        var heard = new TreeMap<String, Long>();
        var listeners = new PolicyListeners(model);
        for (String[] edge : edges(model)) {
            listeners.guards(edge[0], edge[1], event -> count(edge[0] + " " + edge[1] + " ", event, heard));
        }
        World world = world(model, seconds, listeners);

        var told = new TreeMap<String, Long>();
        for (String[] edge : edges(model)) {
            String by = edge[0] + " " + edge[1] + " ";
            JsonNode rows = asked("dependencies", "--operation", edge[0], "--json", records)
                    .get("rows");
            for (JsonNode row : rows) {
                if (row.get("dependency").asString().equals(edge[1])) {
                    told.put(by + "calls", row.get("calls").asLong());
                    told.put(by + "retries", row.get("retries").asLong());
                    told.put(by + "hedges", row.get("hedges").asLong());
                    told.put(
                            by + row.get("outcome").asString(),
                            row.get("attempts").asLong());
                }
            }
        }
        for (JsonNode row : asked("drops", "--json", records).get("rows")) {
            if (row.get("what").asString().equals("call")) {
                told.put(
                        row.get("operation").asString() + " "
                                + row.get("dependency").asString() + " refused "
                                + row.get("reason").asString(),
                        row.get("n").asLong());
            }
        }
        told.values().removeIf(many -> many == 0);
        assertThat(told).isEqualTo(heard).isNotEmpty();
        assertThat(world.simulation().nanos()).isEqualTo(seconds * SECOND);
    }

    private static void count(String by, GuardEvent event, Map<String, Long> counts) {
        String what = switch (event) {
            case CallBegan _ -> "calls";
            case AttemptBegan began when began.attempt().hedge() -> "hedges";
            case AttemptBegan began when began.attempt().number() > 1 -> "retries";
            case AttemptEnded ended -> ended.outcome().name();
            case CallRefused refused -> "refused " + refused.refusal().reason();
            default -> "";
        };
        if (!what.isEmpty()) {
            counts.merge(by + what, 1L, Long::sum);
        }
    }

    /** Who calls whom. */
    private static List<String[]> edges(Model model) {
        var all = new TreeMap<String, String[]>();
        for (Population population : model.populations()) {
            for (Dependency call : population.calls().everything()) {
                all.put(population.name() + ">" + call.service(), new String[] {population.name(), call.service()});
            }
        }
        for (Service service : model.services()) {
            for (Dependency call : service.dependencies()) {
                all.put(service.name() + ">" + call.service(), new String[] {service.name(), call.service()});
            }
        }
        return List.copyOf(all.values());
    }

    @Test
    void what_a_server_sheds_is_told_by_its_reason() {
        String records = recorded("admission-criticality", "told", 12);
        Model model = model("admission-criticality", "told");
        var heard = new TreeMap<String, Long>();
        var listeners = new PolicyListeners(model).admissions("api", event -> {
            if (event instanceof AdmissionEvent.LoadShed shed) {
                heard.merge(shed.reason().name(), 1L, Long::sum);
            }
        });
        world(model, 12, listeners);

        var told = new TreeMap<String, Long>();
        for (JsonNode row :
                asked("drops", "--operation", "api", "--json", records).get("rows")) {
            told.put(row.get("reason").asString(), row.get("n").asLong());
        }
        assertThat(told).isEqualTo(heard).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "retry-layers, every-layer, 5",
        "admission-criticality, told, 3",
        "cells, first, 25",
        "fallback, first, 10"
    })
    void the_map_is_the_graph_of_the_model(String scenario, String named, int seconds) {
        Set<String> variants =
                Objects.requireNonNull(Catalogue.find(scenario)).variants().keySet();
        String variant = variants.contains(named) ? named : variants.iterator().next();
        JsonNode map = asked("map", "--json", recorded(scenario, variant, seconds));
        Set<String> shown = new TreeSet<>();
        for (JsonNode edge : map.get("edges")) {
            shown.add(edge.get("from").asString() + ">" + edge.get("to").asString());
        }
        Set<String> modelled = new TreeSet<>();
        edges(model(scenario, variant)).forEach(edge -> modelled.add(edge[0] + ">" + edge[1]));
        assertThat(shown).isEqualTo(modelled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retry-storm      | budget   | 30 | attempts where n = 2                             | ' +attempt .*' | 2
            hedging-calm     | hedge-p95 | 5 | attempts where hedge                             | ' +hedge .*'   | 1
            critical-section | one-lock | 60 | requests where queue_us > 50000 and parent <> '' | .*queued.*      | 1
            """)
    void a_trace_shows_attempts_and_waits(
            String scenario, String variant, int seconds, String from, String pattern, int times) {
        String records = recorded(scenario, variant, seconds);
        String trace = asked("query", "--json", records, "select trace from " + from + " order by time limit 1")
                .get("rows")
                .get(0)
                .get("trace")
                .asString();
        out.getBuffer().setLength(0);
        assertThat(run("logs", "trace", trace, records)).as(err.toString()).isZero();
        long lines = out.toString()
                .lines()
                .filter(line -> !line.contains("critical path"))
                .filter(line -> line.matches(pattern))
                .count();
        assertThat(lines).as(out.toString()).isEqualTo(times);
    }

    @Test
    void two_variants_are_told_apart_as_releases_are() {
        String before = recorded("breaker-failures", "none", 10);
        String after = recorded("breaker-failures", "one-on-off", 10);
        JsonNode rows = asked("diff", "--releases", "none..one-on-off", "--json", before, after)
                .get("rows");
        assertThat(rows)
                .anyMatch(row -> row.get("operation").asString().equals("callers")
                        && row.get("measure").asString().equals("failures")
                        && row.get("verdict").asString().equals("worse"));
    }

    @Test
    void the_lock_is_warned_of_before_calls_take_long() {
        String records = recorded("critical-section", "one-lock", 90);
        double warned = seconds(
                "min(time) from policies where policy = 'section' and name = 'lock'"
                        + " and (counts ->> 'near')::BIGINT = 1",
                records);
        double slow = seconds(
                "min(time) from (select time_bucket(interval '1 second', time) as time, median(us) as us from requests"
                        + " where operation = 'users' group by 1) where us > 1000000",
                records);
        assertThat(warned).isBetween(40.0, 64.0);
        assertThat(slow).isGreaterThan(warned);
    }

    /** Of the run. */
    private double seconds(String instant, String records) {
        return asked(
                        "query",
                        "--json",
                        records,
                        "select epoch(x) - epoch(timestamp '2000-01-01') as n from (select "
                                + instant.replaceFirst("\\) from", ") as x from") + ")")
                .get("rows")
                .get(0)
                .get("n")
                .asDouble();
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        Path one = Path.of(recorded("retry-layers", "budgets", 25));
        Path other = Path.of(recorded("retry-layers", "budgets", 25, "--seed", "1"));
        try (Stream<Path> files = Files.list(one)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(6);
            for (Path file : all) {
                assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void zeros_are_told_and_nothing_is_lost() {
        String records = recorded("retry-layers", "edge-only", 5);
        JsonNode rows = asked(
                        "query",
                        "--json",
                        records,
                        "select sum(begun - open - written - sampled_out)::BIGINT as missing, sum(late)::BIGINT as late,"
                                + " count(*) as processes from (select * from accounting qualify row_number() over"
                                + " (partition by service, instance order by written desc, time desc) = 1)")
                .get("rows");
        assertThat(rows.get(0).get("missing").asLong()).isZero();
        assertThat(rows.get(0).get("late").asLong()).isZero();
        assertThat(rows.get(0).get("processes").asLong()).isEqualTo(6);
        JsonNode database =
                asked("dependencies", "--operation", "stock", "--json", records).get("rows");
        assertThat(database).hasSize(Outcome.values().length);
    }
}
