package io.goodput;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a name that a user gives may be; the same in a builder, in a configuration file and in its schema.
 *
 * <p>Names end up in messages, in the labels of metrics and as keys of files. So none has control characters or line
 * ends in it, none is blank, and none is endless.
 */
public enum NameRule {
    /** Of a guard, a server, a cache, and whatever else is a key of a configuration file. */
    WORD("letters, digits, '.', '_' and '-', at most 128 of them", "[\\p{L}\\p{Nd}._-]{1,128}"),

    /** Of what others named before: an endpoint such as {@code 10.0.0.7:8080}, a zone, a health check. */
    TEXT(
            "printable text that is not blank, of at most 256 characters",
            "(?![\\s\\p{Z}]*$)[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,256}");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final String expected;
    private final Pattern pattern;

    NameRule(String expected, String pattern) {
        this.expected = expected;
        this.pattern = Pattern.compile(pattern);
    }

    /** The whole of a name as a regular expression, of Java and of ECMAScript with the flag {@code u}. */
    public String pattern() {
        return pattern.pattern();
    }

    /** What is allowed, to complete {@code (expected: …)}. */
    public String expected() {
        return expected;
    }

    /** Whether this may be a name. */
    public boolean allows(@Nullable String name) {
        return name != null && pattern.matcher(name).matches();
    }

    /**
     * Gives back what may be a name.
     *
     * @param what is named so, for the message
     * @throws IllegalArgumentException if it may not: {@code what: "a b" (expected: …)}. A character that a terminal
     *     would obey is told by its number, and a long name is not repeated
     */
    public String check(String what, @Nullable String name) {
        if (name != null && pattern.matcher(name).matches()) {
            return name;
        }
        throw new IllegalArgumentException(what + ": " + problem(name) + " (expected: " + expected + ")");
    }

    /** What is wrong with a name that is not allowed. */
    private static String problem(@Nullable String name) {
        if (name == null) {
            return "null";
        }
        var unprintable = UNPRINTABLE.matcher(name);
        if (unprintable.find()) {
            return "character U+%04X".formatted(name.codePointAt(unprintable.start()));
        }
        return name.length() > 256 ? name.length() + " characters" : '"' + name + '"';
    }
}
