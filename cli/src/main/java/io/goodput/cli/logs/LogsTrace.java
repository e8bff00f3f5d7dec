package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.logs.json.TimelineJson;
import io.goodput.logs.page.TimelineHtml;
import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.source.StoredRecords;
import io.goodput.logs.text.TimelineText;
import io.goodput.logs.timeline.TraceTimeline;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs trace}: one trace as a timeline. */
@Command(
        name = "trace",
        description = {
            "Draws one trace: who asked whom, and how long it took.",
            "",
            "With the time that was left, and the chain that determined the end. Clocks that cannot be right are"
                    + " corrected, and it says by how much."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:no record belongs to that trace",
            "2:bad input",
            "70:an internal error",
            "74:it could not be written"
        })
final class LogsTrace implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("(?:00-)?([0-9a-f]{32})(?:-[0-9a-f]{16}-[0-9a-f]{2})?");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "The trace: 32 hexadecimal digits, or a traceparent.")
    private String id;

    @Parameters(index = "1..*", paramLabel = "FILES", arity = "0..*", description = LogsFiles.DESCRIPTION)
    private List<Path> files = List.of();

    @Mixin
    private LogsFiles reader;

    @ArgGroup
    private LogsForm form = new LogsForm();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsTrace() {}

    @Override
    public Integer call() throws IOException {
        String trace = trace();
        form.refuseUnwritable(spec);
        TraceTimeline timeline = TraceTimeline.of(trace, records(trace));
        if (timeline == null) {
            Complaints.say(spec.commandLine(), "no record belongs to trace " + trace);
            return ExitStatus.NOTHING_FOUND;
        }
        form.write(
                spec,
                () -> TimelineText.render(timeline, Terminal.screen()),
                () -> TimelineJson.of(timeline).toPrettyString() + "\n",
                () -> TimelineHtml.render(timeline));
        return ExitStatus.OK;
    }

    private String trace() {
        Matcher parsed = ID.matcher(id.toLowerCase(Locale.ROOT));
        if (!parsed.matches()) {
            throw new ConfigException("ID: " + id + " (expected: 32 hexadecimal digits, or a traceparent)");
        }
        return parsed.group(1);
    }

    private List<WorkRecord> records(String trace) {
        StoredRecords records = reader.stored(files);
        List<WorkRecord> found = LogsFiles.reading(() -> records.trace(trace));
        reader.complain(spec.commandLine(), records);
        return found;
    }
}
