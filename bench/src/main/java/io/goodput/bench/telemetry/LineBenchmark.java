package io.goodput.bench.telemetry;

import ch.qos.logback.core.spi.FilterReply;
import org.apache.logging.log4j.core.Filter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A line that is written, because there are few like it: one of 64 templates of a logger, each below its burst. Log4j's
 * own filter has one bucket for all.
 */
@State(Scope.Benchmark)
public class LineBenchmark {
    private static final String[] TEMPLATES = new String[64];

    static {
        for (int i = 0; i < TEMPLATES.length; i++) {
            TEMPLATES[i] =
                    "order {} failed while " + Character.toString('a' + i % 26).repeat(1 + i / 26) + " was open";
        }
    }

    private final LineFilters filters = LineFilters.open();

    /** Which is next; each thread has its own. */
    @State(Scope.Thread)
    public static class Next {
        private int count;

        String template() {
            count++;
            return TEMPLATES[count & (TEMPLATES.length - 1)];
        }
    }

    @Benchmark
    public FilterReply goodputLogback(Next next) {
        return filters.goodputLogback(next.template(), next);
    }

    @Benchmark
    public FilterReply logbackDuplicateMessage(Next next) {
        return filters.duplicateMessage(next.template(), next);
    }

    @Benchmark
    public Filter.Result goodputLog4j(Next next) {
        return filters.goodputLog4j(next.template(), next);
    }

    @Benchmark
    public Filter.Result log4jBurst(Next next) {
        return filters.burst(next.template(), next);
    }
}
