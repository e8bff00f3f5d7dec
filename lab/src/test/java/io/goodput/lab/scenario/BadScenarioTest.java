package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that cannot be run as it is written is refused, with its place, what is wrong and what was expected. */
class BadScenarioTest {
    private static final String PHASES = "- {from: 20s, to: 25s, rate: 80/s}";
    private static final String SERVICE = "{latency: 1s + 10ms * inflight}";
    private static final String CLAIM = "metastable(budget) = 0";
    private static final String RUN = "{for: 200s, seeds: 200, settled: 60s..80s}";
    private static final String DURATION = " (expected: a duration such as 50ms or 2s)";
    private static final String VARIANTS = " (expected: one of none, three-attempts, budget)";

    static Arguments[] keys() {
        return new Arguments[] {
            refused(
                    "about:",
                    "abuot:",
                    "f:3:1: abuot: unknown key (did you mean about? known keys: about, claims, client, clients, faults,"
                            + " figure, goodput, network, policies, run, scenario, service, services, variants, vary,"
                            + " workload)"),
            refused(
                    "arrivals: poisson",
                    "arivals: poisson",
                    "f:5:3: workload.arivals: unknown key (did you mean arrivals? known keys: arrivals, at, clients,"
                            + " every, phases, rate, spread, think)"),
            refused(
                    "each-way",
                    "eachway",
                    "f:9:11: network.eachway: unknown key (did you mean each-way? known keys: across-zones, each-way)"),
            refused(
                    "scenario: retry-storm\n",
                    "",
                    "f:1:1: missing key scenario (expected: a name of a-z, 0-9 and -,"
                            + " starting with a letter, at most 64 long)"),
            refused("rate: 40/s\n", "\n", "f:4:1: workload: missing key rate (expected: a rate from 0/s to 1000000/s)"),
            refused("goodput: 1\n", "", "f:1:1: missing key goodput (expected: goodput: 1, the version of the schema)"),
            refused(
                    "goodput: 1\n",
                    "goodput: 2\nsystems: []\n",
                    "f:1:10: goodput: 2: unknown version of the schema (expected: 1, the one that this program knows)"),
            refused("goodput: 1", "goodput: {}", "f:1:1: goodput: found a block of keys (expected: a single value)"),
            refused(
                    "arrivals: poisson",
                    "arrivals: possion",
                    "f:5:13: workload.arrivals: possion: unknown, did you mean poisson? (expected: one of poisson,"
                            + " constant, closed, periodic, once)"),
            refused(
                    "arrivals: poisson",
                    "arrivals: closed",
                    "f:6:9: workload.rate: not for these arrivals (with arrivals: closed, known keys: arrivals, clients,"
                            + " phases, think)"),
            refused("rate: 40/s", "rate: 40", "f:6:9: workload.rate: 40: missing unit (expected: a rate such as 40/s)"),
            refused(
                    "rate: 40/s",
                    "rate: 1000001/s",
                    "f:6:9: workload.rate: 1000001/s: above 1000000/s (expected: a rate from 0/s to 1000000/s)"),
            refused("exponential(100ms)", "-100ms", "f:9:21: network.each-way: -100ms: negative duration" + DURATION),
            refused("timeout: 3s", "timeout: 3", "f:11:19: client.timeout: 3: missing unit" + DURATION),
        };
    }

