import org.jspecify.annotations.NullMarked;

/** What guards and units of work do, as spans and metrics of OpenTelemetry. */
@NullMarked
module io.goodput.otel {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive io.goodput.telemetry;
    requires transitive io.opentelemetry.api;
    requires transitive io.opentelemetry.sdk.common;
    requires transitive io.opentelemetry.sdk.metrics;
    requires transitive io.opentelemetry.sdk.trace;
    requires io.opentelemetry.context;

    exports io.goodput.otel;
}
