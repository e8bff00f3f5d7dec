package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of parts, and of other spans: a table for each population and service, and one for all together. Their
 * names are those of {@link VariantResult#figures}: a metric, {@code of} a part, {@code in} a span.
 */
public final class PartFigures {
    private static final String WHOLE = "all together";

    /** Of a report without parts that alone is no table. */
    private static final String EVERYWHERE = "success";

    private PartFigures() {}

    public static List<FigureTable> of(ScenarioResult report) {
        var keys = new LinkedHashSet<String>();
        report.variants().forEach(variant -> keys.addAll(variant.figures().keySet()));
        if (keys.equals(Set.of(EVERYWHERE))) {
            return List.of();
        }
        var parts = new LinkedHashMap<String, List<Name>>();
        for (String key : keys) {
            Name name = Name.parse(key);
            parts.computeIfAbsent(name.part(), _ -> new ArrayList<>()).add(name);
        }
        var tables = new ArrayList<FigureTable>();
        parts.forEach((part, names) -> tables.add(table(report, part, names)));
        return tables;
    }

    private static FigureTable table(ScenarioResult report, String part, List<Name> names) {
        return new FigureTable(
                part,
                report.variants().stream().map(VariantResult::name).toList(),
                names.stream().map(name -> column(report, name)).toList());
    }

    private static FigureTable.Column column(ScenarioResult report, Name name) {
        var figures = report.variants().stream()
                .map(variant -> variant.figures().getOrDefault(name.key(), Estimate.NONE))
                .toList();
        Scale scale = switch (name.metric()) {
            case "success" -> new Scale("%", 100, 2);
            case "mean", "p50", "p99", "p999", "p9999", "finished", "warned" -> Scale.time(figures);
            case "amplification" -> Scale.of("×", figures);
            case "inflight", "peak" -> Scale.of("", figures);
            default -> Scale.of("/s", figures);
        };
        return FigureTable.column(name.heading(), name.explanation(), scale, figures);
    }

    /** {@code attempts of database in 20s..40s}, taken apart. */
    private record Name(String key, String metric, String part, String span) {
        static Name parse(String key) {
            int in = key.indexOf(" in ");
            String span = in < 0 ? "" : key.substring(in + " in ".length());
            String rest = in < 0 ? key : key.substring(0, in);
            int of = rest.indexOf(" of ");
            return of < 0
                    ? new Name(key, rest, WHOLE, span)
                    : new Name(key, rest.substring(0, of), rest.substring(of + " of ".length()), span);
        }

        String heading() {
            return span.isEmpty() ? metric : metric + " " + span;
        }

        String explanation() {
            return switch (metric) {
                case "success" -> "share of the calls made that ended well";
                case "goodput" -> "calls answered without error and in time";
                case "attempts" -> "requests sent";
                case "throughput" -> "requests worked on to the end";
                case "refused" -> "requests turned away";
                case "timeouts" -> "attempts whose time ran out";
                case "inflight" -> "requests inside, on average";
                case "peak" -> "the most requests inside";
                case "finished" -> "when the last call that ended well did so";
                case "warned" -> "when its critical section was first near saturation";
                case "amplification" -> "attempts for each call offered";
                default -> "latency of the calls that succeeded, retries included";
            };
        }
    }
}
