package io.goodput.cli.load;

import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Options as they were given, for whoever reads a result: those that are named, for others may hold a secret. */
public final class GivenOptions {
    private GivenOptions() {}

    /** The options that are among those shown, each as it was given, with a space before it. */
    public static String of(CommandSpec spec, Set<String> shown) {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> shown.contains(option.longestName()))
                .map(option -> option.arity().max() == 0
                        ? " " + option.longestName()
                        : " " + option.longestName() + " " + String.join(",", option.originalStringValues()))
                .distinct()
                .collect(Collectors.joining());
    }
}
