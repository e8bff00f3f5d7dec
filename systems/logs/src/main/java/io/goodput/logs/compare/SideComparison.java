package io.goodput.logs.compare;

import io.goodput.logs.table.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two sides, operation by operation.
 *
 * @param before by operation
 * @param after by operation
 * @param z how many standard errors an interval reaches
 */
public record SideComparison(Map<String, SideFigures> before, Map<String, SideFigures> after, double z) {
    /** With fewer on a side nothing is said: intervals that go by the normal law are not good for that. */
    static final int LEAST = 30;

    private static final List<String> COLUMNS = List.of(
            "operation",
            "measure",
            "before",
            "after",
            "change",
            "change_low",
            "change_high",
            "n_before",
            "n_after",
            "verdict");

    /** A row for each operation and measure. */
    public ResultTable table() {
        SequencedSet<String> operations = new TreeSet<>(before.keySet());
        operations.addAll(after.keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String operation : operations) {
            for (ComparedMeasure measure : ComparedMeasure.values()) {
                rows.add(row(operation, measure, before.get(operation), after.get(operation)));
            }
        }
        return new ResultTable(COLUMNS, rows, false);
    }

    /** What a measure says of an operation. */
    public DifferenceVerdict verdict(ComparedMeasure measure, @Nullable SideFigures was, @Nullable SideFigures is) {
        if (was == null || is == null) {
            return DifferenceVerdict.ONE_SIDE_ONLY;
        }
        if (Math.min(measure.size(was), measure.size(is)) < LEAST) {
            return DifferenceVerdict.TOO_FEW;
        }
        IntervalEstimate change = measure.estimate(was, z).to(measure.estimate(is, z));
        if (!change.differsFromNothing()) {
            return DifferenceVerdict.NO_DIFFERENCE_SHOWN;
        }
        return change.value() > 0 ? DifferenceVerdict.WORSE : DifferenceVerdict.BETTER;
    }

    private List<@Nullable Object> row(
            String operation, ComparedMeasure measure, @Nullable SideFigures was, @Nullable SideFigures is) {
        IntervalEstimate from = was == null ? null : measure.estimate(was, z);
        IntervalEstimate to = is == null ? null : measure.estimate(is, z);
        IntervalEstimate change = from == null || to == null ? null : from.to(to);
        return Arrays.asList(
                operation,
                measure.label(),
                from == null ? null : finite(from.value()),
                to == null ? null : finite(to.value()),
                change == null ? null : finite(change.value()),
                change == null ? null : finite(change.low()),
                change == null ? null : finite(change.high()),
                was == null ? null : was.requests(),
                is == null ? null : is.requests(),
                verdict(measure, was, is).toString());
    }

    /** What nobody knows is left empty. */
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
