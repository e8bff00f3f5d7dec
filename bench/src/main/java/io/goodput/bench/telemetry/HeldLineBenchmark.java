package io.goodput.bench.telemetry;

import ch.qos.logback.core.spi.FilterReply;
import org.apache.logging.log4j.core.Filter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A line that is not written, because there were many like it. Ours are counted, and what the latest of them said is
 * kept; the others forget them.
 */
@State(Scope.Benchmark)
public class HeldLineBenchmark {
    private static final String TEMPLATE = "order {} failed while stock was open";
    private static final String ORDER = "17";

    private final LineFilters filters = LineFilters.closed();

    @Benchmark
    public FilterReply goodputLogback() {
        return filters.goodputLogback(TEMPLATE, ORDER);
    }

    @Benchmark
    public FilterReply logbackDuplicateMessage() {
        return filters.duplicateMessage(TEMPLATE, ORDER);
    }

    @Benchmark
    public Filter.Result goodputLog4j() {
        return filters.goodputLog4j(TEMPLATE, ORDER);
    }

    @Benchmark
    public Filter.Result log4jBurst() {
        return filters.burst(TEMPLATE, ORDER);
    }
}
