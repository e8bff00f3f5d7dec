package io.goodput.lab.world;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.sim.Span;
import java.nio.file.Path;
import java.util.Objects;

/** Runs of what a scenario file says. */
final class Scenarios {
    private Scenarios() {}

    /** The first variant of a scenario of 100 s that says this, but for its name and its run, under seed 1. */
    static Tally run(String body) {
        return run(parse(body), 1);
    }

    static Tally run(Scenario scenario, long seed) {
        Model model = scenario.variants().firstEntry().getValue();
        var plan = scenario.plan();
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        return new World(model, seed, tally).run();
    }

    static Tally variant(Scenario scenario, String name) {
        Model model = Objects.requireNonNull(scenario.variants().get(name), name);
        var plan = scenario.plan();
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        return new World(model, 1, tally).run();
    }

    static Scenario parse(String body) {
        return ScenarioReader.parse(
                "f", "goodput: 1\nscenario: test\n" + body + "\nrun: {for: 100s, seeds: 1}\n", Path.of(""));
    }

    /** Whole seconds of a run. */
    static Span seconds(int from, int to) {
        return new Span(from * Runs.S, to * Runs.S);
    }
}
