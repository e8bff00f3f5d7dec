package io.goodput.cli.shell;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of the program and all its commands, in the language of {@code man}. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /**
     * The page.
     *
     * @param version of the program, for the foot of the page
     * @param environment the variables that it reads, and what each is for
     */
    static String of(CommandSpec program, String version, Map<String, String> environment) {
        var man = new ManPage();
        var root = new CommandPath("", program);
        man.line(".TH", program.name().toUpperCase(Locale.ROOT), "1", "", version, "User Commands");
        man.line(".SH", "NAME");
        man.text(program.name() + " - " + root.summary().replaceFirst("\\.$", ""));
        man.line(".SH", "SYNOPSIS");
        man.synopsis(root);
        man.line(".SH", "DESCRIPTION");
        man.about(root);
        man.line(".SH", "COMMANDS");
        CommandPath.all(program).stream().skip(1).forEach(man::command);
        man.exitStatus(program);
        man.line(".SH", "ENVIRONMENT");
        environment.forEach((name, purpose) -> {
            man.page.append(".TP\n");
            man.line(".B", name);
            man.text(purpose);
        });
        return man.page.toString();
    }

    private void command(CommandPath path) {
        line(".SS", path.spec().qualifiedName());
        synopsis(path);
        page.append(".PP\n");
        about(path);
    }

    private void synopsis(CommandPath path) {
        var arguments = Stream.of(
                        Stream.of(path.options().isEmpty() ? "" : "[OPTION...]"),
                        Stream.of(path.commands().isEmpty() ? "" : "COMMAND"),
                        path.parameters().stream().map(ManPage::label))
                .flatMap(words -> words)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        line(".B", path.spec().qualifiedName());
        text(arguments);
    }

    private void about(CommandPath path) {
        paragraphs(path.spec().usageMessage().description());
        path.parameters().forEach(parameter -> entry(label(parameter), parameter.description()));
        // What every command has is told once, above.
        path.options().stream()
                .filter(option -> !option.inherited())
                .forEach(option -> entry(names(option), option.description()));
    }

    private static String names(OptionSpec option) {
        var names = String.join(", ", option.names());
        return CommandPath.takesValue(option) ? names + " " + option.paramLabel() : names;
    }

    private static String label(PositionalParamSpec parameter) {
        return parameter.paramLabel() + (parameter.arity().isVariable() ? "..." : "");
    }

    private void entry(String head, String... description) {
        page.append(".TP\n");
        line(".B", head);
        for (String text : description) {
            text(CommandPath.plain(text));
        }
    }

    private void exitStatus(CommandSpec program) {
        line(".SH", "EXIT STATUS");
        program.usageMessage().exitCodeList().forEach((status, meaning) -> {
            page.append(".TP\n");
            line(".B", status);
            text(CommandPath.plain(meaning));
        });
    }

    /** Each begins a line of its own; an empty one, a paragraph. */
    private void paragraphs(String... lines) {
        boolean within = false;
        for (String text : lines) {
            page.append(text.isBlank() ? ".PP\n" : within ? ".br\n" : "");
            within = !text.isBlank();
            text(CommandPath.plain(text));
        }
    }

    private void line(String macro, String... arguments) {
        page.append(macro);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    private void text(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            // A dot or a quote that begins a line is a command.
            page.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
                    .append(escaped(line))
                    .append('\n');
        });
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
