package io.goodput.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import io.goodput.load.HttpTarget;
import io.goodput.load.PlantedServer;
import io.goodput.load.PlantedServer.Request;
import io.goodput.load.RequestOutcome;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.http.WireProtocol;
import io.goodput.load.result.LoadJson;
import io.goodput.load.result.LoadText;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.result.RequestCounts;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real sockets: what is counted, never how long it took. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadRunTest {
    private static final Duration WARM_UP = Duration.ofMillis(100);
    private static final Duration TIME = Duration.ofMillis(500);

    private static TrafficClass traffic(
            String name, double rate, @Nullable Duration deadline, @Nullable Criticality criticality, String... urls) {
        List<WeightedTarget> targets = new ArrayList<>();
        for (String url : urls) {
            targets.add(new WeightedTarget(HttpTarget.of(url, null), 1));
        }
        return new TrafficClass(name, rate, deadline, criticality, targets);
    }

    private static OpenPlan open(int mostRequests, TrafficClass... classes) {
        return new OpenPlan(List.of(classes), false, 1, WARM_UP, TIME, mostRequests, 10_000);
    }

    private static MeasuredLoad run(OpenPlan plan, HttpSettings settings) throws InterruptedException {
        return new LoadRun(settings, _ -> {}).open(plan);
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void what_is_counted_is_what_the_server_received(WireProtocol protocol) throws InterruptedException {
        try (var server = PlantedServer.plain(
                protocol == WireProtocol.HTTP_2,
                request -> request.answer(request.path().equals("/b") ? 503 : 200, 7))) {
            HttpSettings settings = HttpSettings.STANDARD.protocol(protocol).threads(2);

            MeasuredLoad result =
                    run(open(100_000, traffic("a", 400, null, null, server.url("/a"), server.url("/b"))), settings);

            RequestCounts total = result.total();
            assertThat(total.offered()).isEqualTo(200);
            assertThat(total.sent() + total.warmUp())
                    .isEqualTo(server.received().size())
                    .isEqualTo(239);
            assertThat(result.rows()).hasSize(2);
            assertThat(result.rows().get(0).counts().answers()).containsOnlyKeys(RequestOutcome.GOOD);
            assertThat(result.rows().get(1).counts().statuses()).containsOnlyKeys(503);
            assertThat(total.bytes()).isEqualTo(7 * 200);
        }
    }

    @Test
    void each_class_carries_its_own_deadline_and_criticality() throws InterruptedException {
        try (var server = PlantedServer.plain(false, request -> request.answer(200, 0))) {
            MeasuredLoad result = run(
                    open(
                            100_000,
                            traffic(
                                    "vital",
                                    100,
                                    Duration.ofSeconds(30),
                                    Criticality.CRITICAL_PLUS,
                                    server.url("/vital")),
                            traffic("batch", 50, null, null, server.url("/batch"))),
                    HttpSettings.STANDARD);

            assertThat(result.classes()).extracting(TrafficClass::name).containsExactly("vital", "batch");
            assertThat(result.of(result.classes().getFirst()).offered()).isEqualTo(50);
            assertThat(result.of(result.classes().getLast()).offered()).isEqualTo(25);
            for (Request request : server.received()) {
                boolean isVital = request.path().equals("/vital");
                String remaining = request.header(ContextHeaders.REMAINING_MS);
                assertThat(request.header(ContextHeaders.CRITICALITY)).isEqualTo(isVital ? "critical-plus" : null);
                if (isVital) {
                    assertThat(Long.parseLong(Objects.requireNonNull(remaining)))
                            .isBetween(1L, 30_000L);
                } else {
                    assertThat(remaining).isNull();
                }
            }
        }
    }

    @Test
    void an_answer_after_the_deadline_of_its_class_is_late() throws InterruptedException {
        try (var server = PlantedServer.plain(false, request -> request.answerAfter(20, 200))) {
            MeasuredLoad result = run(
                    open(
                            100_000,
                            traffic("hurried", 100, Duration.ofMillis(10), null, server.url("/")),
                            traffic("patient", 100, Duration.ofSeconds(30), null, server.url("/"))),
                    HttpSettings.STANDARD);

            assertThat(result.of(result.classes().getFirst()).late()).isEqualTo(50);
            assertThat(result.of(result.classes().getLast()).inTime()).isEqualTo(50);
        }
    }

    @Test
    void a_server_that_stalls_is_seen_by_all_that_were_due_meanwhile() throws InterruptedException {
        List<Request> held = new ArrayList<>();
        var count = new AtomicInteger();
        // From the 100th to the 250th nothing is answered, then all at once: the first of them has waited for longest.
        try (var server = PlantedServer.plain(false, request -> {
            int number = count.incrementAndGet();
            if (number >= 100 && number < 250) {
                held.add(request);
            } else {
                held.forEach(each -> each.answer(200, 0));
                held.clear();
                request.answer(200, 0);
            }
        })) {
            MeasuredLoad result = run(
                    open(100_000, traffic("a", 1_000, null, null, server.url("/"))),
                    HttpSettings.STANDARD.connections(400));

            // A request each millisecond: 150 were held up, for as many milliseconds as were due after them.
            RequestCounts total = result.total();
            assertThat(total.inTime()).isEqualTo(500);
            assertThat(total.latencies().percentile(1)).isGreaterThan(140e6);
            assertThat(total.latencies().percentile(1 - 75 / 500.0)).isGreaterThan(65e6);
        }
    }

    @Test
    void requests_wait_for_one_of_few_connections_and_their_wait_counts() throws InterruptedException {
        try (var server = PlantedServer.plain(false, request -> request.answerAfter(10, 200))) {
            MeasuredLoad result = run(
                    open(100_000, traffic("a", 200, null, null, server.url("/"))),
                    HttpSettings.STANDARD.connections(1));

            // One connection carries 100 a second at best: the last one waits for half of all.
            assertThat(server.connections()).isEqualTo(1);
            assertThat(result.total().inTime()).isEqualTo(100);
            assertThat(result.total().latencies().percentile(1)).isGreaterThan(500e6);
        }
    }

    @Test
    void a_closed_load_keeps_its_connections_busy_until_its_bound() throws InterruptedException {
        try (var server = PlantedServer.plain(true, request -> request.answer(200, 0))) {
            var plan = new ClosedPlan(
                    List.of(traffic("a", 1, null, null, server.url("/"))),
                    1,
                    Duration.ZERO,
                    Duration.ofMinutes(1),
                    500,
                    8);
            HttpSettings settings = HttpSettings.STANDARD
                    .protocol(WireProtocol.HTTP_2)
                    .connections(2)
                    .streams(4);

            MeasuredLoad result = new LoadRun(settings, _ -> {}).closed(plan);

            assertThat(server.received()).hasSize(500);
            assertThat(server.connections()).isEqualTo(2);
            assertThat(result.total().inTime()).isEqualTo(500);
        }
    }

    @Test
    void a_load_ends_after_so_many_requests_and_its_reports_carry_the_figures() throws InterruptedException {
        try (var server = PlantedServer.plain(false, request -> request.answer(500, 0))) {
            MeasuredLoad result = run(
                    open(120, traffic("a", 1_000, Duration.ofSeconds(1), null, server.url("/x?key=secret"))),
                    HttpSettings.STANDARD);

            assertThat(server.received()).hasSize(120);
            assertThat(LoadText.render(result))
                    .contains("a: 21 5xx", "Valid: no: no good answer")
                    .doesNotContain("secret");
            assertThat(LoadJson.render(List.of(result), "./goodput load \"x\""))
                    .startsWith("{\n  \"goodput\": 1,\n  \"command\": \"./goodput load \\\"x\\\"\",\n")
                    .contains("\"5xx\": 21", "\"500\": 21", "\"deadline\": 1.0", "\"p50\": null", "\"valid\": false")
                    .doesNotContain("secret");
        }
    }
}
