package io.goodput.logs.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What could not be read, by file, however often a question looks at it. Thread-safe. */
public final class ReadReport {
    private final Map<Path, FileDamage> damage = new ConcurrentHashMap<>();
    private final @Nullable ReadReport whole;

    /** Nothing was read yet. */
    public ReadReport() {
        this(null);
    }

    private ReadReport(@Nullable ReadReport whole) {
        this.whole = whole;
    }

    /** Where the parts of one look at files are told; what they are together is told here. */
    ReadReport ofParts() {
        return new ReadReport(this);
    }

    /** A look at a file, or at a part of it, saw this. */
    public void add(Path file, FileDamage seen) {
        if (seen.isNone()) {
            return;
        }
        if (whole == null) {
            damage.merge(file, seen, FileDamage::or);
        } else {
            whole.add(file, damage.merge(file, seen, FileDamage::plus));
        }
    }

    /** All that are damaged, by name. */
    public Map<Path, FileDamage> damaged() {
        return new TreeMap<>(damage);
    }
}
