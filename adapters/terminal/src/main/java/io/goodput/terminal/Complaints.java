package io.goodput.terminal;

import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user reads on standard error when a command does not come to its end, and the exit status with it. */
public final class Complaints {
    private Complaints() {}

    /** The arguments were wrong: says how, and what was meant perhaps. The exit status. */
    public static int badInput(ParameterException complaint, String[] arguments) {
        var command = complaint.getCommandLine();
        say(command, String.valueOf(wording(complaint)).replaceFirst("^Error: ", ""));
        UnmatchedArgumentException.printSuggestions(complaint, command.getErr());
        command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        command.getErr().flush();
        return ExitStatus.BAD_INPUT;
    }

    /** To picocli a word too many is an argument without a place; where commands are expected it is a wrong command. */
    private static @Nullable String wording(ParameterException complaint) {
        if (complaint instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !complaint.getCommandLine().getSubcommands().isEmpty()) {
            return "Unknown command: '" + unmatched.getUnmatched().getFirst() + "'";
        }
        return complaint.getMessage();
    }

    /** The command has thrown: what that says of it, and the exit status. */
    public static int failure(Throwable failure, CommandLine command, boolean stacktrace) {
        if (failure instanceof ConfigException) {
            String.valueOf(failure.getMessage()).lines().forEach(line -> say(command, line));
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof IOException) {
            say(command, failure.getMessage());
            return ExitStatus.NOT_WRITTEN;
        }
        say(command, "internal error: " + failure);
        if (stacktrace) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println("Run it again with --stacktrace to see where.");
        }
        command.getErr().flush();
        return ExitStatus.INTERNAL_ERROR;
    }

    /** One line of complaint. */
    public static void say(CommandLine command, @Nullable String message) {
        command.getErr().println("goodput: " + command.getColorScheme().errorText(String.valueOf(message)));
        command.getErr().flush();
    }
}
