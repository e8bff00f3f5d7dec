package io.goodput.cli.lab;

import io.goodput.lab.catalogue.CataloguePage;
import io.goodput.lab.catalogue.CatalogueReport;
import io.goodput.lab.catalogue.CatalogueRun;
import io.goodput.lab.catalogue.CatalogueSection;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab report}: every scenario that comes with the lab, on one page. */
@Command(
        name = "report",
        description = {
            "Runs every scenario that comes with the lab and writes one page of all figures, with pictures beside it, and"
                    + " fills the figures of the catalogue's text.",
            "",
            "The same sources give the same page, so that a change of any policy shows as a difference."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:written, and every claim holds; with --check, nothing differs",
            "1:a claim does not hold; with --check, the page or a picture differs",
            "2:bad input",
            "70:an internal error",
            "74:it could not be written"
        })
final class LabReport implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Option(names = "--quick", description = "At most 30 seeds of each scenario; this is the page that is committed.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "docs/lab/report.md",
            description =
                    "The page (default: ${DEFAULT-VALUE}); the catalogue's text, catalogue.md, and the folder pictures"
                            + " lie beside it.")
    private Path file;

    @Option(names = "--check", description = "Writes nothing; compares with what is there, and prints what differs.")
    private boolean check;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabReport() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("report", spec);
        WholeFiles.refuseUnwritable(spec, "--out", file);
        List<CatalogueSection> sections = run();
        SequencedMap<Path, String> files = files(sections);
        if (check) {
            return compare(files) ? ExitStatus.OK : ExitStatus.CLAIM_FAILED;
        }
        write(files);
        boolean failed = sections.stream()
                .flatMap(section -> section.report().claims().stream())
                .anyMatch(claim -> claim.verdict() == Verdict.FAILS);
        return failed ? ExitStatus.CLAIM_FAILED : ExitStatus.OK;
    }

    private List<CatalogueSection> run() throws InterruptedException {
        var run =
                new CatalogueRun(Catalogue.names(), quick, Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.of("report", run.runs(), " runs")) {
            return run.run(progress::done);
        }
    }

    private SequencedMap<Path, String> files(List<CatalogueSection> sections) {
        var files = new LinkedHashMap<Path, String>();
        String command = "./goodput lab report" + (quick ? " --quick" : "");
        files.put(file, CatalogueReport.page(sections, command));
        files.put(file.resolveSibling(CataloguePage.FILE), CataloguePage.page(sections));
        Path pictures = file.resolveSibling(CatalogueReport.PICTURES);
        for (CatalogueSection section : sections) {
            section.pictures().forEach((name, svg) -> files.put(pictures.resolve(name), svg));
        }
        return files;
    }

    private void write(Map<Path, String> files) throws IOException {
        Files.createDirectories(file.resolveSibling(CatalogueReport.PICTURES));
        try (var whole = new WholeFiles()) {
            for (var entry : files.entrySet()) {
                whole.write(entry.getKey(), entry.getValue());
            }
        }
        spec.commandLine()
                .getOut()
                .printf("%s, %s beside it and %d pictures%n", file, CataloguePage.FILE, files.size() - 2);
    }

    private boolean compare(Map<Path, String> files) throws IOException {
        var out = spec.commandLine().getOut();
        boolean same = true;
        for (var entry : files.entrySet()) {
            String there = Files.exists(entry.getKey()) ? Files.readString(entry.getKey()) : "";
            if (!there.equals(entry.getValue())) {
                same = false;
                out.println(entry.getKey() + (there.isEmpty() ? " is missing" : " differs"));
                if (entry.getKey().toString().endsWith(".md")) {
                    new LineDifference(there, entry.getValue()).lines().forEach(out::println);
                }
            }
        }
        out.println(
                same
                        ? file + ", " + CataloguePage.FILE + " and the pictures are as they should be"
                        : "make them again without --check");
        return same;
    }
}
