package io.goodput.logs.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What could not be read, by file, however often a question looks at it. Thread-safe. */
public final class ReadReport {
    private final Map<Path, FileDamage> damage = new ConcurrentHashMap<>();

    /** Nothing was read yet. */
    public ReadReport() {}

    /** A look at a file saw this. */
    public void add(Path file, FileDamage seen) {
        if (!seen.isNone()) {
            damage.merge(file, seen, FileDamage::or);
        }
    }

    /** All that are damaged, by name. */
    public Map<Path, FileDamage> damaged() {
        return new TreeMap<>(damage);
    }
}
