import org.jspecify.annotations.NullMarked;

/** Virtual time: events, random streams, arrivals, distributions and statistics. */
@NullMarked
module io.goodput.sim {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires HdrHistogram;
    requires org.apache.commons.statistics.distribution;

    exports io.goodput.sim;
    exports io.goodput.sim.net;
    exports io.goodput.sim.random;
    exports io.goodput.sim.stat;
}
