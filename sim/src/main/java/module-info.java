import org.jspecify.annotations.NullMarked;

/** Virtual time: events, random streams, arrivals, distributions and statistics. */
@NullMarked
module io.goodput.sim {
    requires static org.jspecify;
    requires transitive io.goodput;

    exports io.goodput.sim;
}