    static Arguments[] phases() {
        return new Arguments[] {
            refused(
                    PHASES,
                    "- {from: 25s, to: 20s, rate: 80/s}",
                    "f:8:7: workload.phases[0]: ends at 20s, not after its start at 25s"),
            refused(
                    PHASES,
                    "- {from: 25s, to: 25s, rate: 80/s}",
                    "f:8:7: workload.phases[0]: ends at 25s, not after its start at 25s"),
            refused(
                    PHASES,
                    PHASES + "\n    - {from: 24s, to: 30s, rate: 60/s}",
                    "f:9:7: workload.phases[1]: 24s..30s overlaps the phase 20s..25s (expected: phases one after the"
                            + " other)"),
            refused(
                    PHASES,
                    "- {from: 200s, to: 210s, rate: 80/s}",
                    "f:8:7: workload.phases[0]: starts at 200s, when the run has ended (expected: before 200s)"),
            refused(
                    PHASES,
                    "- {from: 20s, to: 25s, rate: 80/s..90}",
                    "f:8:34: workload.phases[0].rate: 90: missing unit (expected: a rate such as 40/s)"),
            refused(
                    PHASES,
                    "- {from: 20s, to: 25s, rate: 1/s..2000000/s}",
                    "f:8:34: workload.phases[0].rate: 1/s..2000000/s: too high (expected: at most 1000000/s)"),
            refused(
                    PHASES,
                    "- {from: 20s, to: 25s, clients: 8}",
                    "f:8:7: workload.phases[0]: missing key rate (expected: a rate such as 80/s or a ramp such as"
                            + " 1/s..66/s)\nf:8:28: workload.phases[0].clients: unknown key (known keys: from, rate, to)"),
            refused(
                    PHASES,
                    IntStream.rangeClosed(0, 1000)
                            .mapToObj(i -> "- {from: %dms, to: %dms, rate: 1/s}".formatted(i, i + 1))
                            .collect(Collectors.joining("\n    ")),
                    "f:7:3: workload.phases: has 1001 phases (expected: at most 1000)"),
        };
    }

    static Arguments[] services() {
        return new Arguments[] {
            refused(
                    SERVICE,
                    "{latency: 1s, queue: 10}",
                    "f:10:1: service: has a queue without slots (expected: slots, the requests worked on at a time)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 10, cores: 2}",
                    "f:10:1: service: has several kinds of capacity (expected: one of slots with a queue, cores that"
                            + " requests share, usl, row, instances, server)"),
            refused(
                    SERVICE,
                    "{latency: 1s, cores: 2, nudge: {small: 1ms, large: 9ms}}",
                    "f:10:34: service.nudge: without slots (expected: beside slots and a queue, whose order it changes)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 1, queue: 9, nudge: {small: 9ns, large: 9ns}}",
                    "f:10:44: service.nudge: large: 9ns with small: 9ns (expected: small from 0ns on, and large above"
                            + " it)"),
            refused(
                    SERVICE,
                    "{latency: 1s, cores: 2, read: 1ms}",
                    "f:10:40: service.read: without slots (expected: beside slots and a queue, which requests enter when they have been read)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 1, read: 1ms}",
                    "f:10:40: service.read: without a queue (expected: slots and a queue, which requests enter when they have been read)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 1, queue: 9, nudge: {small: 1ms, large: 9ms}, read: 1ms}",
                    "f:10:83: service.read: beside nudge (expected: one of the two)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 0}",
                    "f:10:31: service.slots: 0: below 1 (expected: a whole number from 1 to 1000000)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 2, meter: {critical-section: standard}}",
                    "f:10:1: service: service: has a critical section (expected: with slots: 1)"),
            refused(
                    SERVICE,
                    "{latency: 1s, slots: 1, meter: {littles-law: standard}}",
                    "f:10:34: service.meter: littles-law: holds of every run (expected: critical-section alone)"),
            latency(
                    "expontial(1s)",
                    "expontial(…): unknown distribution, did you mean exponential? (expected: one of exponential,"
                            + " normal, lognormal, weibull, bimodal, file)"),
            latency(
                    "normal(mean=1s, ds=2s)",
                    "normal(…): unknown argument ds, did you mean sd? (expected: normal(mean, sd))"),
            latency("normal(mean=1s, mean=2s)", "normal(…): has mean twice (expected: normal(mean, sd))"),
            latency("normal(1s)", "normal(…): has 1 arguments (expected: normal(mean, sd))"),
            latency("exponential()", "exponential(…): has 0 arguments (expected: exponential(mean))"),
            latency("exponential(1)", "1: missing unit" + DURATION),
            latency("exponential(0s)", "mean: 0.0 (expected: > 0 and <= 2^60)"),
            latency("weibull(x, 1s)", "x: not a number (expected: a number such as 0.5)"),
            latency("exponential(1s", "exponential(1s: ends too soon (expected: , or ))"),
            latency("1s)", "1s): unexpected ) (expected: +, * inflight, or the end)"),
            latency(
                    "1s +",
                    "1s +: ends too soon (expected: a duration such as 10ms or a distribution such as"
                            + " exponential(10ms))"),
            latency("1s \"x", "1s \"x: a quote is not closed"),
            latency("inflight", "inflight: missing factor (expected: a term such as 10ms * inflight)"),
            latency("1s * 2s", "2s: cannot be multiplied (expected: a duration * inflight)"),
            latency("exponential(1s) * inflight", "exponential(…) (expected: a duration such as 10ms)"),
            latency(
                    "1ms * inflight + 2ms * inflight",
                    "1ms * inflight + 2ms * inflight: inflight twice (expected: at most one term with it)"),
            latency("exponential\"(\"1s)", "exponential: does not start with a number" + DURATION),
            latency("1s + ".repeat(300) + "1s", "1s + ".repeat(12) + "…: has 1502 characters (expected: at most 1000)"),
            latency(
                    "exponential(".repeat(30) + "1s" + ")".repeat(30),
                    "exponential(".repeat(5) + "…: nested too deeply"),
        };
    }

