package io.goodput.cli.shell;

import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code goodput man}: the manual page, for who packages goodput. */
@Command(name = "man", hidden = true, description = "Prints the manual page, for man.")
public final class ManCommand implements Subcommand {
    @Spec
    private CommandSpec spec;

    /** Only picocli fills in the specification, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public ManCommand() {}

    @Override
    public Integer call() throws Exception {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", "The Java to run on, 25 or newer. Without it one is looked for.");
        environment.put("GOODPUT_JAVA_OPTS", "More options for the JVM, such as -Xmx4g.");
        var program = spec.root();
        spec.commandLine()
                .getOut()
                .print(ManPage.of(program, program.versionProvider().getVersion()[0], environment));
        return ExitStatus.OK;
    }
}
