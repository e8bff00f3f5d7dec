package io.goodput.lab.run;

import io.goodput.lab.model.Tally;
import io.goodput.sim.stat.BatchedLatencies;
import io.goodput.sim.stat.WindowedLatencies;

/**
 * The latencies of all the runs of one policy, merged as they end, by any thread.
 *
 * @param settled those of the settled window, in batches of seeds
 * @param overTime those of the whole run, window by window
 */
record PolicyLatencies(BatchedLatencies settled, WindowedLatencies overTime) {
    /** None yet; the windows are those of such a tally. */
    PolicyLatencies(int seeds, Tally tally) {
        this(
                new BatchedLatencies(seeds),
                new WindowedLatencies(tally.latenciesOverTime().windows()));
    }

    void add(int index, Tally tally) {
        settled.add(index, tally.latencies());
        overTime.merge(tally.latenciesOverTime());
    }
}
