package io.goodput.config.problem;

import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a check has to say of a place in a file: that it cannot be used, or that it is dangerous.
 *
 * @param level how bad it is; an error if the file cannot be used
 * @param file the file's name as the user gave it
 * @param place where; null if it is not at any one place
 * @param key the keys from the root to the value, such as {@code guards.inventory.retry}; empty if it is none's
 * @param code what kind of finding it is: {@link #INVALID}, or that of a {@link io.goodput.lint.LintRule}
 * @param message what is wrong
 * @param page that says why and what to do
 */
public record FileFinding(
        Level level, String file, @Nullable FilePlace place, String key, String code, String message, String page) {
    /** The code of all that makes a file unusable. */
    public static final String INVALID = "invalid";

    /** A problem, which is an error. */
    static FileFinding of(Problem problem, String file, String page) {
        String start = file + ": ";
        String message = problem.message();
        // What is no place's names the file itself.
        String own = message.startsWith(start) ? message.substring(start.length()) : message;
        return new FileFinding(Level.ERROR, file, problem.place(), problem.key(), INVALID, own, page);
    }

    /** What is dangerous at a place. */
    public static FileFinding of(Finding finding, FilePlace place, String key) {
        return new FileFinding(
                finding.level(),
                place.file(),
                place,
                key,
                finding.rule().code(),
                finding.message(),
                finding.rule().page());
    }

    /** The same with another message. */
    public FileFinding withMessage(String other) {
        return new FileFinding(level, file, place, key, code, other, page);
    }

    /** For a person and for editors: {@code file:line:column: warning: key: message [code, page]}, on one line. */
    public String text() {
        String where = place == null ? file : place.toString();
        String what = key.isEmpty() ? message : key + ": " + message;
        String why = code.equals(INVALID) ? "" : " [" + code + ", " + page + "]";
        return Echo.escaped(where + ": " + level.word() + ": " + what + why);
    }
}
