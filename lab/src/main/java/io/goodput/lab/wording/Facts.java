package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import java.util.List;

/** How the report came about, in short phrases: runs, virtual time, where it was measured, events. */
public final class Facts {
    private Facts() {}

    public static List<String> of(ScenarioResult report) {
        return List.of(
                seeds(report),
                Figures.plain(report.seconds()) + " s of virtual time" + (report.seeds() == 1 ? "" : " each"),
                "measured at " + Figures.seconds(report.settled()),
                Figures.count((double) report.events()) + " events",
                Figures.count(report.eventsPerSecond()) + " events a second");
    }

    /** {@code 200 seeds (1–200)}, or {@code seed 7}. */
    public static String seeds(ScenarioResult report) {
        var first = report.firstSeed();
        return report.seeds() == 1
                ? "seed " + first
                : report.seeds() + " seeds (" + first + "–" + (first + report.seeds() - 1) + ")";
    }
}
