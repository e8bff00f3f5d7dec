package io.goodput.terminal;

import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.FileFinding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How a command that checks files tells what it found, and what the exit status of that says. */
@Command(
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all can be used",
            "1:one has warnings (with --strict)",
            "2:one cannot be used, or does not exist",
            "74:it could not be written"
        })
public final class CheckOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--strict", description = "Warnings fail: exit status 1.")
    private boolean strict;

    @Option(names = "--json", description = "Print JSON: each file with its findings.")
    private boolean json;

    @Option(
            names = "--accept",
            paramLabel = "CODE",
            split = ",",
            converter = RuleConverter.class,
            description =
                    "A finding that is so on purpose, such as retry-without-budget. A guard's block says the same "
                            + "with 'accept: [CODE]'.")
    private List<LintRule> accepted = List.of();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public CheckOptions() {}

    /**
     * Tells what was found: a line for each file that can be used on standard output and each finding on standard
     * error, or all of it as JSON on standard output.
     *
     * @param files by name
     * @param summary of a file that can be used: {@code valid, 2 guards}
     * @return the exit status
     */
    public <T> int tell(SequencedMap<String, CheckedFile<T>> files, Function<T, String> summary) {
        var kept = new LinkedHashMap<String, CheckedFile<?>>();
        files.forEach((name, file) -> kept.put(name, withoutAccepted(file)));
        var checked = new CheckedFiles(kept);
        CommandLine command = spec.commandLine();
        if (json) {
            command.getOut().print(checked.json());
        } else {
            files.forEach((name, file) -> {
                CheckedFile<T> told = withoutAccepted(file);
                told.findings().forEach(finding -> Complaints.say(command, finding.text()));
                if (told.value() != null) {
                    String counted = CheckedFiles.counted(told);
                    command.getOut()
                            .println(name + ": " + summary.apply(told.value())
                                    + (counted.isEmpty() ? "" : "; " + counted));
                }
            });
        }
        return checked.count(Level.ERROR) > 0
                ? ExitStatus.BAD_INPUT
                : strict && checked.count(Level.WARNING) > 0 ? ExitStatus.WARNED : ExitStatus.OK;
    }

    private <T> CheckedFile<T> withoutAccepted(CheckedFile<T> file) {
        Set<String> codes = accepted.stream().map(LintRule::code).collect(Collectors.toSet());
        List<FileFinding> kept = file.findings().stream()
                .filter(finding -> !codes.contains(finding.code()))
                .toList();
        return new CheckedFile<>(file.value(), kept);
    }

    /** A rule by its code. */
    private static final class RuleConverter implements ITypeConverter<LintRule> {
        @Override
        public LintRule convert(String code) {
            return Arrays.stream(LintRule.values())
                    .filter(rule -> rule.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(code + ": no such finding (expected: one of "
                            + Arrays.stream(LintRule.values())
                                    .map(LintRule::code)
                                    .collect(Collectors.joining(", "))
                            + ")"));
        }
    }
}
