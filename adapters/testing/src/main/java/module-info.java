import org.jspecify.annotations.NullMarked;

/** A test kit for those who use guards. */
@NullMarked
module io.goodput.testing {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive io.goodput.sim;
    requires transitive java.net.http;
    requires transitive org.assertj.core;

    exports io.goodput.testing;
}
