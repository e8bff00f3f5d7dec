import org.jspecify.annotations.NullMarked;

/** A limiter of lines that are alike, and the ids of a request on every line, for code that logs by SLF4J. */
@NullMarked
module io.goodput.slf4j {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive org.slf4j;

    exports io.goodput.slf4j;
}
