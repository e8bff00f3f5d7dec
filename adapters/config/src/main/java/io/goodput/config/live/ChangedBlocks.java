package io.goodput.config.live;

import io.goodput.config.Configuration;
import io.goodput.config.section.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which blocks of two configurations are not the same. */
final class ChangedBlocks {
    private ChangedBlocks() {}

    /** Their keys, such as {@code guards.inventory}; of a section without names, the section's. */
    static List<String> of(Configuration before, Configuration after) {
        Set<Section<?>> sections = new LinkedHashSet<>(before.sections().keySet());
        sections.addAll(after.sections().keySet());
        List<String> keys = new ArrayList<>();
        for (Section<?> section : sections) {
            Object old = before.get(section);
            Object other = after.get(section);
            if (old instanceof Map<?, ?> names && other instanceof Map<?, ?> others) {
                Set<Object> all = new LinkedHashSet<>(names.keySet());
                all.addAll(others.keySet());
                all.removeIf(name -> Objects.equals(names.get(name), others.get(name)));
                all.forEach(name -> keys.add(section.key() + "." + name));
            } else if (!Objects.equals(old, other)) {
                keys.add(section.key());
            }
        }
        return List.copyOf(keys);
    }
}
