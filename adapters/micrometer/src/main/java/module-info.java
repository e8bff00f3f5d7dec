import org.jspecify.annotations.NullMarked;

/** What guards do and what telemetry counts, as meters of Micrometer. */
@NullMarked
module io.goodput.micrometer {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive io.goodput.telemetry;
    requires transitive micrometer.core;

    exports io.goodput.micrometer;
}
