import org.jspecify.annotations.NullMarked;

/** What HTTP means to a guard, and the JDK's client behind one. */
@NullMarked
module io.goodput.http {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires transitive java.net.http;

    exports io.goodput.http;
    exports io.goodput.http.body;
    exports io.goodput.http.forward;
    exports io.goodput.http.head;
}
