import org.jspecify.annotations.NullMarked;

/** Peers for our own tests: whoever is at the other end of a socket or a pipe. */
@NullMarked
module io.goodput.peer {
    requires static org.jspecify;

    exports io.goodput.peer;
}
