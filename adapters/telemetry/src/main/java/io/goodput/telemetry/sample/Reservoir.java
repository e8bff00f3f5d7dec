package io.goodput.telemetry.sample;

import io.goodput.telemetry.record.EndedUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bottom-k sample of one interval: the units of the k traces whose hashes are the lowest.
 *
 * <p>With τ the (k+1)th lowest hash, as a share of all that a hash can be, each trace in the sample stands for 1 / τ
 * traces. That is without bias: given the hashes of all other traces, one is in the sample exactly if its own is below
 * the kth lowest of theirs, which then is τ; as its hash is uniform, the probability of that is τ, and weighting by its
 * inverse gives each unit the expected weight 1 (Horvitz and Thompson). Where no more than k traces came, all are in,
 * and weigh 1. After Cohen and Kaplan, "Summarizing data using bottom-k sketches" (PODC 2007), and Duffield, Lund and
 * Thorup, "Priority sampling for estimation of arbitrary subset sums" (JACM 54, 2007), with all weights equal.
 *
 * <p>τ only falls while the interval lasts, so a hash that is not below it can be refused without a lock.
 */
final class Reservoir {
    /** What is said to who comes after the end. */
    static final SampledTrace OVER = new SampledTrace(Long.MAX_VALUE);

    private final int traces;
    private final long end;
    private final Firsts firsts = new Firsts();

    /** The (k+1)th lowest hash so far. Changed under the monitor. */
    private volatile long threshold = TraceHash.END;

    // Guarded by the monitor; ascending.
    private final List<SampledTrace> lowest = new ArrayList<>();
    private boolean over;

    /**
     * Without any unit.
     *
     * @param traces k
     * @param end when the interval is over
     */
    Reservoir(int traces, long end) {
        this.traces = traces;
        this.end = end;
    }

    long end() {
        return end;
    }

    /** What came in this interval for the first time. */
    Firsts firsts() {
        return firsts;
    }

    boolean isTouched() {
        return !firsts.isEmpty();
    }

    /** Whether a unit of that hash is not in the sample, whatever else comes. */
    boolean refuses(long hash) {
        return hash >= threshold;
    }

    /**
     * Takes the unit in if its trace is among the lowest.
     *
     * @return what is left out for it, which may be the unit itself; null if nothing is; {@link #OVER} if the interval
     *     is over, and the unit is still the caller's
     */
    synchronized @Nullable SampledTrace offer(long hash, EndedUnit unit) {
        if (over) {
            return OVER;
        }
        int place = placeOf(hash);
        if (place < lowest.size() && lowest.get(place).hash() == hash) {
            return lowest.get(place).add(unit);
        }
        var trace = new SampledTrace(hash);
        trace.add(unit);
        return insert(place, trace);
    }

    private int placeOf(long hash) {
        int from = 0;
        int to = lowest.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lowest.get(middle).hash() < hash) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private @Nullable SampledTrace insert(int place, SampledTrace trace) {
        lowest.add(place, trace);
        if (lowest.size() <= traces) {
            return null;
        }
        SampledTrace lost = lowest.removeLast();
        threshold = Math.min(threshold, lost.hash());
        return lost;
    }

    /** Ends the interval; what was in the sample. A second time there is nothing. */
    synchronized List<SampledTrace> close() {
        over = true;
        List<SampledTrace> sample = List.copyOf(lowest);
        lowest.clear();
        return sample;
    }

    /** For how many traces each one in the sample stands, once the interval is over. */
    double weight() {
        return TraceHash.inverse(threshold);
    }
}
