package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.ScenarioResult.Disturbed;
import java.util.List;
import java.util.function.DoublePredicate;

/** What was done to the service, in words. */
public final class Disturbance {
    private static final int LISTED = 3;

    private Disturbance() {}

    /** {@code the spike at 20–25 s}, or {@code the crash at 5 s and the errors at 5–25 s}; only if there is any. */
    public static String phrase(ScenarioResult report) {
        if (report.disturbances().size() > LISTED) {
            return "the " + count(report);
        }
        var all =
                kinds(report).stream().map(kind -> "the " + dated(report, kind)).toList();
        return all.size() == 1
                ? all.getFirst()
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /** One of several: {@code the spike at 20–25 s}. */
    public static String phrase(ScenarioResult report, Disturbed one) {
        return "the " + kind(report, one) + " at " + time(one);
    }

    /** As short as a legend must be: {@code spike at 20–25 s}, or {@code crash, errors}. */
    public static String label(ScenarioResult report) {
        var kinds = kinds(report);
        if (kinds.size() > 1) {
            return String.join(", ", kinds);
        }
        return report.disturbances().size() > LISTED ? count(report) : dated(report, kinds.getFirst());
    }

    private static String count(ScenarioResult report) {
        var kinds = kinds(report);
        return report.disturbances().size() + " " + plural(kinds.size() == 1 ? kinds.getFirst() : "disturbance");
    }

    private static String dated(ScenarioResult report, String kind) {
        var times = report.disturbances().stream()
                .filter(each -> kind(report, each).equals(kind))
                .map(Disturbance::time)
                .toList();
        return (times.size() == 1 ? kind : plural(kind)) + " at " + String.join(", ", times);
    }

    /** In the order of their first time. */
    private static List<String> kinds(ScenarioResult report) {
        return report.disturbances().stream()
                .map(each -> kind(report, each))
                .distinct()
                .toList();
    }

    private static String kind(ScenarioResult report, Disturbed one) {
        return one.fault().isEmpty() ? phase(report) : one.fault();
    }

    private static String plural(String kind) {
        if (kind.equals("errors")) {
            return kind;
        }
        return kind + (kind.endsWith("s") || kind.endsWith("sh") ? "es" : "s");
    }

    /** What is over in an instant has one time. */
    private static String time(Disturbed one) {
        var from = Figures.plain(one.from());
        var to = Figures.plain(one.to());
        return (from.equals(to) ? from : from + "–" + to) + " s";
    }

    /** A spike if more than usual is offered meanwhile, a lull if less. */
    private static String phase(ScenarioResult report) {
        var phases = report.disturbances().stream()
                .filter(each -> each.fault().isEmpty())
                .toList();
        var during = offered(report, second -> isDuring(phases, second));
        var otherwise = offered(report, second -> !isDuring(phases, second));
        if (during > 1.1 * otherwise) {
            return "spike";
        }
        return during < 0.9 * otherwise ? "lull" : "disturbance";
    }

    private static double offered(ScenarioResult report, DoublePredicate counts) {
        if (report.variants().isEmpty()) {
            return Double.NaN;
        }
        var timeline = report.variants().getFirst().timeline();
        var offered = timeline.offered().mean();
        var sum = 0.0;
        var steps = 0;
        for (var i = 0; i < offered.length; i++) {
            if (counts.test((i + 0.5) * timeline.step())) {
                sum += offered[i];
                steps++;
            }
        }
        return sum / steps;
    }

    private static boolean isDuring(List<Disturbed> spans, double second) {
        return spans.stream().anyMatch(span -> span.from() <= second && second < span.to());
    }
}
