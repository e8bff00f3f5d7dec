package io.goodput.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: {@code [regex] [--quick] [--out file]}.
 *
 * @param regex which benchmarks, by a part of their names; all unless given
 * @param quick only to see that they run
 * @param out the file to write; standard output if null
 * @param arguments as they were given, for the report
 */
record RunArguments(String regex, boolean quick, @Nullable String out, List<String> arguments) {
    static RunArguments parse(List<String> arguments) {
        String regex = null;
        String out = null;
        var quick = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--out") && rest.hasNext()) {
                out = rest.next();
            } else if (argument.startsWith("-") || regex != null) {
                throw new IllegalArgumentException(argument + " (expected: [regex] [--quick] [--out <file>])");
            } else {
                regex = argument;
            }
        }
        return new RunArguments(regex == null ? ".*" : regex, quick, out, List.copyOf(arguments));
    }

    String command() {
        return ("bench/run " + String.join(" ", arguments)).strip();
    }
}
