package io.goodput.logs.query;

import io.goodput.duckdb.SqlAnswer;
import io.goodput.logs.compare.IntervalEstimate;
import io.goodput.logs.compare.SideFigures;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one side of a comparison. Quantiles have intervals by order statistics: the times at the ranks between which
 * the true rank lies.
 */
public record DiffQuestion(double confidence) {
    /** How many standard errors an interval reaches. */
    public double z() {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /**
     * The SQL for one side.
     *
     * @param release of this one only; null for any
     */
    public String sql(QuestionFilter filter, @Nullable String release) {
        String where = release == null
                ? filter.where("  ", "operation", "last")
                : filter.where("  ", "operation", "last", "release = " + QuestionFilter.text(release));
        return """
                with units as (
                  select coalesce(operation, '') as operation, outcome = 'SUCCESS' as answered, us, weight
                  from requests
                %s),
                sizes as (
                  select operation, sum(weight) as requests, pow(sum(weight), 2) / sum(weight * weight) as effective,
                    coalesce(sum(weight) filter (where not answered), 0) as failures,
                    coalesce(pow(sum(weight) filter (where answered), 2)
                      / sum(weight * weight) filter (where answered), 0) as answered
                  from units
                  group by operation),
                ranked as (
                  select operation, us, sum(weight) over (partition by operation order by us)
                    / sum(weight) over (partition by operation) as rank
                  from units
                  where answered and us is not null),
                reach as (
                  select *, %2$s * sqrt(0.25 / nullif(answered, 0)) as r50,
                    %2$s * sqrt(0.0099 / nullif(answered, 0)) as r99
                  from sizes)
                select operation, any_value(requests) as requests, any_value(effective) as effective,
                  any_value(failures) as failures, any_value(answered) as answered,
                  min(us) filter (where rank >= 0.5 - r50 and r50 < 0.5) as p50_low,
                  min(us) filter (where rank >= 0.5) as p50,
                  min(us) filter (where rank >= 0.5 + r50 and 0.5 + r50 < 1) as p50_high,
                  min(us) filter (where rank >= 0.99 - r99 and r99 < 0.99) as p99_low,
                  min(us) filter (where rank >= 0.99) as p99,
                  min(us) filter (where rank >= 0.99 + r99 and 0.99 + r99 < 1) as p99_high
                from reach
                left join ranked using (operation)
                group by operation
                order by operation""".formatted(where, z());
    }

    /** What the answer says, by operation. */
    public static Map<String, SideFigures> read(SqlAnswer answer) {
        Map<String, SideFigures> figures = new TreeMap<>();
        for (var row : answer.rows()) {
            figures.put(
                    String.valueOf(row.get(0)),
                    new SideFigures(
                            number(row.get(1), 0),
                            number(row.get(2), 0),
                            number(row.get(3), 0),
                            number(row.get(4), 0),
                            new IntervalEstimate(
                                    number(row.get(6), Double.NaN),
                                    number(row.get(5), Double.NEGATIVE_INFINITY),
                                    number(row.get(7), Double.POSITIVE_INFINITY)),
                            new IntervalEstimate(
                                    number(row.get(9), Double.NaN),
                                    number(row.get(8), Double.NEGATIVE_INFINITY),
                                    number(row.get(10), Double.POSITIVE_INFINITY))));
        }
        return figures;
    }

    private static double number(@Nullable Object value, double missing) {
        return value instanceof Number number ? number.doubleValue() : missing;
    }
}
