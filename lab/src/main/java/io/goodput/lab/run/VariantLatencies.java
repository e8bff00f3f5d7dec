package io.goodput.lab.run;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Estimate;
import io.goodput.sim.stat.BatchedLatencies;
import io.goodput.sim.stat.WindowedLatencies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latencies of all the runs of one variant, merged as they end, by any thread. */
final class VariantLatencies {
    private final BatchedLatencies settled;
    private final WindowedLatencies overTime;
    private final Map<String, BatchedLatencies> populations = new LinkedHashMap<>();

    /** None yet; the windows are those of such a tally. */
    VariantLatencies(int seeds, Tally tally, Model model) {
        this.settled = new BatchedLatencies(seeds);
        this.overTime =
                new WindowedLatencies(tally.clients().latenciesOverTime().windows());
        if (model.populations().size() > 1) {
            for (Population population : model.populations()) {
                populations.put(population.name(), new BatchedLatencies(seeds));
            }
        }
    }

    void add(int index, Tally tally) {
        settled.add(index, tally.clients().latencies());
        overTime.merge(tally.clients().latenciesOverTime());
        populations.forEach(
                (name, latencies) -> latencies.add(index, tally.clients(name).latencies()));
    }

    /** Those of the settled window, in batches of seeds. */
    BatchedLatencies settled() {
        return settled;
    }

    /** Those of the whole run, window by window. */
    WindowedLatencies overTime() {
        return overTime;
    }

    /** A percentile of one population, which may be the only one; of all if it is null. */
    Estimate of(@Nullable String population, double p) {
        BatchedLatencies own = population == null ? null : populations.get(population);
        return (own == null ? settled : own).percentile(p);
    }
}
