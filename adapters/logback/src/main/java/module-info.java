import org.jspecify.annotations.NullMarked;

/** A turbo filter that limits lines that are alike, and the ids of a request on every line of Logback. */
@NullMarked
module io.goodput.logback {
    requires static org.jspecify;
    requires transitive ch.qos.logback.classic;
    requires transitive ch.qos.logback.core;
    requires transitive io.goodput;
    requires transitive org.slf4j;

    exports io.goodput.logback;
}
