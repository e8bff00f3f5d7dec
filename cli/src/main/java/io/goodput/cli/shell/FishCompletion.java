package io.goodput.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A completion script for fish: one line for each command, option and parameter, under the condition of where it fits.
 */
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec spec) {
        var fish = new FishCompletion(spec.name());
        List<CommandPath> all = CommandPath.all(spec);
        fish.script.append(conditions(
                spec.name(),
                all.stream()
                        .skip(1)
                        .map(CommandPath::step)
                        .map(FishCompletion::quoted)
                        .collect(Collectors.joining(" "))));
        all.forEach(fish::add);
        return fish.script.toString();
    }

    private static String conditions(String program, String steps) {
        return """
            # Completion of %1$s for fish.

            # Whether the commands typed so far are the argument.
            function __%1$s_at
                set -l path ""
                for token in (commandline -opc)[2..]
                    switch "$path $token"
                        case %2$s
                            set path (string trim "$path $token")
                    end
                end
                test "$path" = "$argv[1]"
            end

            complete -c %1$s -f
            """.formatted(program, steps);
    }

    private void add(CommandPath path) {
        path.commands()
                .forEach(command -> add(path, "-a " + quoted(command.spec().name()), command.summary()));
        path.options().forEach(option -> add(path, words(option), CommandPath.firstLine(option.description())));
        path.parameters().forEach(parameter -> {
            var values = CommandPath.values(parameter);
            if (!values.isEmpty()) {
                add(path, "-a " + quoted(String.join(" ", values)), "");
            } else if (CommandPath.takesFile(parameter)) {
                add(path, "-F", "");
            }
        });
    }

    private void add(CommandPath path, String words, String about) {
        script.append("complete -c %s -n %s %s"
                .formatted(program, quoted("__%s_at %s".formatted(program, quoted(path.words()))), words));
        if (!about.isEmpty()) {
            script.append(" -d ").append(quoted(about));
        }
        script.append('\n');
    }

    private static String words(OptionSpec option) {
        var words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .append(' ');
        }
        var values = CommandPath.values(option);
        if (!values.isEmpty()) {
            words.append("-x -a ").append(quoted(String.join(" ", values)));
        } else if (CommandPath.takesValue(option)) {
            words.append(CommandPath.takesFile(option) ? "-r -F" : "-x");
        }
        return words.toString().strip();
    }

    /** In single quotes, fish knows two escapes. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
