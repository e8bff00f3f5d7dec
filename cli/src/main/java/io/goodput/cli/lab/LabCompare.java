package io.goodput.cli.lab;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.lab.json.PairedJson;
import io.goodput.lab.result.PairedResult;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioText;
import io.goodput.lab.sweep.Pairs;
import io.goodput.lab.text.PairedText;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab compare}: a scenario with and without a change. */
@Command(
        name = "compare",
        description = {
            "Runs a scenario with and without a change, and says what the change makes better or worse.",
            "",
            "Both sides meet the same seeds, so that small differences show in few runs."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done, whatever the verdicts", "2:bad input", "74:a report could not be written"})
final class LabCompare implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Mixin
    private LabScenario scenario;

    @Option(
            names = "--with",
            required = true,
            paramLabel = "FILE",
            description = "Keys of the scenario, laid over it: blocks merge, values and lists replace, ~ takes away.")
    private Path with;

    @Mixin
    private LabPlan plan;

    @Mixin
    private LabText output;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabCompare() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("compare", spec);
        output.refuseUnwritable(spec);
        ScenarioText text = scenario.text(spec);
        var plain = YamlFile.parse("--with", "{vary: ~, figure: ~, claims: ~}");
        Scenario before = plan.of(text.read(List.of(plain)));
        Scenario after = plan.of(text.read(List.of(plain, ScenarioText.changes(with))));
        PairedResult report = new PairedResult(
                before.name(),
                String.valueOf(with.getFileName()),
                "./goodput lab compare " + LabRun.quoted(scenario.name()) + " --with " + LabRun.quoted(with.toString()),
                before.plan().firstSeed(),
                before.plan().seeds(),
                variants(before, after));
        output.write(
                PairedText.render(report, Terminal.screen()),
                () -> PairedJson.render(report),
                spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private List<PairedResult.Variant> variants(Scenario before, Scenario after) throws InterruptedException {
        for (String variant : before.variants().keySet()) {
            if (!after.variants().containsKey(variant)) {
                throw new ConfigException(with + ": has no variant " + variant + " (expected: "
                        + String.join(", ", before.variants().keySet()) + ", each as it is or changed)");
            }
        }
        try (Progress progress = Progress.of(before.name(), Pairs.runs(before), " runs")) {
            return Pairs.compare(before, after, plan.threads(), progress::done);
        }
    }
}
