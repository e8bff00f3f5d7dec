import org.jspecify.annotations.NullMarked;

/** The questions that records of telemetry answer: models without I/O, and how they look. */
@NullMarked
module io.goodput.logs {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
    requires io.goodput.uplot;
    requires tools.jackson.databind;
    requires jdk.httpserver;

    exports io.goodput.logs.figures;
    exports io.goodput.logs.json;
    exports io.goodput.logs.map;
    exports io.goodput.logs.page;
    exports io.goodput.logs.drawing;
    exports io.goodput.logs.record;
    exports io.goodput.logs.serve;
    exports io.goodput.logs.source;
    exports io.goodput.logs.text;
    exports io.goodput.logs.timeline;
}
