package io.goodput.cli.lab;

import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioText;
import io.goodput.lab.scenario.Sweep;
import io.goodput.lab.scenario.Varied;
import io.goodput.lab.sweep.BistableWindows;
import io.goodput.lab.sweep.SweepFigures;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab sweep}: a scenario at many values of one key, or of two. */
@Command(
        name = "sweep",
        description = {
            "Runs a scenario at each value of a key, or of two keys: curves, or maps.",
            "",
            "Every variant meets the same seeds at every value. docs/lab/instruments.md says how to read the result."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:bad input", "74:a report could not be written"})
final class LabSweep implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Mixin
    private LabScenario scenario;

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "KEY=VALUES",
            description = {
                "A key and its values: a path such as workload.rate or 'faults[0].share', and from..to/step in one unit"
                        + " (10/s..80/s/10/s) or values with commas (1,3,5). Once or twice; at most 400 points."
            })
    private List<String> vary = List.of();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            split = ",(?![^(]*\\))",
            description = "What is drawn, separated by commas (default: goodput,metastable,amplification,p99).")
    private List<String> metrics = List.of();

    @Option(
            names = "--bistable",
            description = "Looks by bisection for the values between which some runs collapse for good and others do"
                    + " not. Done anyway where no run does at the first value and all do at the last.")
    private boolean bistable;

    @Option(
            names = "--tolerance",
            paramLabel = "N",
            description = "How exactly, in the unit of the values (default: a sixteenth of their mean step).")
    private @Nullable Double tolerance;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the figures as comma-separated values.")
    private @Nullable Path csv;

    @Mixin
    private LabPlan plan;

    @Mixin
    private LabOutput output;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabSweep() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("sweep", spec);
        output.refuseUnwritable(spec);
        if (csv != null) {
            WholeFiles.refuseUnwritable(spec, "--csv", csv);
        }
        ScenarioText text = scenario.text(spec);
        Scenario planned = plan.of(text.read(changes(axes())));
        refuseWhereNotNumeric(planned);
        var report = new Rendering.OfSweep(run(text, planned));
        writeCsv(report);
        output.write(report, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private Map<String, String> axes() {
        var axes = new LinkedHashMap<String, String>();
        for (String each : vary) {
            int equals = each.indexOf('=');
            if (equals < 1 || !each.matches("[^\"\\\\\\p{Cntrl}]{1,10000}")) {
                throw refused(
                        "--vary: " + each + " (expected: a key and its values, such as workload.rate=10/s..80/s/10/s)");
            }
            if (axes.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
                throw refused("--vary: " + each.substring(0, equals) + " twice (expected: another key)");
            }
        }
        return axes;
    }

    /** What is laid over the scenario: it varies these keys and no other, and its claims are about something else. */
    private List<Node> changes(Map<String, String> axes) {
        for (String each : metrics) {
            if (!each.matches("[^\"\\\\\\p{Cntrl}]{1,200}")) {
                throw refused("--metric: " + each + " (expected: such as goodput or attempts(database))");
            }
        }
        String values = axes.entrySet().stream()
                .map(axis -> quoted(axis.getKey()) + ": " + quoted(axis.getValue()))
                .collect(Collectors.joining(", "));
        String figure = metrics.isEmpty()
                ? ""
                : ", figure: {metric: ["
                        + metrics.stream().map(LabSweep::quoted).collect(Collectors.joining(", ")) + "]}";
        return List.of(
                YamlFile.parse("--vary", "{vary: ~, figure: ~, claims: ~}"),
                YamlFile.parse("--vary", "{vary: {" + values + "}" + figure + "}"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private void refuseWhereNotNumeric(Scenario planned) {
        Sweep sweep = Objects.requireNonNull(planned.sweep());
        boolean isNumeric = sweep.axes().size() == 1 && sweep.axes().getFirst().isNumeric();
        if ((bistable || tolerance != null) && !isNumeric) {
            throw refused("--bistable: over " + sweep.axes().size()
                    + " keys (expected: one key with rising numbers of one unit)");
        }
        if (tolerance != null && !(tolerance > 0)) {
            throw refused("--tolerance: " + tolerance + " (expected: more than 0)");
        }
    }

    private SweepResult run(ScenarioText text, Scenario planned) throws InterruptedException {
        String command = "./goodput lab sweep " + LabRun.quoted(scenario.name()) + " "
                + vary.stream().map(each -> "--vary " + LabRun.quoted(each)).collect(Collectors.joining(" "));
        var experiment = new Experiment(planned, command, plan.threads());
        try (Progress progress = Progress.of(planned.name(), experiment.runs(), " runs")) {
            SweepResult report =
                    SweepFigures.of(Objects.requireNonNull(planned.sweep()), experiment.run(progress::done));
            return report.withWindows(windows(text, planned, report));
        }
    }

    private List<SweepResult.Window> windows(ScenarioText text, Scenario planned, SweepResult report)
            throws InterruptedException {
        Varied axis = Objects.requireNonNull(planned.sweep()).axes().getFirst();
        if (report.isGrid() || !axis.isNumeric()) {
            return List.of();
        }
        BistableWindows.At scenario = (variant, value) ->
                plan.of(text.read(changes(Map.of(axis.path(), value)))).withVariants(List.of(variant));
        return new BistableWindows(axis, scenario, plan.threads(), tolerance).find(report, bistable);
    }

    private void writeCsv(Rendering.OfSweep report) throws IOException {
        if (csv != null) {
            try (var files = new WholeFiles()) {
                files.write(csv, report.csv());
            }
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
