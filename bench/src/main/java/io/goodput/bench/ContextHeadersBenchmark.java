package io.goodput.bench;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The context of a request is read from headers that are in a map: those of any client, of a traced one, and all. */
@State(Scope.Benchmark)
public class ContextHeadersBenchmark {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Map<String, String> bare = Map.of("x-envoy-expected-rq-timeout-ms", "500");
    private final Map<String, String> traced = Map.of("x-envoy-expected-rq-timeout-ms", "500", "traceparent", TRACE);
    private final Map<String, String> full = Map.of(
            "x-envoy-expected-rq-timeout-ms",
            "500",
            "x-goodput-criticality",
            "sheddable",
            "x-goodput-tenant",
            "blue",
            "traceparent",
            TRACE,
            "tracestate",
            "vendor=note,other=thing",
            "x-request-id",
            "5f0c954c-2a0a-4b5b-9a31-6d7d5f3ef6a4");
    private long now = 1_000;

    @Benchmark
    public CallContext bare() {
        return ContextHeaders.read(bare::get, now++, Criticality.CRITICAL);
    }

    @Benchmark
    public CallContext traced() {
        return ContextHeaders.read(traced::get, now++, Criticality.CRITICAL);
    }

    @Benchmark
    public CallContext all() {
        return ContextHeaders.read(full::get, now++, Criticality.CRITICAL);
    }
}
