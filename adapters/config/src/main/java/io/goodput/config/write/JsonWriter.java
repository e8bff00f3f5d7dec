package io.goodput.config.write;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** Writes JSON with the keys and the values of the YAML: quantities stay texts with their units. */
public final class JsonWriter {
    private static final PrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private JsonWriter() {}

    /** The text, indented, each line ended. */
    public static String write(Written.Entries root) {
        var out = new StringWriter();
        try (var json = new JsonFactory().createGenerator(new Pretty(), out)) {
            write(json, root);
        }
        return out + "\n";
    }

    private static void write(JsonGenerator json, Written value) {
        switch (value) {
            case Written.Literal(var text) -> json.writeRawValue(text);
            case Written.Text(var text) -> json.writeString(text);
            case Written.Items(var items) -> {
                json.writeStartArray();
                items.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Written.Entries(var values) -> {
                json.writeStartObject();
                values.forEach((key, each) -> {
                    json.writeName(key);
                    write(json, each);
                });
                json.writeEndObject();
            }
        }
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return ((DefaultPrettyPrinter) PRINTER).createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
