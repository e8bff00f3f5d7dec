package io.goodput.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion function for zsh: finds the command that is typed, and hands what fits there to {@code _arguments}. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String of(CommandSpec program) {
        List<CommandPath> all = CommandPath.all(program);
        return script(
                program.name(),
                all.stream()
                        .skip(1)
                        .map(CommandPath::step)
                        .map(ZshCompletion::quoted)
                        .collect(Collectors.joining("|")),
                all.stream().map(ZshCompletion::branch).collect(Collectors.joining()));
    }

    private static String script(String program, String steps, String branches) {
        return """
            #compdef %1$s
            # Completion of %1$s for zsh.

            _%1$s() {
              local line= i=1 at=1
              for ((i = 2; i < CURRENT; i++)); do
                case "$line ${words[i]}" in
                  (%2$s) line="${line:+$line }${words[i]}" at=$i ;;
                esac
              done
              words=("${(@)words[at,-1]}")
              ((CURRENT -= at - 1))

              case $line in
            %3$s  esac
            }

            if [[ $funcstack[1] == _%1$s ]]; then
              _%1$s "$@"
            else
              compdef _%1$s %1$s
            fi
            """.formatted(program, steps, branches);
    }

    private static String branch(CommandPath path) {
        List<String> lines = new ArrayList<>();
        path.options().forEach(option -> lines.addAll(specs(option)));
        if (!path.commands().isEmpty()) {
            lines.add(quoted("1:command:(("
                    + path.commands().stream()
                            .map(command -> command.spec().name() + "\\:" + inner(command.summary()))
                            .collect(Collectors.joining(" "))
                    + "))"));
        }
        path.parameters().forEach(parameter -> lines.add(quoted("*:" + label(parameter) + ":" + action(parameter))));
        return "    (%s)%n      _arguments -s -S : \\%n        %s%n      ;;%n"
                .formatted(quoted(path.words()), String.join(" \\\n        ", lines));
    }

    /** One for each of its names. */
    private static List<String> specs(OptionSpec option) {
        var about = "["
                + CommandPath.firstLine(option.description())
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("]", "\\]")
                + "]";
        List<String> specs = new ArrayList<>();
        for (String name : option.names()) {
            specs.add(quoted(
                    CommandPath.takesValue(option)
                            ? "*" + name + (name.startsWith("--") ? "=" : "+") + about + ":" + label(option) + ":"
                                    + action(option)
                            : name + about));
        }
        return specs;
    }

    private static String action(ArgSpec argument) {
        var values = CommandPath.values(argument);
        if (!values.isEmpty()) {
            return "(" + String.join(" ", values) + ")";
        }
        return CommandPath.takesFile(argument) ? "_files" : " ";
    }

    private static String label(ArgSpec argument) {
        return argument.paramLabel().replaceAll("[<>\\[\\]:]", "");
    }

    /** A description within a list of values. */
    private static String inner(String text) {
        return "\"" + text.replaceAll("[\"\\\\$`]", "").replace(":", "\\:") + "\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
