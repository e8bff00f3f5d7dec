import org.jspecify.annotations.NullMarked;

/** Configuration: YAML with places, quantities with units, and errors that say what was expected. */
@NullMarked
module io.goodput.config {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;

    exports io.goodput.config;
}
