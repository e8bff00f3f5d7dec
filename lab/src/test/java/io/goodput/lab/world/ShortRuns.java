package io.goodput.lab.world;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.sim.Span;
import java.nio.file.Path;

/** Runs of small models that are written as scenarios are. */
final class ShortRuns {
    private ShortRuns() {}

    /** The only variant of a scenario of ten seconds with those lines. */
    static Model model(String lines) {
        String text = "goodput: 1\nscenario: s\nrun: {for: 10s, seeds: 1}\n" + lines;
        return ScenarioReader.parse("f", text, Path.of(""))
                .variants()
                .firstEntry()
                .getValue();
    }

    /** Ten seconds of it, counted in tenths of a second. */
    static World run(String lines) {
        return run(lines, 1);
    }

    static World run(String lines, long seed) {
        Model model = model(lines);
        var world = new World(model, seed, new Tally(model, 10 * Runs.S, Runs.S / 10, new Span(0, 10 * Runs.S)));
        world.run();
        return world;
    }

    /** From one tenth of a second to another. */
    static Span tenths(int from, int to) {
        return new Span(from * Runs.S / 10, to * Runs.S / 10);
    }

    static long sent(World world, String service) {
        return world.tally.service(service).sent().sum(tenths(0, 100));
    }
}
