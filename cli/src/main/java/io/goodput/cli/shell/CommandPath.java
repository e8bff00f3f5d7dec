package io.goodput.cli.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command of the tree, and the words that lead to it.
 *
 * @param words after the name of the program: {@code lab run}; empty for the program itself
 */
record CommandPath(String words, CommandSpec spec) {
    /** The program and all commands below it, each before those below itself; hidden ones are left out. */
    static List<CommandPath> all(CommandSpec program) {
        List<CommandPath> all = new ArrayList<>();
        new CommandPath("", program).addTo(all);
        return all;
    }

    private void addTo(List<CommandPath> all) {
        all.add(this);
        commands().forEach(command -> command.addTo(all));
    }

    /** The words so far, a space, and the word that leads on: what scripts match to find where they are. */
    String step() {
        return words.contains(" ") ? words : " " + words;
    }

    List<CommandPath> commands() {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                .filter(command -> !command.usageMessage().hidden())
                .map(command -> new CommandPath((words + " " + command.name()).strip(), command))
                .sorted(Comparator.comparing(CommandPath::words))
                .toList();
    }

    List<OptionSpec> options() {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
    }

    List<PositionalParamSpec> parameters() {
        return spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
    }

    /** What it is for, in a line. */
    String summary() {
        var header = spec.usageMessage().header();
        return firstLine(header.length > 0 ? header : spec.usageMessage().description());
    }

    static String firstLine(String... description) {
        return description.length == 0 ? "" : plain(description[0]);
    }

    /** Without picocli's marks, as a terminal without colours shows it. */
    static String plain(String text) {
        return Ansi.OFF.string(text.replace("%%", "%").replace("%n", " ")).strip();
    }

    /** The values that there are, if they can be listed. */
    static List<String> values(ArgSpec argument) {
        var candidates = argument.completionCandidates();
        if (candidates != null) {
            return StreamSupport.stream(candidates.spliterator(), false).toList();
        }
        return argument.type().isEnum()
                ? Arrays.stream(argument.type().getEnumConstants())
                        .map(Object::toString)
                        .toList()
                : List.of();
    }

    /** Whether the name of a file fits, as far as the type or the label tells. */
    static boolean takesFile(ArgSpec argument) {
        return Stream.of(argument.auxiliaryTypes()).anyMatch(type -> type == Path.class || type == File.class)
                || argument.paramLabel().matches(".*(FILE|FOLDER|DIR).*");
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }
}
