package io.goodput.config;

import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Problems;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys that a user has every reason to write and that are nonetheless wrong: of another kind of file, or of a module
 * that is not there. All others are refused with the nearest right name.
 */
final class UnknownSection {
    /** What marks a file of another kind, and what is to be said of it, also where nobody reads that kind. */
    private static final Map<String, String> OTHERS = Map.of(
            "scenario", "a scenario of the lab, for 'goodput lab run FILE'",
            "prices", "a price list, for 'goodput logs cost --prices FILE'");

    /** The sections of the modules that one may leave out, and what to add for them. */
    private static final Map<String, String> MODULES = Map.of(
            "gateway", "goodput-gateway",
            "queue", "goodput-queue",
            "functions", "goodput-functions",
            "fleet", "goodput-fleet",
            "sql", "goodput-sql",
            "tables", "goodput-tables",
            "logs", "goodput-logs",
            "console", "goodput-console");

    private UnknownSection() {}

    /** The root without such keys, which are told as problems; a file of another kind has no other problem. */
    static Node leftOut(Node root, Sections known, Problems problems) {
        Set<String> keys = known.list().stream().map(section -> section.key()).collect(Collectors.toSet());
        Node rest = root;
        for (var entry : root.entries().entrySet()) {
            String key = entry.getKey();
            Node value = entry.getValue();
            if (keys.contains(key)) {
                continue;
            }
            String other = OTHERS.get(key);
            if (other != null) {
                throw value.keyError(
                        "this is " + other + " (expected: a configuration, with guards, servers and so on)");
            }
            String module = MODULES.get(key);
            if (module != null) {
                problems.add(value.keyError("the module that reads this section is missing (expected: "
                        + Echo.of(module) + " on the class path or the module path, or no such section)"));
                rest = rest.without(key);
            }
        }
        return rest;
    }
}
