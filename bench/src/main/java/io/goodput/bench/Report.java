package io.goodput.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables, with all that is needed to read them, to judge them and to get them again: the text of
 * {@code benchmarks.md} beside this class, in which a line such as <code>{cost RetryBenchmark}</code> stands for the
 * table of a group. A section all of whose tables are empty is left out.
 */
final class Report {
    private static final Pattern SECTIONS = Pattern.compile("^(?=## )", Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("^\\{(\\w+) ([\\w ]+)}\n", Pattern.MULTILINE);
    private static final String RUN = "{run}\n";

    private Report() {}

    static String markdown(Machine machine, Request request, List<Measurement> measurements) {
        return SECTIONS.splitAsStream(text())
                .map(section -> section.replace(RUN, run(machine, request)))
                .map(section -> withTables(section, measurements))
                .collect(Collectors.joining());
    }

    private static String text() {
        try (var in = Report.class.getResourceAsStream("benchmarks.md")) {
            if (in == null) {
                throw new IllegalStateException("benchmarks.md is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Machine machine, Request request) {
        return (request.quick() ? "A quick run: it shows that the benchmarks run, not what they cost.\n\n" : "")
                + "`%s` on %s, %s. JMH, %s.\n"
                        .formatted(request.command(), machine.date(), machine, Effort.of(request));
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
