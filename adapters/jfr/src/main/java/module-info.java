import org.jspecify.annotations.NullMarked;

/** What guards and units of work do, as events of the JDK Flight Recorder. */
@NullMarked
module io.goodput.jfr {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive io.goodput.telemetry;
    requires transitive jdk.jfr;

    exports io.goodput.jfr;
}
