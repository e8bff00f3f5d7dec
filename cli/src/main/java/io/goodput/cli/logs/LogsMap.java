package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.logs.json.MapJson;
import io.goodput.logs.map.MapBuilder;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.page.MapHtml;
import io.goodput.logs.source.StoredRecords;
import io.goodput.logs.text.MapText;
import io.goodput.logs.wording.TimelineWords;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Terminal;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs map}: who calls whom, and how that goes. */
@Command(
        name = "map",
        description = {
            "Draws services and what they call, and how that goes.",
            "",
            "Rates, failures and their causes, latencies, retries, what was shed, and whether it is the node that is ill"
                    + " or only the way to it."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:there are no records",
            "2:bad input",
            "70:an internal error",
            "74:it could not be written"
        })
final class LogsMap implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = LogsFiles.DESCRIPTION)
    private List<Path> files = List.of();

    @Option(
            names = "--by",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description =
                    "Length of an interval, at least 1s (default: ${DEFAULT-VALUE}); longer where there are many.")
    private Duration by;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "The interval of this instant, such as 2026-11-30T12:01:30Z, or after so long, such as 90s"
                    + " (default: all together).")
    private @Nullable String at;

    @Mixin
    private LogsFiles reader;

    @ArgGroup
    private LogsForm form = new LogsForm();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsMap() {}

    @Override
    public Integer call() throws IOException {
        form.refuseUnwritable(spec);
        ServiceMap map = map();
        if (map.intervals() == 0) {
            Complaints.say(spec.commandLine(), "there are no records");
            return ExitStatus.NOTHING_FOUND;
        }
        MapMoment moment = at == null ? map.whole() : map.at(interval(map, at));
        form.write(
                spec,
                () -> MapText.render(map, moment, Terminal.screen()),
                () -> MapJson.of(map, moment).toPrettyString() + "\n",
                () -> MapHtml.render(map, moment));
        return ExitStatus.OK;
    }

    private ServiceMap map() {
        StoredRecords records = reader.stored(files);
        var builder = new MapBuilder(LogsFiles.micros(by));
        LogsFiles.reading(() -> {
            records.read(builder::add);
            return records;
        });
        reader.complain(spec.commandLine(), records);
        return builder.build();
    }

    private static int interval(ServiceMap map, String at) {
        long interval = Math.floorDiv(micros(map, at) - map.start(), map.width());
        if (interval < 0 || interval >= map.intervals()) {
            throw new ConfigException("--at: " + at + " (expected: from " + TimelineWords.instant(map.start()) + " to "
                    + TimelineWords.instant(map.start() + map.intervals() * map.width()) + ")");
        }
        return (int) interval;
    }

    private static long micros(ServiceMap map, String at) {
        try {
            return at.contains("T")
                    ? ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(at))
                    : map.start() + Durations.parse(at).toNanos() / 1000;
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException wrong) {
            throw new ConfigException(
                    "--at: " + at + " (expected: an instant such as 2026-11-30T12:01:30Z, or a time such as 90s)");
        }
    }
}