    static Arguments[] plans() {
        return new Arguments[] {
            refused(
                    RUN,
                    "{for: 200s, settled: 60s..201s}",
                    "f:16:1: run: for: 200s ends before the settled window 60s..201s (expected: at least 201s)"),
            refused(
                    RUN,
                    "{for: 200s, settled: 60s..60.05s}",
                    "f:16:1: run: settled: 1m..60.05s (expected: multiples of" + " 100ms)"),
            refused(
                    RUN,
                    "{for: 200s, settled: 80s..60s}",
                    "f:16:27: run.settled: 80s..1m: does not end after its start (expected: a span such as 60s..80s)"),
            refused(RUN, "{for: 2d}", "f:16:12: run.for: 2d: above 1d (expected: a duration from 1s to 1d)"),
            refused(
                    RUN,
                    "{for: 200s, seeds: 0}",
                    "f:16:25: run.seeds: 0: below 1 (expected: a whole number from 1 to 10000)"),
            refused(
                    RUN,
                    "{for: 200s, first-seed: -1}",
                    "f:16:30: run.first-seed: -1: below 0 (expected: a whole number from 0 to 2147483647)"),
            refused(
                    RUN,
                    "{for: 1d, seeds: 10000}",
                    "f:16:1: run: up to 2e+11 requests in all (expected: at most 1e+10: fewer calls, a shorter run or"
                            + " fewer seeds)"),
        };
    }

