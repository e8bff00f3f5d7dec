package io.goodput.lab.print;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON as every report writes it. */
public final class JsonText {
    private JsonText() {}

    /** Indented, each row of numbers on one line, ending with a newline; the same tree always gives the same text. */
    public static String of(JsonNode tree) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER);
        var printer = new DefaultPrettyPrinter().withSeparators(separators).withObjectIndenter(indenter);
        return new JsonMapper().writer().with(printer).writeValueAsString(tree) + "\n";
    }

    /** Six digits; JSON knows no NaN and no infinity: what was not measured is null. */
    public static JsonNode number(double value) {
        return Double.isFinite(value)
                ? JsonNodeFactory.instance.numberNode(
                        new BigDecimal(value).round(new MathContext(6)).doubleValue())
                : JsonNodeFactory.instance.nullNode();
    }
}
