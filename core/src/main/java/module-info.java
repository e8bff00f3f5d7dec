import org.jspecify.annotations.NullMarked;

/** The policies: state machines that are told the time and what happened, and answer what to do. */
@NullMarked
module io.goodput {
    requires static org.jspecify;

    exports io.goodput;
    exports io.goodput.admission;
    exports io.goodput.balance;
    exports io.goodput.breaker;
    exports io.goodput.cache;
    exports io.goodput.erasure;
    exports io.goodput.event;
    exports io.goodput.fair;
    exports io.goodput.guard;
    exports io.goodput.health;
    exports io.goodput.hedge;
    exports io.goodput.keyed;
    exports io.goodput.latency;
    exports io.goodput.limit;
    exports io.goodput.lint;
    exports io.goodput.logging;
    exports io.goodput.meter;
    exports io.goodput.outlier;
    exports io.goodput.quorum;
    exports io.goodput.retry;
    exports io.goodput.shard;
}
