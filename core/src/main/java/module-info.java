import org.jspecify.annotations.NullMarked;

/** The policies: state machines that are told the time and what happened, and answer what to do. */
@NullMarked
module io.goodput {
    requires static org.jspecify;

    exports io.goodput;
    exports io.goodput.breaker;
    exports io.goodput.keyed;
    exports io.goodput.limit;
    exports io.goodput.retry;
}
