package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.property.StringLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextHeadersTest {
    private static final long MILLI = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void a_context_arrives_as_it_was_sent_though_the_clocks_differ() {
        var sent = new CallContext(
                new Deadline(700 * MILLI), Criticality.SHEDDABLE_PLUS, "blue", TRACE, "vendor=note", "request-7");

        Map<String, String> headers = written(sent, 200 * MILLI);
        CallContext received = ContextHeaders.read(headers::get, 9_000 * MILLI, Criticality.CRITICAL_PLUS);

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "x-envoy-expected-rq-timeout-ms", "500",
                        "x-goodput-criticality", "sheddable-plus",
                        "x-goodput-tenant", "blue",
                        "traceparent", TRACE,
                        "tracestate", "vendor=note",
                        "x-request-id", "request-7"));
        assertThat(received)
                .isEqualTo(new CallContext(
                        new Deadline(9_500 * MILLI),
                        Criticality.SHEDDABLE_PLUS,
                        "blue",
                        TRACE,
                        "vendor=note",
                        "request-7"));
    }

    @Property
    void the_time_that_arrives_is_never_longer_than_the_time_that_was_left(
            @ForAll @LongRange(min = 0, max = 1L << 61) long deadline,
            @ForAll @LongRange(min = 0, max = 1L << 61) long now,
            @ForAll @LongRange(min = 0, max = 1L << 61) long elsewhere) {
        Map<String, String> headers = written(CallContext.NONE.within(new Deadline(deadline)), now);

        long arrived = ContextHeaders.read(headers::get, elsewhere, Criticality.CRITICAL)
                .deadline()
                .remaining(elsewhere);

        long left = new Deadline(deadline).remaining(now);
        assertThat(arrived).isLessThanOrEqualTo(left).isGreaterThan(left - MILLI);
    }

    @Test
    void without_a_deadline_none_is_sent() {
        assertThat(written(CallContext.NONE, 5)).containsOnlyKeys("x-goodput-criticality");
        assertThat(ContextHeaders.read(_ -> null, 5, Criticality.CRITICAL)).isEqualTo(CallContext.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1H,3600000000000",
        "2M,120000000000",
        "3S,3000000000",
        "250m,250000000",
        "40u,40000",
        "99999999n,99999999"
    })
    void grpc_timeout_is_read_in_all_its_units(String header, long nanos) {
        assertThat(readDeadline(Map.of("grpc-timeout", header), 7)).isEqualTo(7 + nanos);
    }

    @Test
    void the_earlier_of_two_deadlines_counts() {
        assertThat(readDeadline(Map.of("grpc-timeout", "3S", "x-envoy-expected-rq-timeout-ms", "20"), 0))
                .isEqualTo(20 * MILLI);
        assertThat(readDeadline(Map.of("grpc-timeout", "3m", "x-envoy-expected-rq-timeout-ms", "20"), 0))
                .isEqualTo(3 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-5m", "123456789m", "5", "5 m", "5s", "+5S", "٣m", "1e3m"})
    void a_grpc_timeout_that_is_not_well_formed_is_none(String header) {
        assertThat(readDeadline(Map.of("grpc-timeout", header), 7)).isEqualTo(NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "ten", "9999999999999999999", "999999999999999999"})
    void a_number_of_milliseconds_that_is_none_or_too_large_is_no_deadline(String header) {
        assertThat(readDeadline(Map.of("x-envoy-expected-rq-timeout-ms", header), 7))
                .isEqualTo(NEVER);
    }

    @Test
    void nobody_is_more_critical_than_the_reader_allows() {
        Map<String, String> boasting = Map.of("x-goodput-criticality", "critical-plus");
        assertThat(criticality(boasting, Criticality.SHEDDABLE_PLUS)).isEqualTo(Criticality.SHEDDABLE_PLUS);
        assertThat(criticality(boasting, Criticality.CRITICAL_PLUS)).isEqualTo(Criticality.CRITICAL_PLUS);
        assertThat(criticality(Map.of("x-goodput-criticality", "sheddable"), Criticality.CRITICAL))
                .isEqualTo(Criticality.SHEDDABLE);
        assertThat(criticality(Map.of("x-goodput-criticality", "URGENT"), Criticality.CRITICAL))
                .isEqualTo(Criticality.CRITICAL);
    }

    @Test
    void what_could_harm_a_log_or_a_header_is_neither_read_nor_sent() {
        for (String tenant : List.of("", " ", "a\nb", "é", "x".repeat(257))) {
            assertThat(ContextHeaders.read(Map.of("x-goodput-tenant", tenant)::get, 0, Criticality.CRITICAL)
                            .tenant())
                    .isNull();
            assertThat(written(CallContext.NONE.withTenant(tenant), 0)).doesNotContainKey("x-goodput-tenant");
        }
        assertThat(written(CallContext.NONE.withTrace("not a trace"), 0)).doesNotContainKey("traceparent");
        for (String zeros : List.of(
                TRACE.replaceAll("-[0-9a-f]{32}-", "-" + "0".repeat(32) + "-"),
                TRACE.replaceAll("-[0-9a-f]{16}-", "-" + "0".repeat(16) + "-"))) {
            assertThat(written(CallContext.NONE.withTrace(zeros), 0)).doesNotContainKey("traceparent");
        }
    }

    @Test
    void a_header_that_came_twice_is_none_but_the_state_of_the_trace() {
        Map<String, List<String>> twice = Map.of(
                "x-envoy-expected-rq-timeout-ms", List.of("500", "500"),
                "grpc-timeout", List.of("1S", "1S"),
                "x-goodput-criticality", List.of("sheddable", "sheddable"),
                "x-goodput-tenant", List.of("blue", "red"),
                "x-request-id", List.of("a", "b"),
                "traceparent", List.of(TRACE, TRACE));
        Map<String, List<String>> stateTwice = Map.of(
                "traceparent",
                List.of(TRACE),
                "tracestate",
                List.of("a=1", "b=2"),
                "x-goodput-tenant",
                List.of("blue"));

        assertThat(readAll(twice)).isEqualTo(CallContext.NONE);
        assertThat(readAll(Map.of())).isEqualTo(CallContext.NONE);
        assertThat(readAll(stateTwice))
                .isEqualTo(CallContext.NONE
                        .withTrace(TRACE)
                        .withTraceState("a=1,b=2")
                        .withTenant("blue"));
    }

    private static CallContext readAll(Map<String, List<String>> headers) {
        return ContextHeaders.readAll(name -> headers.getOrDefault(name, List.of()), 0, Criticality.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-011",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331_01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void a_trace_that_is_not_well_formed_is_none(String trace) {
        assertThat(ContextHeaders.read(Map.of("traceparent", trace)::get, 0, Criticality.CRITICAL)
                        .trace())
                .isNull();
        assertThat(written(CallContext.NONE.withTrace(trace), 0)).doesNotContainKey("traceparent");
    }

    @Test
    void the_state_of_a_trace_goes_nowhere_without_the_trace() {
        CallContext stray = CallContext.NONE.withTraceState("vendor=note");

        assertThat(written(stray, 0)).doesNotContainKey("tracestate");
        assertThat(written(stray.withTrace("not a trace"), 0)).doesNotContainKey("tracestate");
        assertThat(ContextHeaders.read(Map.of("tracestate", "vendor=note")::get, 0, Criticality.CRITICAL))
                .isEqualTo(CallContext.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\tb", "é", "a\u007f"})
    void a_request_id_that_could_harm_a_log_is_neither_read_nor_sent(String id) {
        assertThat(ContextHeaders.read(Map.of("x-request-id", id)::get, 0, Criticality.CRITICAL)
                        .requestId())
                .isNull();
        assertThat(written(CallContext.NONE.withRequestId(id), 0)).doesNotContainKey("x-request-id");
    }

    @Test
    void a_request_id_is_bounded() {
        assertThat(written(CallContext.NONE.withRequestId("x".repeat(128)), 0)).containsKey("x-request-id");
        assertThat(written(CallContext.NONE.withRequestId("x".repeat(129)), 0)).doesNotContainKey("x-request-id");
    }

    @Property
    void what_a_context_names_arrives_as_it_was_sent(@ForAll("named") CallContext sent) {
        Map<String, String> headers = written(sent, 0);

        CallContext received = ContextHeaders.read(headers::get, 0, Criticality.CRITICAL);

        assertThat(received).isEqualTo(sent);
        assertThat(written(received, 0)).isEqualTo(headers);
    }

    @Provide
    Gen<CallContext> named() {
        Gen<Character> printable = Gen.chars('!', '~');
        Gen<@Nullable String> tenants = Gen.strings(printable, 1, 256).orNull(0.2);
        Gen<@Nullable String> requestIds = Gen.strings(printable, 1, 128).orNull(0.2);
        Gen<String> spans = Gen.longs(1, Long.MAX_VALUE).map(id -> "00-%032x-%016x-01".formatted(id, id));
        Gen<@Nullable String> states = states().orNull(0.2);
        return choices -> CallContext.NONE
                .withTenant(tenants.from(choices))
                .withRequestId(requestIds.from(choices))
                .withTrace(spans.from(choices))
                .withTraceState(states.from(choices));
    }

    /** Up to 32 members, which together fit. */
    private static Gen<String> states() {
        Gen<Character> ends = Gen.of('!', '+', '-', '<', '>', '~', 'a');
        Gen<List<String>> values = Gen.strings(ends, 1, 10).list(1, TraceState.MOST_MEMBERS);
        return values.map(all -> IntStream.range(0, all.size())
                .mapToObj(i -> "k" + i + "=" + all.get(i))
                .collect(Collectors.joining(",")));
    }

    @Property
    void no_header_breaks_the_reader(@ForAll @StringLength(max = 40) String text) {
        CallContext read = ContextHeaders.read(_ -> text, 7, Criticality.CRITICAL);

        assertThat(read.deadline().nanos()).isGreaterThanOrEqualTo(7);
    }

    private static Map<String, String> written(CallContext context, long now) {
        Map<String, String> headers = new HashMap<>();
        ContextHeaders.write(context, now, headers::put);
        return headers;
    }

    private static long readDeadline(Map<String, String> headers, long now) {
        return ContextHeaders.read(headers::get, now, Criticality.CRITICAL)
                .deadline()
                .nanos();
    }

    private static Criticality criticality(Map<String, String> headers, Criticality atMost) {
        return ContextHeaders.read(headers::get, 0, atMost).criticality();
    }
}
