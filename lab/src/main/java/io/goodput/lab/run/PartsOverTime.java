package io.goodput.lab.run;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.world.Tally;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.Windows;
import java.util.ArrayList;
import java.util.List;

/**
 * What the populations and services of a model did over time, summed up over the runs of one variant as they end, by
 * any thread. All that is summed is whole numbers, so the order of the runs does not matter. A model with one of each
 * has no parts.
 */
final class PartsOverTime {
    /** So many points in all, whatever the number of parts and variants. */
    private static final int MOST_POINTS = 200_000;

    private static final int MOST_POINTS_EACH = 200;

    private final List<Part> parts = new ArrayList<>();
    private final Windows windows;
    private final Windows steps;
    private final int factor;
    private final double seconds;
    private int runs;

    /**
     * None yet.
     *
     * @param tally of the length and windows of the runs
     * @param variants that share the number of points
     */
    PartsOverTime(Tally tally, Model model, int variants) {
        if (model.populations().size() > 1) {
            model.populations().stream().map(Population::name).forEach(name -> parts.add(new Part(name, true)));
        }
        if (model.services().size() > 1) {
            model.services().stream().map(Service::name).forEach(name -> parts.add(new Part(name, false)));
        }
        int most = Math.clamp(MOST_POINTS / (2L * variants * Math.max(1, parts.size())), 10, MOST_POINTS_EACH);
        windows = tally.windows();
        factor = Math.ceilDiv(windows.count(), most);
        steps = windows.coarser(factor);
        seconds = tally.runNanos() / 1e9;
        parts.forEach(part -> part.clear(steps.count()));
    }

    /** One part, and the sums of its windows. */
    private static final class Part {
        private final String name;
        private final boolean isPopulation;
        private long[] succeeded = {};
        private long[] attempted = {};
        private long[] inside = {};

        Part(String name, boolean isPopulation) {
            this.name = name;
            this.isPopulation = isPopulation;
        }

        void clear(int steps) {
            succeeded = new long[isPopulation ? steps : 0];
            attempted = new long[steps];
            inside = new long[isPopulation ? 0 : steps];
        }
    }

    synchronized void add(Tally tally) {
        runs++;
        for (Part part : parts) {
            if (part.isPopulation) {
                addAll(part.succeeded, tally.clients(part.name).succeeded());
                addAll(part.attempted, tally.clients(part.name).attempted());
            } else {
                addAll(part.attempted, tally.service(part.name).sent());
                double[] levels = tally.service(part.name).inFlight().values();
                for (int i = 0; i < levels.length; i++) {
                    part.inside[i / factor] += (long) levels[i];
                }
            }
        }
    }

    private void addAll(long[] sums, WindowedCounter counter) {
        int[] counts = windows.sums(counter.counts(), factor);
        for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
        }
    }

    /** Their means: rates a second, and levels. */
    synchronized List<Timeline.Part> means() {
        double step = steps.nanos() / 1e9;
        return parts.stream()
                .map(part -> new Timeline.Part(
                        part.name, step, rates(part.succeeded, step), rates(part.attempted, step), levels(part.inside)))
                .toList();
    }

    /** The run may end within the last step. */
    private double[] rates(long[] sums, double step) {
        double[] rates = new double[sums.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (double) sums[i] / runs / Math.min(step, seconds - i * step);
        }
        return rates;
    }

    private double[] levels(long[] sums) {
        double[] levels = new double[sums.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (double) sums[i] / runs / Math.min(factor, windows.count() - i * factor);
        }
        return levels;
    }
}
