package io.goodput.lab.scenario;

import io.goodput.config.problem.NearestName;
import io.goodput.lab.scenario.Expression.Apply;
import io.goodput.lab.scenario.Expression.Argument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arguments of a function, by name. They may be written by position, by name, or some each way. */
final class Arguments {
    private final Apply apply;
    private final Map<String, Expression> values = new HashMap<>();

    Arguments(Apply apply) {
        this.apply = apply;
    }

    int count() {
        return apply.arguments().size();
    }

    boolean isNamed(String name) {
        return apply.arguments().stream().anyMatch(argument -> name.equals(argument.name()));
    }

    /** Gives every argument its name, and refuses missing, surplus and unknown ones. */
    void bind(String... names) {
        List<String> free = Arrays.asList(names);
        if (count() != names.length) {
            throw wrong("has " + count() + " arguments", names);
        }
        for (int i = 0; i < names.length; i++) {
            Argument argument = apply.arguments().get(i);
            String name = Objects.requireNonNullElse(argument.name(), names[i]);
            if (!free.contains(name)) {
                String nearest = NearestName.of(name, free);
                throw wrong(
                        "unknown argument " + new Expression.Word(name)
                                + (nearest == null ? "" : ", did you mean " + nearest + "?"),
                        names);
            }
            if (values.put(name, argument.value()) != null) {
                throw wrong("has " + name + " twice", names);
            }
        }
    }

    Expression get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private IllegalArgumentException wrong(String problem, String... names) {
        return new IllegalArgumentException(
                apply + ": " + problem + " (expected: " + apply.function() + "(" + String.join(", ", names) + "))");
    }
}
