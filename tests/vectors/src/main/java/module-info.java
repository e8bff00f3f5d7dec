import org.jspecify.annotations.NullMarked;

/** Vectors for our own tests: requests that servers read differently. */
@NullMarked
module io.goodput.vector {
    requires transitive io.goodput.property;
    requires static org.jspecify;

    exports io.goodput.vector;
}
