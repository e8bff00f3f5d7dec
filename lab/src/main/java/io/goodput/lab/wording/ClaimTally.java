package io.goodput.lab.wording;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;

/** How many of the claims hold, in one sentence. */
public final class ClaimTally {
    private ClaimTally() {}

    public static String of(ScenarioResult report) {
        var all = report.claims().size();
        var failed = count(report, Verdict.FAILS);
        var unjudged = count(report, Verdict.NOT_JUDGED);
        if (unjudged == all) {
            return report.seeds() == 1 ? "One run does not judge the claims." : "The claims were not judged.";
        }
        if (failed == 0) {
            var judged = all - unjudged;
            var holds = switch ((int) judged) {
                case 1 -> "The claim holds";
                case 2 -> "Both claims hold";
                default -> "All " + judged + " claims hold";
            };
            return unjudged == 0 ? holds + "." : judged + " of " + all + " claims hold, the rest were not judged.";
        }
        return all == 1 ? "The claim fails." : failed + " of " + all + " claims " + (failed == 1 ? "fails." : "fail.");
    }

    private static long count(ScenarioResult report, Verdict verdict) {
        return report.claims().stream()
                .filter(claim -> claim.verdict() == verdict)
                .count();
    }
}
