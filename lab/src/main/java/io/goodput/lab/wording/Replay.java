package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A command that runs one seed again, and what there is to see in it.
 *
 * @param command the command line
 * @param shows in a few words
 */
public record Replay(String command, String shows) {
    /** A seed that collapsed and one that did not, of the variant for which the seeds are most evenly divided. */
    public static List<Replay> of(ScenarioResult report) {
        if (report.seeds() == 1) {
            return List.of(seed(report, report.firstSeed(), "this run again"));
        }
        var divided = report.variants().stream()
                .filter(variant -> !variant.collapsedSeeds().isEmpty())
                .min((a, b) -> Double.compare(imbalance(report, a), imbalance(report, b)));
        if (divided.isEmpty()) {
            return List.of(seed(report, report.firstSeed(), "the first of the runs"));
        }
        var variant = divided.get();
        var replays = new ArrayList<Replay>();
        replays.add(seed(report, variant.collapsedSeeds().getFirst(), variant.name() + " collapses"));
        var collapsed = new HashSet<>(variant.collapsedSeeds());
        for (var seed = report.firstSeed(); seed < report.firstSeed() + report.seeds(); seed++) {
            if (!collapsed.contains(seed)) {
                replays.add(seed(report, seed, variant.name() + " does not collapse"));
                break;
            }
        }
        return replays;
    }

    private static double imbalance(ScenarioResult report, VariantResult variant) {
        return Math.abs(variant.collapsedSeeds().size() - report.seeds() / 2.0);
    }

    private static Replay seed(ScenarioResult report, long seed, String shows) {
        return new Replay(report.command() + " --seed " + seed, shows);
    }
}
