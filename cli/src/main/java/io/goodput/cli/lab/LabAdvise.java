package io.goodput.cli.lab;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.lab.json.AdviceJson;
import io.goodput.lab.model.Population;
import io.goodput.lab.result.AdviceResult;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.sweep.Advice;
import io.goodput.lab.text.AdviceText;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab advise}: settings that keep more goodput through what a scenario disturbs. */
@Command(
        name = "advise",
        description = {
            "Looks for a guard and a server that keep more goodput through the disturbances of a scenario.",
            "",
            "Tries timeouts, attempts, budgets, limits and queues around what one variant has, and recommends what is"
                    + " shown to be better, the simplest of equals."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done, whatever is recommended", "2:bad input", "74:a report could not be written"})
final class LabAdvise implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Mixin
    private LabScenario scenario;

    @Option(
            names = "--population",
            paramLabel = "NAME",
            description = "Whose guard, and the server of the service that it calls (default: the first).")
    private @Nullable String population;

    @Mixin
    private LabPlan plan;

    @Mixin
    private LabText output;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabAdvise() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("advise", spec);
        output.refuseUnwritable(spec);
        var plain = YamlFile.parse("advise", "{vary: ~, figure: ~, claims: ~}");
        Scenario all = plan.of(scenario.text(spec).read(List.of(plain)));
        Scenario one = all.withVariants(List.of(all.variants().firstEntry().getKey()));
        var advice = new Advice(one, population(one), plan.threads());
        String command = "./goodput lab advise " + LabRun.quoted(scenario.name());
        try (Progress progress = Progress.of(one.name(), advice.runs(), " runs")) {
            AdviceResult report = advice.search(command, progress::done);
            output.write(
                    AdviceText.render(report, Terminal.screen()),
                    () -> AdviceJson.render(report),
                    spec.commandLine().getOut());
        }
        return ExitStatus.OK;
    }

    private Population population(Scenario one) {
        List<Population> all = one.variants().firstEntry().getValue().populations();
        return all.stream()
                .filter(each -> population == null || each.name().equals(population))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--population: " + population + " (expected: one of "
                        + all.stream().map(Population::name).collect(Collectors.joining(", ")) + ")"));
    }
}
