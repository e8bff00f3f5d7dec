import org.jspecify.annotations.NullMarked;

/** The lab: scenarios run under virtual time, their claims judged, their reports written. */
@NullMarked
module io.goodput.lab {
    requires static org.jspecify;
    requires transitive io.goodput.sim;
    requires io.goodput.config;
    requires tools.jackson.databind;

    exports io.goodput.lab.report;
}
