import org.jspecify.annotations.NullMarked;

/** The questions that records of telemetry answer: models without I/O, and how they look. */
@NullMarked
module io.goodput.logs {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
    requires transitive io.goodput.duckdb;
    requires com.github.luben.zstd_jni;
    requires transitive io.goodput.config;
    requires io.goodput.ion;
    requires io.goodput.page;
    requires transitive io.goodput.screen;
    requires jdk.httpserver;
    requires org.apache.commons.statistics.distribution;
    requires transitive tools.jackson.databind;

    exports io.goodput.logs.compare;
    exports io.goodput.logs.contributors;
    exports io.goodput.logs.cost;
    exports io.goodput.logs.drawing;
    exports io.goodput.logs.figures;
    exports io.goodput.logs.file;
    exports io.goodput.logs.json;
    exports io.goodput.logs.map;
    exports io.goodput.logs.page;
    exports io.goodput.logs.query;
    exports io.goodput.logs.record;
    exports io.goodput.logs.scan;
    exports io.goodput.logs.serve;
    exports io.goodput.logs.source;
    exports io.goodput.logs.table;
    exports io.goodput.logs.tail;
    exports io.goodput.logs.text;
    exports io.goodput.logs.timeline;
    exports io.goodput.logs.wording;

    provides io.goodput.config.DocumentKind with
            io.goodput.logs.cost.PriceListKind;
}
