package io.goodput.lab.trace;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a trace speaks of: populations and their processes, services and their endpoints.
 *
 * @param members by each name, those who go by it: the processes or endpoints of a group, and it itself
 */
record Parts(Map<String, Set<String>> members) {
    static Parts of(Model model) {
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

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    Set<String> membersOf(Collection<String> parts) {
        var all = new LinkedHashSet<String>();
        parts.forEach(part -> all.addAll(members.getOrDefault(part, Set.of())));
        return all;
    }

    int longestName() {
        return members.keySet().stream().mapToInt(String::length).max().orElse(0);
    }
}
