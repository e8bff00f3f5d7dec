import org.jspecify.annotations.NullMarked;

/** A filter that limits lines that are alike, and the ids of a request on every line of Log4j. */
@NullMarked
module io.goodput.log4j {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive org.apache.logging.log4j;
    requires transitive org.apache.logging.log4j.core;

    exports io.goodput.log4j;

    // Log4j makes and sets up by reflection what its configuration names.
    opens io.goodput.log4j to
            org.apache.logging.log4j.core;

    provides org.apache.logging.log4j.core.util.ContextDataProvider with
            io.goodput.log4j.CallContextData;
}
