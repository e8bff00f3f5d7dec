package io.goodput.lab.lint;

import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding of a model.
 *
 * @param finding its subject is the part of the model
 * @param keys from the root of the scenario's long form to what it is about: {@code clients}, {@code users},
 *     {@code calls}, {@code guard}, {@code retry}; items of lists as {@code [0]}
 */
public record ModelFinding(Finding finding, List<String> keys) {
    /** Copies the list. */
    public ModelFinding {
        keys = List.copyOf(keys);
    }

    static ModelFinding of(Level level, LintRule rule, String subject, List<String> keys, String message) {
        return new ModelFinding(new Finding(level, rule, subject, "", message), keys);
    }

    /** Of a guard, by its own rules: the keys to the guard, and those of the setting. */
    static ModelFinding of(Finding finding, List<String> guard) {
        var keys = new ArrayList<>(guard);
        if (!finding.setting().isEmpty()) {
            keys.addAll(List.of(finding.setting().split("\\.", -1)));
        }
        return new ModelFinding(finding, keys);
    }
}
