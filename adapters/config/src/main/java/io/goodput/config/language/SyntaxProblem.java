package io.goodput.config.language;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.FilePlace;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import tools.jackson.core.JacksonException;

/** Says in a user's words what the YAML parser says in its own, at the place where the problem is. */
final class SyntaxProblem {
    private static final Pattern CANNOT_START = Pattern.compile("found character '(.+?)' that cannot start any token");
    private static final Pattern EXPECTED_BRACKET = Pattern.compile("^expected ',' or '(.)'");

    private SyntaxProblem() {}

    /**
     * An error for the user.
     *
     * @param token where the parser's last token starts
     * @param start the character it starts with
     */
    static ConfigException of(JacksonException e, String file, FilePlace token, int start) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            var found = placeOf(marked.getProblemMark(), file, token);
            if (marked.getProblemMark().filter(SyntaxProblem::isInVariable).isPresent()) {
                return found.error("a variable between brackets without quotes (expected: \"${…}\")");
            }
            return explained(marked.getProblem(), found, placeOf(marked.getContextMark(), file, found));
        }
        if (e.getCause() instanceof YamlVersionException) {
            return token.error("a YAML version that is not supported (expected: no %YAML line)");
        }
        // Not the scanner's: the last token itself is one the parser could not use.
        var sigil = sigil(start);
        if (sigil != null) {
            return token.error(sigil);
        }
        if (e.getOriginalMessage().startsWith("Expected a property name")) {
            return token.error("found a list or a block as a key (expected: a key of plain text)");
        }
        return token.error("not YAML: " + Echo.of(e.getOriginalMessage()));
    }

    /** Between brackets of its own a value has no others. */
    private static boolean isInVariable(Mark mark) {
        int at = mark.getPointer();
        int[] text = mark.getBuffer();
        return at > 0 && at < text.length && text[at] == '{' && text[at - 1] == '$';
    }

    /** What is wrong with a token that starts so, or null if nothing is. */
    static @Nullable String sigil(int start) {
        return switch (start) {
            case '&' -> "anchors are not supported (expected: the value itself)";
            case '*' -> "aliases are not supported (expected: the value itself, or * in quotes)";
            case '!' -> "tags are not supported (expected: the value alone, or ! in quotes)";
            default -> null;
        };
    }

    private static FilePlace placeOf(Optional<Mark> mark, String file, FilePlace otherwise) {
        return mark.map(m -> new FilePlace(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(otherwise);
    }

    /**
     * The error for a problem of the scanner's.
     *
     * @param found where it gave up
     * @param opened where what it was reading starts
     */
    private static ConfigException explained(String problem, FilePlace found, FilePlace opened) {
        if (problem.contains("(TAB)")) {
            return found.error("a tab (expected: spaces)");
        }
        var unquoted = CANNOT_START.matcher(problem);
        if (unquoted.find()) {
            return found.error("a value cannot start with " + unquoted.group(1) + " (expected: the value in quotes)");
        }
        if (problem.contains("mapping values are not allowed here")) {
            return found.error("a key where none can be"
                    + " (expected: one key: value on a line, and quotes around a value with a colon)");
        }
        if (problem.contains("found unexpected end of stream")) {
            return opened.error("a quote is never closed (expected: a closing quote)");
        }
        if (problem.contains("expected <block end>")) {
            return found.error("wrong indentation, or keys mixed with list items"
                    + " (expected: the indentation of the lines above)");
        }
        if (problem.contains("could not find expected ':'")) {
            return opened.error("a line that is no key (expected: key: value)");
        }
        var bracket = EXPECTED_BRACKET.matcher(problem);
        if (bracket.find()) {
            return found.error("the bracket of line " + opened.line() + " is still open (expected: , or "
                    + bracket.group(1) + ")");
        }
        return found.error("not YAML: " + Echo.of(problem));
    }
}
