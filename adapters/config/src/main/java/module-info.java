import org.jspecify.annotations.NullMarked;

/** Configuration: YAML with places, quantities with units, and errors that say what was expected. */
@NullMarked
module io.goodput.config {
    requires static org.jspecify;
    requires transitive io.goodput;

    exports io.goodput.config;
}
