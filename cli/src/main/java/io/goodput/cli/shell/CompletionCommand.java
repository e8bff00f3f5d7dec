package io.goodput.cli.shell;

import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput completion}: what a shell needs to complete the commands and options of goodput. */
@Command(
        name = "completion",
        description = {
            "Prints a script with which a shell completes commands and options.",
            "",
            "bash: source <(goodput completion bash)",
            "zsh:  source <(goodput completion zsh), after compinit",
            "fish: goodput completion fish | source"
        })
public final class CompletionCommand implements Subcommand {
    /** Shells that there is a script for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell;

    /** Only picocli fills in the specification and the shell, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public CompletionCommand() {}

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        spec.commandLine().getOut().print(script(program));
        return ExitStatus.OK;
    }

    private String script(CommandLine program) {
        return switch (shell) {
            case bash -> AutoComplete.bash(program.getCommandName(), program);
            case zsh -> ZshCompletion.of(program.getCommandSpec());
            case fish -> FishCompletion.of(program.getCommandSpec());
        };
    }
}
