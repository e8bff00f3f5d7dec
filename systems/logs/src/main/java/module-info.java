import org.jspecify.annotations.NullMarked;

/** The questions that records of telemetry answer: models without I/O, and how they look. */
@NullMarked
module io.goodput.logs {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
    requires tools.jackson.databind;

    exports io.goodput.logs.json;
    exports io.goodput.logs.record;
    exports io.goodput.logs.source;
    exports io.goodput.logs.text;
    exports io.goodput.logs.timeline;
}
