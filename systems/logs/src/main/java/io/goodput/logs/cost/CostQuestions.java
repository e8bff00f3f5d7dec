package io.goodput.logs.cost;

import org.jspecify.annotations.Nullable;

/** What is asked of records before prices are put to it. */
public final class CostQuestions {
    private final CostGroup group;
    private final @Nullable String keptCounter;

    /** For these costs. */
    public CostQuestions(CostGroup group, PriceList prices) {
        this.group = group;
        PriceList.Kept kept = prices.kept();
        keptCounter = kept == null ? null : kept.counter();
    }

    /** Week, service, release, name; then requests, time, bytes moved and bytes kept. */
    public String requests() {
        String kept = keptCounter == null
                ? "0"
                : "coalesce(sum((counts->>" + text("$.\"" + keptCounter.replace("\"", "") + "\"")
                        + ")::BIGINT * weight), 0)";
        return """
                select date_trunc('week', time) as week, service, release, %s as name,
                  coalesce(sum(weight) filter (where last), 0) as requests,
                  coalesce(sum(us * weight), 0) as us,
                  coalesce(sum((coalesce(bytes_in, 0) + coalesce(bytes_out, 0)) * weight), 0) as moved,
                  %s as kept
                from requests
                where time is not null
                group by all
                order by all""".formatted(group.ofRequests(), kept);
    }

    /** Week, service, release, name, dependency; then attempts, time and bytes moved. */
    public String dependencies() {
        return """
                select date_trunc('week', time) as week, service, release, %s as name, dependency,
                  sum((coalesce(first, 0) + coalesce(retries, 0) + coalesce(hedges, 0)) * weight) as attempts,
                  sum((coalesce(us, 0) + coalesce(wait_us, 0)) * weight) as us,
                  sum((coalesce(bytes_in, 0) + coalesce(bytes_out, 0)) * weight) as moved
                from dependencies
                where time is not null
                group by all
                order by all""".formatted(group.ofDependencies());
    }

    /** Week, service, release; then CPU time. */
    public String processes() {
        return """
                select date_trunc('week', time) as week, service, release, sum(cpu_us) as cpu_us
                from process
                where time is not null
                group by all
                order by all""";
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
