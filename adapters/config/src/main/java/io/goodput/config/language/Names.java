package io.goodput.config.language;

import io.goodput.NameRule;
import io.goodput.config.problem.Expectation;
import io.goodput.config.schema.JsonSchema;
import java.util.function.Function;

/** Names as {@link NameRule} allows them, as values: of endpoints, zones and checks. */
public final class Names {
    private static final int LONGEST = 256;

    /** A name in any spelling, as {@link NameRule#TEXT} allows it. */
    public static final Codec<String> CODEC = Codec.ofText(
            NameRule.TEXT.expected(),
            JsonSchema.text(LONGEST),
            text -> allowed(NameRule.TEXT, text),
            Function.identity());

    private Names() {}

    private static String allowed(NameRule rule, String name) {
        if (rule.allows(name)) {
            return name;
        }
        throw name.isBlank()
                ? new IllegalArgumentException("blank (expected: " + rule.expected() + ")")
                : new Expectation(rule.expected()).unmet(name, "cannot be a name");
    }
}
