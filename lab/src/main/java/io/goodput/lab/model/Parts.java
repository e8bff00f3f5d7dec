package io.goodput.lab.model;

import io.goodput.config.problem.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that one speaks of in a run: populations and their processes, services and their endpoints.
 *
 * @param members by each name, those who go by it: the processes or endpoints of a group, and it itself
 */
public record Parts(Map<String, Set<String>> members) {
    private static final int MOST_LISTED = 20;

    /** Those of a model. */
    public static Parts of(Model model) {
        var members = new LinkedHashMap<String, Set<String>>();
        for (Population population : model.populations()) {
            add(members, population.name());
            for (int number = 1; number <= population.processes(); number++) {
                add(members, population.name(), population.processName(number));
            }
        }
        for (Service service : model.services()) {
            add(members, service.name());
            for (int number = 1; number <= service.endpoints(); number++) {
                add(members, service.name(), service.endpointName(number));
            }
        }
        return new Parts(members);
    }

    private static void add(Map<String, Set<String>> members, String group, String... others) {
        members.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(group);
        for (String other : others) {
            members.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(other);
            members.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(other);
        }
    }

    /**
     * Refuses a name that nobody goes by.
     *
     * @throws IllegalArgumentException if so; it says what was expected
     */
    public void refuseUnknown(String name) {
        refuseUnknown("part", name, names());
    }

    /**
     * Refuses a name that is not known.
     *
     * @param what it is the name of
     * @throws IllegalArgumentException if so; it says what was expected
     */
    public static void refuseUnknown(String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(what + ": " + name + " (expected: " + expected(name, known) + ")");
        }
    }

    /** The name that was probably meant, or the first of all. */
    public static String expected(String name, List<String> known) {
        String nearest = NearestName.of(name, known);
        if (nearest != null) {
            return nearest + "?";
        }
        return "one of " + String.join(", ", known.subList(0, Math.min(MOST_LISTED, known.size())))
                + (known.size() > MOST_LISTED ? ", …" : "");
    }

    /** All of them. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Those who go by any of these names. */
    public Set<String> membersOf(Collection<String> parts) {
        var all = new LinkedHashSet<String>();
        parts.forEach(part -> all.addAll(members.getOrDefault(part, Set.of())));
        return all;
    }

    /** Characters of the longest one. */
    public int longestName() {
        return members.keySet().stream().mapToInt(String::length).max().orElse(0);
    }
}
