package io.goodput.lab.catalogue;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.Sweep;
import io.goodput.lab.sweep.SweepFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Runs scenarios of the catalogue one after the other, each as its section of the page has it. */
public final class CatalogueRun {
    /** The most seeds of a scenario in a quick run. */
    public static final int QUICK_SEEDS = 30;

    private final List<Experiment> experiments = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    /**
     * A run that has not begun.
     *
     * @param names of scenarios of the catalogue
     * @param quick with at most {@value #QUICK_SEEDS} seeds of each
     * @param threads that share the seeds; the figures do not depend on it
     */
    public CatalogueRun(List<String> names, boolean quick, int threads) {
        for (String name : names) {
            Scenario planned = planned(Objects.requireNonNull(Catalogue.find(name), name), quick);
            scenarios.add(planned);
            experiments.add(new Experiment(planned, "./goodput lab " + name, threads));
        }
    }

    private static Scenario planned(Scenario scenario, boolean quick) {
        RunPlan plan = scenario.plan();
        int seeds = quick ? Math.min(QUICK_SEEDS, plan.seeds()) : plan.seeds();
        return scenario.withPlan(new RunPlan(plan.length(), seeds, plan.firstSeed(), plan.settled()));
    }

    /** How many runs there are in all. */
    public int runs() {
        return experiments.stream().mapToInt(Experiment::runs).sum();
    }

    /**
     * Runs all of them.
     *
     * @param progress told how many runs are done
     */
    public List<CatalogueSection> run(IntConsumer progress) throws InterruptedException {
        var sections = new ArrayList<CatalogueSection>();
        int done = 0;
        for (int i = 0; i < experiments.size(); i++) {
            int before = done;
            ScenarioResult result = experiments.get(i).run(runs -> progress.accept(before + runs));
            sections.add(section(scenarios.get(i), result));
            done += experiments.get(i).runs();
        }
        return sections;
    }

    private static CatalogueSection section(Scenario scenario, ScenarioResult result) {
        Sweep sweep = scenario.sweep();
        return new CatalogueSection(result, sweep == null ? null : SweepFigures.of(sweep, result));
    }
}
