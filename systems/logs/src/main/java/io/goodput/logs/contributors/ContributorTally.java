package io.goodput.logs.contributors;

import io.goodput.logs.figures.IntervalScale;
import io.goodput.logs.figures.ServicePresence;
import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.record.WorkRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes together for one contributor. Of a unit that stands for w, what it tells has variance w (w − 1): of w
 * units one was kept (Horvitz and Thompson, 1952).
 */
final class ContributorTally {
    private static final int EXAMPLES = 8;

    private final PriorityQueue<ExampleTrace> slowest =
            new PriorityQueue<>(Comparator.comparingLong(ExampleTrace::micros).thenComparing(ExampleTrace::trace));
    private final PriorityQueue<ExampleTrace> failedLast =
            new PriorityQueue<>(Comparator.comparingLong(ExampleTrace::at).thenComparing(ExampleTrace::trace));
    private Map<Long, double[]> cells = new TreeMap<>();
    private double count;
    private double variance;
    private double failures;
    private double micros;

    double count() {
        return count;
    }

    /** How many intervals it has; one more unit may add one. */
    int cells() {
        return cells.size();
    }

    void add(WorkRecord work, long interval) {
        boolean isFailure = BadOutcome.is(work.outcome());
        double weight = work.weight();
        count += weight;
        variance += weight * (weight - 1);
        micros += weight * work.micros();
        double[] cell = cells.computeIfAbsent(interval, _ -> new double[2]);
        cell[0] += weight;
        if (isFailure) {
            failures += weight;
            cell[1] += weight;
        }
        if (work.trace() != null) {
            var example =
                    new ExampleTrace(work.trace(), work.origin().at(), work.operation(), work.micros(), work.outcome());
            keep(isFailure ? failedLast : slowest, example);
        }
    }

    private static void keep(PriorityQueue<ExampleTrace> examples, ExampleTrace example) {
        examples.add(example);
        if (examples.size() > EXAMPLES) {
            examples.poll();
        }
    }

    void widen(long before, IntervalScale scale) {
        Map<Long, double[]> wider = new TreeMap<>();
        cells.forEach((index, cell) -> {
            double[] sum = wider.computeIfAbsent(scale.index(index * before), _ -> new double[2]);
            sum[0] += cell[0];
            sum[1] += cell[1];
        });
        cells = wider;
    }

    RankedContributor ranked(String name, IntervalScale scale, ServicePresence presence) {
        List<ExampleTrace> examples = Stream.concat(
                        failedLast.stream().sorted(failedLast.comparator().reversed()),
                        slowest.stream().sorted(slowest.comparator().reversed()))
                .toList();
        return new RankedContributor(
                name,
                count,
                Math.sqrt(variance),
                failures,
                micros,
                series(0, scale, presence),
                series(1, scale, presence),
                examples);
    }

    private List<@Nullable Double> series(int of, IntervalScale scale, ServicePresence presence) {
        List<@Nullable Double> series = new ArrayList<>();
        for (long i = scale.firstIndex(); i < scale.firstIndex() + scale.count(); i++) {
            double[] cell = cells.get(i);
            boolean isThere = cell != null || presence.isThere(i * scale.width(), (i + 1) * scale.width());
            series.add(isThere ? (Double) (cell == null ? 0.0 : cell[of]) : null);
        }
        return series;
    }
}
