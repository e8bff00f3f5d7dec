package io.goodput.config.problem;

import io.goodput.lint.Level;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file, and what a check has to say of it.
 *
 * @param value what it comes to; null if it cannot be used
 * @param findings its errors if it cannot be used, otherwise what is dangerous in it, in the order of the file
 * @param <T> what it comes to
 */
public record CheckedFile<T>(@Nullable T value, List<FileFinding> findings) {
    /** Puts the findings into the order of the file. */
    public CheckedFile {
        findings = findings.stream()
                .sorted(Comparator.comparing(FileFinding::place, FilePlace.IN_FILE_ORDER))
                .toList();
    }

    /**
     * Reads a file and looks at what it comes to.
     *
     * @param file its name as the user gave it
     * @param page that says what such a file may hold
     * @param read throws a {@link ConfigException} if it cannot be used
     * @param look says what is dangerous
     */
    public static <T> CheckedFile<T> of(
            String file, String page, Supplier<T> read, Function<T, List<FileFinding>> look) {
        try {
            T value = read.get();
            return new CheckedFile<>(value, look.apply(value));
        } catch (ConfigException refusal) {
            return new CheckedFile<>(
                    null,
                    refusal.problems().stream()
                            .map(problem -> FileFinding.of(problem, file, page))
                            .toList());
        }
    }

    /** The same, coming to something else. */
    public <U> CheckedFile<U> map(Function<T, U> change) {
        return new CheckedFile<>(value == null ? null : change.apply(value), findings);
    }

    /** How many findings of a level there are. */
    public int count(Level level) {
        return (int)
                findings.stream().filter(finding -> finding.level() == level).count();
    }
}
