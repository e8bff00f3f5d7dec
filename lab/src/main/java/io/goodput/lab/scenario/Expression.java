package io.goodput.lab.scenario;

import io.goodput.config.problem.Echo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small expression in a scenario: a word such as {@code 10ms}, or a function of others. */
sealed interface Expression {
    /** A quantity, a name, or text in quotes. */
    record Word(String text) implements Expression {
        @Override
        public String toString() {
            return Echo.of(text);
        }
    }

    /** A function and what it is applied to. */
    record Apply(String function, List<Argument> arguments) implements Expression {
        @Override
        public String toString() {
            return Echo.of(function) + "(…)";
        }
    }

    /** One argument, with its name if that was written. */
    record Argument(@Nullable String name, Expression value) {}

    /** The text of a word. */
    default String word(String expected) {
        return switch (this) {
            case Word(String text) -> text;
            case Apply apply -> throw new IllegalArgumentException(apply + " (expected: " + expected + ")");
        };
    }
}
