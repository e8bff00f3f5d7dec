package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.logs.contributors.ContributorBuilder;
import io.goodput.logs.contributors.ServiceContributors;
import io.goodput.logs.json.ContributorsJson;
import io.goodput.logs.map.MapBuilder;
import io.goodput.logs.map.MapNode;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.page.ContributorsHtml;
import io.goodput.logs.query.TopBy;
import io.goodput.logs.source.StoredRecords;
import io.goodput.logs.text.ContributorsText;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Terminal;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs contributors}: whom the work comes from, over time. */
@Command(
        name = "contributors",
        description = {
            "Draws whom the work of a service comes from, over time: tenants, clients, operations, errors.",
            "",
            "Each with the error that sampling leaves, its failures, its time, and traces to look at."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:there are no records",
            "2:bad input",
            "70:an internal error",
            "74:it could not be written"
        })
final class LogsContributors implements Callable<Integer> {
    private static final int MOST = 1_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = LogsFiles.DESCRIPTION)
    private List<Path> files = List.of();

    @Option(
            names = "--by",
            paramLabel = "BY",
            description = "By what to tell them apart: ${COMPLETION-CANDIDATES} (default: all of these).")
    private @Nullable TopBy by;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Of this service (default: the one where requests come in, which nobody else calls).")
    private @Nullable String service;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "So many of each (default: 10).")
    private int limit;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description =
                    "Length of an interval, at least 1s (default: ${DEFAULT-VALUE}); longer where there are many.")
    private Duration interval;

    @Mixin
    private FilterOptions filters;

    @Mixin
    private LogsFiles reader;

    @ArgGroup
    private LogsForm form = new LogsForm();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsContributors() {}

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST) {
            throw new ConfigException("--limit: " + limit + " (expected: 1 to " + MOST + ")");
        }
        form.refuseUnwritable(spec);
        long width = LogsFiles.micros("--interval", interval);
        var maps = new MapBuilder(width);
        var contributors = new ContributorBuilder(width);
        StoredRecords records = reader.stored(files, filters.bounds());
        LogsFiles.reading(() -> {
            records.read(record -> {
                if (filters.takes(record)) {
                    maps.add(record);
                    contributors.add(record);
                }
            });
            return records;
        });
        reader.complain(spec.commandLine(), records);
        return show(maps.build(), contributors);
    }

    private int show(ServiceMap map, ContributorBuilder contributors) throws IOException {
        MapNode door = map.door();
        if (door == null) {
            Complaints.say(spec.commandLine(), "there are no records");
            return ExitStatus.NOTHING_FOUND;
        }
        List<Facet> facets = by == null ? List.of(Facet.values()) : List.of(by.facet());
        ServiceContributors shown = contributors.of(service(map, door), facets, limit);
        form.write(
                spec,
                () -> ContributorsText.render(shown, Terminal.screen()),
                () -> ContributorsJson.of(shown).toPrettyString() + "\n",
                () -> ContributorsHtml.render(shown));
        return ExitStatus.OK;
    }

    private String service(ServiceMap map, MapNode door) {
        String wanted = service == null ? door.name() : service;
        if (map.services().stream().noneMatch(known -> known.name().equals(wanted))) {
            throw new ConfigException("--service: " + wanted + " (expected: one of "
                    + map.services().stream().map(MapNode::name).collect(Collectors.joining(", ")) + ")");
        }
        return wanted;
    }
}
