package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;

/** What became of one variant, short enough to stand beside its name: {@code 82 % of runs never recover}. */
public final class OneLine {
    private OneLine() {}

    public static String of(ScenarioResult report, VariantResult variant) {
        var recovered = variant.recovery().recovered();
        if (Double.isNaN(recovered)) {
            var collapsed = variant.metastable().mean();
            return collapsed > 0 ? runs(report, collapsed, "collapses", "collapse") : "does not collapse";
        }
        var lost = 1 - recovered;
        if (lost > 0) {
            return runs(report, lost, "never recovers", "never recover");
        }
        var time = variant.recovery().time();
        var scale = Scale.time(
                report.variants().stream().map(each -> each.recovery().time()).toList());
        var average = report.seeds() == 1 ? "" : " (mean)";
        return time.isDefined() ? "recovers in " + scale.figure(time) + " " + scale.unit() + average : "recovers";
    }

    private static String runs(ScenarioResult report, double share, String singular, String plural) {
        return report.seeds() == 1 || share >= 1 ? singular : Figures.percent(share) + " of runs " + plural;
    }
}
