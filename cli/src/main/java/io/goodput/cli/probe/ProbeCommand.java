package io.goodput.cli.probe;

import io.goodput.cli.load.BodyFile;
import io.goodput.lab.probe.Findings;
import io.goodput.load.HttpTarget;
import io.goodput.load.LoadClock;
import io.goodput.load.http.HttpSender;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.step.SteppedLoad;
import io.goodput.load.step.SteppedPlan;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.Subcommand;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput probe}: measures a service, finds its law, and writes it down as a scenario. */
@Command(
        name = "probe",
        description = {
            "Measures a service under rising load, and writes it down as a scenario for the lab.",
            "",
            "Sends requests to this machine only, unless --allow-remote names the host. docs/lab/probe.md explains it."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:measured; the scenario is written",
            "1:measured, but nothing can be recommended; no scenario is written",
            "2:bad input",
            "70:an internal error; --stacktrace shows where",
            "74:a file could not be written",
            "130:interrupted; no half-written file is left"
        })
public final class ProbeCommand implements Subcommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "What to probe, such as http://127.0.0.1:8080/orders.")
    private String url;

    @Option(names = "--method", defaultValue = "GET", description = "Method of the request (default: GET).")
    private String method;

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "A header of the request; may be repeated.")
    private List<String> headers = List.of();

    @Option(names = "--body", paramLabel = "FILE", description = "Body of the request, at most 1 MiB.")
    private @Nullable Path body;

    @Option(
            names = "--allow-remote",
            paramLabel = "HOST",
            description = "Consent to load another machine: exactly the host of the URL.")
    private @Nullable String allowed;

    @Mixin
    private ProbeLoad load;

    @Mixin
    private ProbeOutput output;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public ProbeCommand() {}

    @Override
    public Integer call() throws Exception {
        output.refuseUnwritable(spec);
        HttpTarget target;
        SteppedPlan plan;
        int requests;
        try {
            target = HttpTarget.of(url, allowed)
                    .request(method, BodyFile.read(body))
                    .headers(headers);
            plan = load.plan();
            requests = plan.requests();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        String command = "./goodput probe " + target.shown() + load.given(spec);
        Findings findings = Findings.of(run(target, plan, requests));
        output.write(findings, command, spec.commandLine().getOut());
        return findings.recommendation() == null ? ExitStatus.NOTHING_TO_RECOMMEND : ExitStatus.OK;
    }

    private static SteppedLoad.MeasuredSteps run(HttpTarget target, SteppedPlan plan, int requests)
            throws InterruptedException {
        try (var sender = new HttpSender(target, settings(plan));
                Progress progress = Progress.of("probe", requests, " requests")) {
            return new SteppedLoad(plan, sender, LoadClock.system()).run(progress::done);
        }
    }

    /** As many connections as there may be requests in flight, so that none waits for another. */
    private static HttpSettings settings(SteppedPlan plan) {
        return HttpSettings.STANDARD.connections(plan.mostInFlight()).timeout(plan.timeout());
    }
}
