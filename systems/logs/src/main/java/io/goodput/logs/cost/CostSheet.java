package io.goodput.logs.cost;

import io.goodput.duckdb.SqlAnswer;
import io.goodput.logs.table.ResultTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts prices to what records counted. CPU is known of processes only: it is shared out among the work of a week by own
 * time, which is the time that work took without what it waited for others.
 */
public final class CostSheet {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int THOUSAND = 1000;
    private static final double MICROS = 1e6;
    /** CPU of processes that did nothing. */
    private static final String NOBODY = "(no work)";

    private final CostGroup group;
    private final PriceList prices;
    private final Map<Instant, Map<String, CostLine>> weeks = new TreeMap<>();
    private final Map<CostPool, Double> cpuSeconds = new HashMap<>();

    /** Of nothing yet. */
    public CostSheet(CostGroup group, PriceList prices) {
        this.group = group;
        this.prices = prices;
    }

    /** Adds the answer to {@link CostQuestions#requests}. */
    public void addRequests(SqlAnswer answer) {
        for (var row : answer.rows()) {
            CostLine line = line(row);
            line.requests += number(row.get(4));
            line.addOwnTime(pool(row), number(row.get(5)));
            line.moved += number(row.get(6));
            line.kept += number(row.get(7));
        }
    }

    /** Adds the answer to {@link CostQuestions#dependencies}. */
    public void addDependencies(SqlAnswer answer) {
        for (var row : answer.rows()) {
            CostLine line = line(row);
            String dependency = String.valueOf(row.get(4));
            PriceList.Attempts price = prices.dependency(dependency);
            line.addCalls(price == null ? null : price.call(), number(row.get(5)), "calls of " + dependency);
            line.addOwnTime(pool(row), -number(row.get(6)));
            // Who prices calls alone has said that bytes are in it.
            if (price != null && price.moved() != null) {
                line.addCalls(price.moved(), number(row.get(7)), dependency);
            }
        }
    }

    /** Adds the answer to {@link CostQuestions#processes}. */
    public void addProcesses(SqlAnswer answer) {
        for (var row : answer.rows()) {
            cpuSeconds.merge(pool(row), number(row.get(3)) / MICROS, Double::sum);
        }
    }

    private CostLine line(List<@Nullable Object> row) {
        Object name = row.get(3);
        return line((Instant) Objects.requireNonNull(row.get(0)), name == null ? "" : name.toString());
    }

    private CostLine line(Instant week, String name) {
        return weeks.computeIfAbsent(week, _ -> new TreeMap<>()).computeIfAbsent(name, _ -> new CostLine());
    }

    private static CostPool pool(List<@Nullable Object> row) {
        return new CostPool((Instant) row.get(0), (String) row.get(1), (String) row.get(2));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    /** A row for each week and name, the dearest of a week first. */
    public ResultTable table() {
        shareCpu();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        weeks.forEach((week, lines) -> lines.entrySet().stream()
                .map(each -> row(week, each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(row -> -number(row.get(3))))
                .forEach(rows::add));
        return new ResultTable(
                List.of(
                        "week",
                        group.toString(),
                        "requests",
                        "cost",
                        "per_1000",
                        "change",
                        "cpu",
                        "moved",
                        "kept",
                        "calls",
                        "currency",
                        "unpriced"),
                rows,
                false);
    }

    private void shareCpu() {
        weeks.values()
                .forEach(lines -> lines.values().forEach(line -> {
                    if (line.ownTime.keySet().stream().anyMatch(pool -> !cpuSeconds.containsKey(pool))) {
                        line.unpriced.add("cpu (no process records)");
                    }
                }));
        cpuSeconds.forEach((pool, seconds) -> {
            Instant week = Objects.requireNonNull(pool.week());
            List<CostLine> sharers =
                    List.copyOf(weeks.getOrDefault(week, Map.of()).values());
            double all =
                    sharers.stream().mapToDouble(line -> line.ownTime(pool)).sum();
            if (all > 0) {
                sharers.forEach(line -> line.cpuSeconds += seconds * line.ownTime(pool) / all);
            } else if (seconds > 0) {
                line(week, NOBODY).cpuSeconds += seconds;
            }
        });
    }

    private List<@Nullable Object> row(Instant week, String name, CostLine line) {
        Double cost = cost(line);
        CostLine before = weeks.getOrDefault(week.minus(WEEK), Map.of()).get(name);
        Double costBefore = before == null ? null : cost(before);
        return Arrays.asList(
                week,
                name,
                line.requests,
                cost,
                cost == null || line.requests == 0 ? null : cost / line.requests * THOUSAND,
                cost == null || costBefore == null || costBefore == 0 ? null : cost / costBefore - 1,
                cpu(line),
                moved(line),
                kept(line),
                line.hasCalls ? line.calls : null,
                prices.currency(),
                String.join(", ", line.unpriced));
    }

    /** Of all that has a price; null if nothing has. */
    private @Nullable Double cost(CostLine line) {
        Double cost = null;
        for (Double part : Arrays.asList(cpu(line), moved(line), kept(line), line.hasCalls ? line.calls : null)) {
            cost = part == null ? cost : Double.valueOf(part + (cost == null ? 0 : cost));
        }
        return cost;
    }

    private @Nullable Double cpu(CostLine line) {
        if (prices.cpu() == null && line.cpuSeconds > 0) {
            line.unpriced.add("cpu");
        }
        boolean isKnown = line.cpuSeconds > 0 || !line.unpriced.contains("cpu (no process records)");
        return prices.cpu() == null || !isKnown ? null : Double.valueOf(prices.cpu() * line.cpuSeconds);
    }

    private @Nullable Double moved(CostLine line) {
        if (prices.moved() == null && line.moved > 0) {
            line.unpriced.add("moved");
        }
        return prices.moved() == null ? null : Double.valueOf(prices.moved() * line.moved);
    }

    private @Nullable Double kept(CostLine line) {
        PriceList.Kept kept = prices.kept();
        return kept == null ? null : Double.valueOf(kept.of(line.kept));
    }
}
