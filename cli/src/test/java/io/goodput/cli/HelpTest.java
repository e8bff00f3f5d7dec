package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What each command says of itself in the list of the commands around it. */
class HelpTest {
    @Test
    void each_command_is_told_in_a_whole_sentence() {
        List<String> broken = new ArrayList<>();
        collect(Goodput.commandLine(), broken);
        assertThat(broken).isEmpty();
    }

    private static void collect(CommandLine command, List<String> broken) {
        String[] description = command.getCommandSpec().usageMessage().description();
        if (description.length > 0 && !description[0].endsWith(".")) {
            broken.add(command.getCommandSpec().qualifiedName() + ": " + description[0]);
        }
        command.getSubcommands().values().forEach(each -> collect(each, broken));
    }
}
