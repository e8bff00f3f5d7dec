package io.goodput.logs.cost;

import io.goodput.config.DocumentKind;
import io.goodput.config.FormatVersion;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Environment;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Files of prices: {@code goodput: 1}, and a block of {@code prices}. */
public final class PriceListKind implements DocumentKind {
    private static final Key<PriceList> PRICES =
            Key.of("prices", PriceList.DECODER).required().about("What things cost");
    private static final Keys KEYS = Keys.of(FormatVersion.KEY, PRICES);

    /** For the service loader. */
    public PriceListKind() {}

    @Override
    public String name() {
        return "price-list";
    }

    @Override
    public JsonSchema schema() {
        return KEYS.schema().about("Prices of Goodput's logs.");
    }

    @Override
    public Set<String> marks() {
        return Set.of(PRICES.name());
    }

    @Override
    public String command() {
        return "goodput logs cost --prices FILE";
    }

    /**
     * Reads a file.
     *
     * @throws io.goodput.config.problem.ConfigException if it cannot be read or says what cannot be
     */
    public PriceList read(Path file) {
        return YamlFile.read(file, Environment.system(), decoder());
    }

    @Override
    public PriceList parse(String name, String text, Path folder) {
        return YamlFile.parse(name, text, Environment.system(), decoder());
    }

    @Override
    public CheckedFile<PriceList> check(String name, String text, Path folder) {
        return CheckedFile.of(name, "docs/telemetry/logs.md", () -> parse(name, text, folder), _ -> List.of());
    }

    @Override
    public boolean isForConfigCheck() {
        return true;
    }

    @Override
    public String summary(Object value) {
        PriceList list = (PriceList) value;
        int dependencies = list.dependencies().size();
        return "prices in " + list.currency() + " of " + dependencies
                + (dependencies == 1 ? " dependency" : " dependencies");
    }

    private Decoder<PriceList> decoder() {
        return Decoder.of("a price list", schema(), this::decode);
    }

    private PriceList decode(Node root) {
        refuseOthers(root);
        FormatVersion.check(root);
        return KEYS.read(root, block -> {
            block.get(FormatVersion.KEY);
            return block.get(PRICES);
        });
    }
}
