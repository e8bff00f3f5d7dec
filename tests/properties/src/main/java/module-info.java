import org.jspecify.annotations.NullMarked;

/** Properties for our own tests: parameters made up from a seed, and shrunk where a test fails. */
@NullMarked
module io.goodput.property {
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.goodput.property;
}