    static Arguments[] policiesAndClaims() {
        return new Arguments[] {
            refused(
                    "  none: {}",
                    "  None: {}",
                    "f:13:3: policies.None: cannot be a name (expected: a name of a-z, 0-9 and -, starting with a"
                            + " letter, at most 64 long)"),
            refused(
                    "  none: {}",
                    "  none: {retry: {budget: {capacity: 0.5, deposit: 0}}}",
                    "f:13:37: policies.none.retry.budget.capacity: 0.5: below 1 (expected: a number from 1 to"
                            + " 1000000000)"),
            refused(
                    "  none: {}",
                    "  none: {timeout: 1s, hedge: standard}",
                    "f:13:30: policies.none.hedge: not simulated: the call is not idempotent, so it would not be hedged"
                            + " (expected: no key hedge)"),
            refused(
                    "metastable(budget) = 0",
                    "warned(budget, service) > 1s",
                    "f:19:5: claims[1]: service: nothing warns of it (expected: a service with meter: {critical-section:"
                            + " standard})"),
            refused(
                    "client: {timeout: 3s}",
                    "client:\n  timeout: 3s\n  balance: {endpoints: [a]}",
                    "f:13:3: client.balance: not simulated: there is one server, so there is nothing to choose from"
                            + " (expected: no key balance)"),
            claim("metastable(bugdet) = 0", "bugdet: unknown variant, did you mean budget?" + VARIANTS),
            claim("metastable(nobody) = 0", "nobody: unknown variant" + VARIANTS),
            claim(
                    "goodptu(none) > 1/s",
                    "goodptu: unknown metric, did you mean goodput? (expected: one of goodput, throughput, attempts,"
                            + " amplification, metastable, recovery, recovered, p50, p99, p999, p9999, mean, success,"
                            + " timeouts, refused, inflight, peak, finished, surge, warned)"),
            claim(
                    "goodput(none) < 2s",
                    "goodput(none) < 2s: the sides cannot be compared (expected: on the right, a rate such as 40/s)"),
            claim(
                    "goodput(none) < 40",
                    "goodput(none) < 40: the sides cannot be compared (expected: on the right, a rate such as 40/s)"),
            claim(
                    "goodput(none) < p50(none)",
                    "goodput(none) < p50(none): the sides cannot be compared (expected: on the right, a rate such as"
                            + " 40/s)"),
            claim(
                    "p99(none) < 50%",
                    "p99(none) < 50%: the sides cannot be compared (expected: on the right, a duration such as 2s)"),
            claim(
                    "metastable(none) = 1/s",
                    "metastable(none) = 1/s: the sides cannot be compared (expected: on the right, a number such as"
                            + " 0.7 or a share such as 70%)"),
            claim("goodput(none) within 2 of 40/s", "2: missing unit (expected: a rate such as 40/s)"),
            claim(
                    "40/s < goodput(none)",
                    "40/s < goodput(none): unexpected < (expected: a figure such as" + " goodput(none) on the left)"),
            claim("goodput(none)", "goodput(none): ends too soon (expected: one of < <= > >= =, or within)"),
            claim("goodput(none) ~ 1/s", "goodput(none) ~ 1/s: unexpected ~ (expected: one of < <= > >= =, or within)"),
            claim("goodput(none) > 1/s or more", "goodput(none) > 1/s or more: unexpected or (expected: nothing more)"),
            claim("goodput() > 1/s", "goodput(…) (expected: goodput(variant), with a part or a span)"),
            claim("goodput(p=none) > 1/s", "goodput(…) (expected: goodput(variant), with a part or a span)"),
            claim("metastable(none) = -1", "-1: negative duration" + DURATION),
            claim("goodput(none) > x * goodput(budget)", "x: not a number (expected: a number such as 2)"),
            refused(
                    Texts.EXAMPLE.substring(Texts.EXAMPLE.indexOf("  - metastable")),
                    "  []\n",
                    "f:17:1: claims: has 0 claims (expected: 1 to 200, or no key claims)"),
        };
    }

    @ParameterizedTest
    @MethodSource({"keys", "phases", "services", "plans", "policiesAndClaims"})
    void is_refused(String part, String instead, String message) {
        refuses(Texts.with(part, instead), message);
    }

    @Test
    void recovery_is_not_claimed_where_nothing_is_disturbed() {
        refuses(
                Texts.with("  phases:\n    " + PHASES + "\n", "").replace(CLAIM, "recovery(budget) < 10s"),
                "f:17:5: claims[1]: recovery(…): cannot be evaluated, nothing is disturbed (expected: phases in the"
                        + " workload, or faults)");
    }

