import org.jspecify.annotations.NullMarked;

/** One record for each unit of work, sampled, counted and written, so that nothing is lost without being told. */
@NullMarked
module io.goodput.telemetry {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires java.management;
    requires jdk.management;
    requires com.github.luben.zstd_jni;

    exports io.goodput.telemetry;
    exports io.goodput.telemetry.aggregate;
    exports io.goodput.telemetry.cadence;
    exports io.goodput.telemetry.contributor;
    exports io.goodput.telemetry.expose;
    exports io.goodput.telemetry.file;
    exports io.goodput.telemetry.frame;
    exports io.goodput.telemetry.policy;
    exports io.goodput.telemetry.process;
    exports io.goodput.telemetry.record;
    exports io.goodput.telemetry.sample;
    exports io.goodput.telemetry.scale;
    exports io.goodput.telemetry.text;
}
