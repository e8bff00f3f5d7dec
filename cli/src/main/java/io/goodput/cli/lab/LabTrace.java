package io.goodput.cli.lab;

import io.goodput.config.problem.ConfigException;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Parts;
import io.goodput.lab.page.TracePage;
import io.goodput.lab.records.RecordsPlan;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.trace.ChromeTrace;
import io.goodput.lab.trace.JsonTrace;
import io.goodput.lab.trace.TextTrace;
import io.goodput.lab.trace.TraceFilter;
import io.goodput.lab.trace.TraceRun;
import io.goodput.lab.trace.TraceSink;
import io.goodput.lab.world.Tally;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab trace}: one run, event by event. */
@Command(
        name = "trace",
        description = {
            "Follows one run event by event: who sent what to whom, when, how it ended and why.",
            "",
            "Prints lines for people, or JSON lines, draws a page, or writes records of telemetry, of which 'goodput"
                    + " logs' answers questions as of those of production."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:bad input", "70:an internal error", "74:it could not be written"})
final class LabTrace implements Callable<Integer> {
    private static final int MOST_EVENTS = 10_000_000;
    private static final int EVENTS = 10_000;
    private static final int RECORDS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Mixin
    private LabScenario scenario;

    @Option(names = "--seed", paramLabel = "N", description = "Of the run (default: the scenario's first).")
    private @Nullable Long seed;

    @Option(names = "--variant", paramLabel = "NAME", description = "Which one is run (default: the first).")
    private @Nullable String chosen;

    @Mixin
    private TraceOptions wanted;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--sampled", description = "Leaves out of the records what sampling does in production.")
    private boolean sampled;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The most events printed (default: 10000), or about how many records are written (default:"
                    + " 1000000); a page has limits of its own.")
    private @Nullable Integer limit;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabTrace() {}

    /** What it comes out as. */
    private static final class Form {
        @Option(names = "--json", description = "Prints one JSON object a line.")
        private boolean json;

        @Option(
                names = "--chrome",
                description = "Prints a JSON array in the Trace Event Format, which Perfetto opens.")
        private boolean chrome;

        @Option(names = "--html", paramLabel = "FILE", description = "Draws the calls as a self-contained page.")
        private @Nullable Path html;

        @Option(
                names = "--records",
                paramLabel = "FOLDER",
                description = "Writes records of telemetry: what begins from --from to --to, of all parts.")
        private @Nullable Path records;
    }

    @Override
    public Integer call() throws IOException {
        lab.refuseWhatComesBefore("trace", spec);
        if (limit != null && (limit < 1 || limit > MOST_EVENTS)) {
            throw new ConfigException("--limit: " + limit + " (expected: 1 to " + MOST_EVENTS + ")");
        }
        Scenario read = scenario.read(spec);
        String variant = variant(read);
        Model model = Objects.requireNonNull(read.variants().get(variant));
        RunPlan plan = plan(read.plan());
        TraceFilter filter = wanted.filter(model, plan);
        PrintWriter out = spec.commandLine().getOut();
        if (form.records != null) {
            wanted.refuseFilters("--records");
            int most = limit == null ? RECORDS : limit;
            var records = new TraceRecords(spec, new RecordsPlan(form.records, variant, filter.span(), sampled, most));
            records.refuseFolder();
            records.write(model, plan);
            return ExitStatus.OK;
        }
        if (sampled) {
            throw new ConfigException("--sampled: without records (expected: --records FOLDER)");
        }
        if (form.html == null) {
            follow(model, plan, filter, printed(model, plan, out));
        } else {
            draw(form.html, read, variant, model, plan, filter);
        }
        return ExitStatus.OK;
    }

    private TraceSink printed(Model model, RunPlan plan, PrintWriter out) {
        int most = limit == null ? EVENTS : limit;
        if (form.chrome) {
            return new ChromeTrace(out, most);
        }
        return form.json
                ? new JsonTrace(out, most)
                : new TextTrace(model, plan.length().toNanos(), out, most);
    }

    private static void follow(Model model, RunPlan plan, TraceFilter filter, TraceSink sink) {
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        new TraceRun(model, plan.firstSeed(), tally, filter, sink).run();
    }

    private void draw(Path file, Scenario read, String variant, Model model, RunPlan plan, TraceFilter filter)
            throws IOException {
        WholeFiles.refuseUnwritable(spec, "--html", file);
        var page = new TracePage(read.name(), variant, model, plan.firstSeed(), filter.span());
        follow(model, plan, filter, page);
        try (var files = new WholeFiles()) {
            files.write(file, page.render());
        }
        spec.commandLine().getOut().println(file + ": " + page.summary());
    }

    private String variant(Scenario read) {
        List<String> names = List.copyOf(read.variants().keySet());
        if (chosen == null) {
            return names.getFirst();
        }
        if (!names.contains(chosen)) {
            throw new ConfigException("--variant: " + chosen + " (expected: " + Parts.expected(chosen, names) + ")");
        }
        return chosen;
    }

    private RunPlan plan(RunPlan written) {
        try {
            return new RunPlan(written.length(), 1, seed == null ? written.firstSeed() : seed, written.settled());
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--" + wrong.getMessage());
        }
    }
}
