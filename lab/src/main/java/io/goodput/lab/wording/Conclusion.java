package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a person would say after reading the figures: which variants fail, how the others do, whether the claims hold.
 */
public final class Conclusion {
    private Conclusion() {}

    public static String of(ScenarioResult report) {
        if (report.variants().isEmpty()) {
            return "No variant was run.";
        }
        var parts = new ArrayList<String>();
        parts.add(showsRecovery(report) ? recovers(report) : collapses(report));
        if (!report.claims().isEmpty()) {
            parts.add(ClaimTally.of(report));
        }
        return String.join(" ", parts);
    }

    /** Something was disturbed, and the run went on long enough afterwards. */
    public static boolean showsRecovery(ScenarioResult report) {
        return report.variants().stream()
                .anyMatch(variant -> !Double.isNaN(variant.recovery().recovered()));
    }

    private static String recovers(ScenarioResult report) {
        var disturbance = Disturbance.phrase(report);
        // Where nothing was disturbed there is nothing to recover from.
        var disturbed = report.variants().stream()
                .filter(variant -> !Double.isNaN(variant.recovery().recovered()))
                .toList();
        var lost = disturbed.stream()
                .filter(variant -> variant.recovery().recovered() < 1)
                .toList();
        var well = new ArrayList<>(disturbed);
        well.removeAll(lost);
        if (lost.isEmpty()) {
            var everybody = well.size() > 1 && well.size() == report.variants().size();
            var all = everybody ? "All variants recover" : names(well) + (well.size() == 1 ? " recovers" : " recover");
            return all + " from " + disturbance + howFast(report, well) + ".";
        }
        var verb = new Verb(
                "never recovers from " + disturbance,
                "never recover from " + disturbance,
                "recovers from " + disturbance);
        var failures =
                failures(report, lost, verb, variant -> 1 - variant.recovery().recovered());
        if (well.isEmpty()) {
            return failures + ".";
        }
        var always = report.seeds() == 1 ? " " : " always ";
        var recover = always + (well.size() == 1 ? "recovers" : "recover");
        return failures + "; " + names(well) + recover + howFast(report, well) + ".";
    }

    /** {@code a and b never recover from the spike; c never recovers from the spike in 82 % of the runs, d in 10 %}. */
    private static String failures(
            ScenarioResult report, List<VariantResult> lost, Verb verb, ToDoubleFunction<VariantResult> share) {
        var clauses = new ArrayList<String>();
        var always = lost.stream()
                .filter(variant -> share.applyAsDouble(variant) >= 1)
                .toList();
        if (!always.isEmpty()) {
            var all = always.size() == report.variants().size() && always.size() > 1;
            clauses.add(all ? "No variant ever " + verb.negated() : names(always) + " " + verb.of(always.size()));
        }
        var partly = new ArrayList<String>();
        for (var variant : lost) {
            var part = share.applyAsDouble(variant);
            if (part < 1) {
                var first = partly.isEmpty();
                partly.add(variant.name() + (first ? " " + verb.of(1) : "") + " in " + Figures.percent(part)
                        + (first ? " of the runs" : ""));
            }
        }
        if (!partly.isEmpty()) {
            clauses.add(String.join(", ", partly));
        }
        return String.join("; ", clauses);
    }

    /** What a failing variant does, for one, for several, and for none that does the contrary. */
    private record Verb(String singular, String plural, String negated) {
        String of(int subjects) {
            return subjects == 1 ? singular : plural;
        }
    }

    private static String howFast(ScenarioResult report, List<VariantResult> well) {
        var timed = well.stream()
                .filter(variant -> variant.recovery().time().isDefined())
                .sorted(Comparator.comparingDouble(Conclusion::meanRecovery))
                .toList();
        if (timed.isEmpty()) {
            return "";
        }
        var scale = Scale.time(
                timed.stream().map(variant -> variant.recovery().time()).toList());
        var average = report.seeds() == 1 ? "" : "on average ";
        var fastest = timed.getFirst();
        var slowest = timed.getLast();
        var first = scale.figure(fastest.recovery().time());
        var last = scale.figure(slowest.recovery().time());
        if (first.equals(last)) {
            return ", " + average + "in " + last + " " + scale.unit();
        }
        return ", " + average + "in " + first + " " + scale.unit() + " (" + fastest.name() + ") to " + last + " "
                + scale.unit() + " (" + slowest.name() + ")";
    }

    private static double meanRecovery(VariantResult variant) {
        return variant.recovery().time().mean();
    }

    private static String collapses(ScenarioResult report) {
        var lost = report.variants().stream()
                .filter(variant -> variant.metastable().mean() > 0)
                .toList();
        var well = new ArrayList<>(report.variants());
        well.removeAll(lost);
        if (lost.isEmpty()) {
            return well.size() == 1 ? well.getFirst().name() + " does not collapse." : "No variant collapses.";
        }
        var failures = failures(
                report,
                lost,
                new Verb("collapses", "collapse", "survives"),
                variant -> variant.metastable().mean());
        return well.isEmpty()
                ? failures + "."
                : failures + "; " + names(well) + (well.size() == 1 ? " does" : " do") + " not.";
    }

    private static String names(List<VariantResult> variants) {
        var names = variants.stream().map(VariantResult::name).toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
