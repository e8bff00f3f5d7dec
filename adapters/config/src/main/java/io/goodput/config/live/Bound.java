package io.goodput.config.live;

import io.goodput.config.Configuration;
import io.goodput.config.section.NamedSection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that lives, and the block that it goes by.
 *
 * @param apply makes it go by a block; null if it cannot change while it lives
 */
record Bound<T>(
        NamedSection<T> section, String name, @Nullable Consumer<T> apply) {

    String key() {
        return section.key() + "." + name;
    }

    private @Nullable T in(Configuration configuration) {
        return configuration.get(section).get(name);
    }

    /** Why it cannot go from one configuration to another, or null if it can. */
    @Nullable String objection(Configuration from, Configuration to) {
        if (in(to) == null) {
            return key() + ": is in use, and not there any more (expected: to stay until the next start)";
        }
        return apply == null && isChanged(from, to)
                ? key() + ": is in use, and cannot change while it is (expected: as it was, until the next start)"
                : null;
    }

    boolean isChanged(Configuration from, Configuration to) {
        T before = in(from);
        return before == null || !before.equals(in(to));
    }

    void goBy(Configuration configuration) {
        T block = in(configuration);
        if (apply != null && block != null) {
            apply.accept(block);
        }
    }
}
