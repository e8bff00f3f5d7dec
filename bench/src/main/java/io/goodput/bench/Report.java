package io.goodput.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables, with all that is needed to read them, to judge them and to get them again: the text of
 * {@code benchmarks.md} beside this class, in which a line such as <code>{cost RetryBenchmark}</code> stands for the
 * table of a group, and <code>{shortfalls}</code> for what {@link Shortfall} finds. A section all of whose tables are
 * empty is left out.
 */
final class Report {
    private static final Pattern SECTIONS = Pattern.compile("^(?=## )", Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("^\\{(\\w+) ([\\w ]+)}\n", Pattern.MULTILINE);
    private static final Pattern TITLE = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("^## (\\w+)\n", Pattern.MULTILINE);
    private static final String RUN = "{run}\n";
    private static final String SHORTFALLS = "{shortfalls}\n";

    private Report() {}

    static String markdown(Machine machine, RunArguments request, List<Measurement> measurements) {
        return SECTIONS.splitAsStream(text("benchmarks.md"))
                .map(section -> section.replace(RUN, run(machine, request)))
                .map(section -> withTables(section, measurements))
                .map(section -> section.contains(SHORTFALLS)
                        ? section.replace(SHORTFALLS, Shortfall.markdown(measurements, titles(), reasons()))
                        : section)
                .collect(Collectors.joining());
    }

    private static String text(String name) {
        try (var in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Machine machine, RunArguments request) {
        return (request.quick() ? "A quick run: it shows that the benchmarks run, not what they cost.\n\n" : "")
                + "`%s` on %s, %s. JMH, %s.\n\n%s.\n"
                        .formatted(
                                request.command(),
                                machine.date(),
                                machine,
                                Thoroughness.of(request),
                                text("versions.txt").strip());
    }

    /** The title of the section that has the table of a group. */
    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        SECTIONS.splitAsStream(text("benchmarks.md")).forEach(section -> {
            var title = TITLE.matcher(section);
            if (title.find()) {
                TABLE.matcher(section)
                        .results()
                        .flatMap(table -> Arrays.stream(table.group(2).split(" ", -1)))
                        .forEach(group -> titles.put(group, title.group(1)));
            }
        });
        return titles;
    }

    /** Why it falls short, by group, as somebody has written it down. */
    private static Map<String, String> reasons() {
        var reasons = new HashMap<String, String>();
        SECTIONS.splitAsStream(text("reasons.md")).forEach(section -> {
            var group = REASON.matcher(section);
            if (group.find()) {
                reasons.put(group.group(1), section.substring(group.end()).strip() + "\n");
            }
        });
        return reasons;
    }

    private static String withTables(String section, List<Measurement> measurements) {
        var tables = TABLE.matcher(section).results().toList();
        var filled = TABLE.matcher(section)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table(table.group(1), Arrays.asList(table.group(2).split(" ", -1)), measurements)));
        var empty = !tables.isEmpty()
                && measurements.stream()
                        .noneMatch(m -> tables.stream()
                                .anyMatch(table -> Arrays.asList(table.group(2).split(" ", -1))
                                        .contains(m.group())));
        return empty ? "" : filled;
    }

    private static String table(String kind, List<String> groups, List<Measurement> measurements) {
        var chosen =
                measurements.stream().filter(m -> groups.contains(m.group())).toList();
        return chosen.isEmpty()
                ? ""
                : Table.valueOf(kind.toUpperCase(Locale.ROOT)).of(chosen);
    }
}
