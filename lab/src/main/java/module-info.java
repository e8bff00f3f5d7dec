import org.jspecify.annotations.NullMarked;

/** The lab: scenarios run under virtual time, their claims judged, their reports written. */
@NullMarked
module io.goodput.lab {
    requires static org.jspecify;
    requires transitive io.goodput.sim;
    requires transitive io.goodput.config;
    requires transitive io.goodput.load;
    requires io.goodput.page;
    requires transitive io.goodput.screen;
    requires io.goodput.telemetry;
    requires tools.jackson.databind;
    requires jdk.httpserver;

    exports io.goodput.lab.catalogue;
    exports io.goodput.lab.claim;
    exports io.goodput.lab.fidelity;
    exports io.goodput.lab.json;
    exports io.goodput.lab.lint;
    exports io.goodput.lab.model;
    exports io.goodput.lab.page;
    exports io.goodput.lab.picture;
    exports io.goodput.lab.probe;
    exports io.goodput.lab.records;
    exports io.goodput.lab.result;
    exports io.goodput.lab.run;
    exports io.goodput.lab.scenario;
    exports io.goodput.lab.sweep;
    exports io.goodput.lab.text;
    exports io.goodput.lab.trace;
    exports io.goodput.lab.world;
    exports io.goodput.lab.world.server;

    provides io.goodput.config.DocumentKind with
            io.goodput.lab.scenario.ScenarioKind;
}
