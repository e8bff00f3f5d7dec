package io.goodput.config.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the parts of something, so that a person is told all of it at once. The same problem of
 * the same place counts once, and of more than {@value #MOST} only so many are kept.
 */
public final class Problems {
    private static final int MOST = 1_000;

    private final SequencedSet<Problem> found = new LinkedHashSet<>();
    private boolean isCut;

    /** With nothing found. */
    public Problems() {}

    /** Takes down the problems of an exception. */
    public void add(ConfigException refusal) {
        List<Problem> problems = refusal.problems();
        isCut |= problems.size() > MOST - found.size();
        problems.stream().limit(MOST - found.size()).forEach(found::add);
    }

    /** What a part comes to, or null if it was refused. */
    public <T> @Nullable T attempt(Supplier<T> part) {
        try {
            return part.get();
        } catch (ConfigException refusal) {
            add(refusal);
            return null;
        }
    }

    /** The same for a part that comes to nothing. */
    public void check(Runnable part) {
        try {
            part.run();
        } catch (ConfigException refusal) {
            add(refusal);
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses if anything was found, with all of it in the order of the file. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    /** To throw when something was found: all of it, in the order of the file; or that there is more than is told. */
    public ConfigException refusal() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Problem::place, FilePlace.IN_FILE_ORDER));
        if (isCut) {
            sorted.add(new Problem(
                    sorted.getLast().place(), "", "there are more problems than the " + MOST + " that are told"));
        }
        return new ConfigException(sorted);
    }
}
