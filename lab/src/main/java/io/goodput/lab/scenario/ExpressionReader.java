package io.goodput.lab.scenario;

import io.goodput.config.problem.Echo;
import io.goodput.lab.scenario.Expression.Apply;
import io.goodput.lab.scenario.Expression.Argument;
import io.goodput.lab.scenario.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small expressions of scenarios, token by token: words, text in quotes, and the symbols {@code ( ) , + * = <
 * > <= >=}.
 */
final class ExpressionReader {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(<=|>=|[(),+*=<>])|\"([^\"]*)\"|([^\\s(),+*=<>\"]+))");
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1_000;

    private static final Pattern SYMBOL = Pattern.compile("[(),+*=<>]=?");

    private record Token(String text, boolean isSymbol) {
        boolean is(String expected) {
            return text.equals(expected) && isSymbol == SYMBOL.matcher(expected).matches();
        }
    }

    private final String text;
    private final List<Token> tokens;
    private int next;

    ExpressionReader(String text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    private static List<Token> tokens(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    Echo.of(text) + ": has " + text.length() + " characters (expected: at most " + LONGEST + ")");
        }
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(text);
        int length = text.stripTrailing().length();
        int end = 0;
        while (end < length) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException(Echo.of(text) + ": a quote is not closed");
            }
            end = matcher.end();
            String symbol = matcher.group(1);
            String quoted = matcher.group(2);
            tokens.add(new Token(symbol != null ? symbol : quoted != null ? quoted : matcher.group(3), symbol != null));
        }
        return tokens;
    }

    /** Takes the symbol or word if it comes next; a symbol in quotes is none. */
    boolean take(String expected) {
        if (next < tokens.size() && tokens.get(next).is(expected)) {
            next++;
            return true;
        }
        return false;
    }

    /** The next one of these symbols, or null if something else comes. */
    @Nullable String takeAny(List<String> symbols) {
        for (String symbol : symbols) {
            if (take(symbol)) {
                return symbol;
            }
        }
        return null;
    }

    /** A word or a function. */
    Expression operand(String expected) {
        return operand(expected, 0);
    }

    private Expression operand(String expected, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(Echo.of(text) + ": nested too deeply");
        }
        if (next == tokens.size() || tokens.get(next).isSymbol) {
            throw unexpected(expected);
        }
        String word = tokens.get(next++).text;
        return take("(") ? new Apply(word, arguments(depth)) : new Word(word);
    }

    private List<Argument> arguments(int depth) {
        var arguments = new ArrayList<Argument>();
        if (take(")")) {
            return arguments;
        }
        do {
            arguments.add(argument(depth));
        } while (take(","));
        if (!take(")")) {
            throw unexpected(", or )");
        }
        return arguments;
    }

    private Argument argument(int depth) {
        Expression value = operand("an argument", depth + 1);
        if (value instanceof Word(String name) && take("=")) {
            return new Argument(name, operand("the value of " + name, depth + 1));
        }
        return new Argument(null, value);
    }

    void expectEnd(String expected) {
        if (next < tokens.size()) {
            throw unexpected(expected);
        }
    }

    IllegalArgumentException unexpected(String expected) {
        String found = next < tokens.size() ? "unexpected " + Echo.of(tokens.get(next).text) : "ends too soon";
        return new IllegalArgumentException(Echo.of(text) + ": " + found + " (expected: " + expected + ")");
    }
}
