import org.jspecify.annotations.NullMarked;

/** A browser for our own tests: real pages, looked at and clicked on. */
@NullMarked
module io.goodput.browser {
    requires static org.jspecify;
    requires java.net.http;
    requires transitive tools.jackson.databind;

    exports io.goodput.browser;
}