    @Test
    void recovery_is_not_claimed_where_the_run_ends_too_soon_to_see_it() {
        String late = Texts.with(PHASES, "- {from: 190s, to: 195001ms, rate: 80/s}");
        Texts.parse(late);
        Texts.parse(late.replace("195001ms", "195s").replace(CLAIM, "recovered(budget) = 1"));
        refuses(
                late.replace(CLAIM, "recovered(budget) = 1"),
                "f:19:5: claims[1]: recovered(…): cannot be evaluated, the run ends too soon after the last phase or"
                        + " fault (expected: 5s or more)");
    }

    @Test
    void there_are_one_to_fifty_policies() {
        refuses(small("{}"), "f:5:1: policies: has 0 policies (expected: 1 to 50)");
        String many =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "p" + i + ": {}").collect(Collectors.joining(", "));
        refuses(small("{" + many + "}"), "f:5:1: policies: has 51 policies (expected: 1 to 50)");
    }

    @Test
    void clients_whose_calls_take_no_time_are_refused_because_they_would_stop_the_clock() {
        String instant = "clients that do not think, and may be answered or refused at once, call without end"
                + " (expected: a think time, or a network delay and policies that drop no calls)";
        refuses(closed("{latency: 0s}", "{}"), "f:6:1: run: " + instant);
        refuses(closed("{latency: 1s, slots: 4, queue: 5}", "{}"), "f:6:1: run: " + instant);
        refuses(closed("{latency: 1s, slots: 4, queue: 6}", "{timeout: 1s}"), "f:6:1: run: " + instant);
        for (String drops : List.of(
                "throttle: standard",
                "rate-limit: 5/s",
                "breaker: standard",
                "limit: 5",
                "retry: {adaptive-rate: standard}")) {
            refuses(closed("{latency: 1s}", "{" + drops + "}"), "f:6:1: run: " + instant);
        }
        Texts.parse(closed("{latency: 1s, slots: 4, queue: 6}", "{}"));
        Texts.parse(closed("{latency: 1s}", "{timeout: 1s}"));
    }

    private static String small(String policies) {
        return "goodput: 1\nscenario: s\nworkload: {rate: 1/s}\nservice: {latency: 1ms}\npolicies: " + policies
                + "\nrun: {for: 10s}\n";
    }

    private static String closed(String service, String policy) {
        return small("{p: " + policy + "}")
                .replace("{rate: 1/s}", "{arrivals: closed, clients: 10}")
                .replace("{latency: 1ms}", service);
    }

    @Test
    void a_list_is_no_scenario() {
        refuses("- goodput: 1\n", "f:1:1: found a list (expected: a block of keys)");
    }

    @Test
    void an_alias_is_refused() {
        refuses(
                Texts.with("budget: {retry:", "budget: *x #"),
                "f:15:11: aliases are not supported (expected: the value itself, or * in quotes)");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_by_its_name(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.yaml");
        refusesFile(none, none + ": no such file (expected: a YAML file of at most 1 MiB)");
        refusesFile(folder, folder + ": is a directory (expected: a YAML file of at most 1 MiB)");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(50_000_000);
        }
        refusesFile(huge, huge + ": larger than 1 MiB (expected: a YAML file of at most 1 MiB)");
    }

    @Test
    void a_file_without_permission_is_refused(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.yaml"), Texts.EXAMPLE);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(secret), "permissions do not bind this user");
        refusesFile(secret, secret + ": no permission to read it (expected: a YAML file of at most 1 MiB)");
    }

    private static Arguments refused(String part, String instead, String message) {
        return Arguments.of(part, instead, message);
    }

    private static Arguments latency(String latency, String message) {
        return refused(SERVICE, "{latency: '" + latency + "'}", "f:10:20: service.latency: " + message);
    }

    private static Arguments claim(String claim, String message) {
        return refused(CLAIM, claim, "f:19:5: claims[1]: " + message);
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Texts.parse(text))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    private static void refusesFile(Path file, String message) {
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(message);
    }
}
