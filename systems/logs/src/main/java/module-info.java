import org.jspecify.annotations.NullMarked;

/** The questions that records of telemetry answer: models without I/O, and how they look. */
@NullMarked
module io.goodput.logs {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
    requires transitive io.goodput.duckdb;
    requires com.github.luben.zstd_jni;
    requires io.goodput.config;
    requires org.apache.commons.statistics.distribution;

    exports io.goodput.logs.compare;
    exports io.goodput.logs.file;
    exports io.goodput.logs.query;
    exports io.goodput.logs.scan;
    exports io.goodput.logs.table;
    exports io.goodput.logs.tail;
}
