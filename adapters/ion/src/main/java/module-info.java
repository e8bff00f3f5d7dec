import org.jspecify.annotations.NullMarked;

/** Records of telemetry as Ion binary, written by hand-made code and read as lines of JSON. */
@NullMarked
module io.goodput.ion {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
    requires com.amazon.ion;

    exports io.goodput.ion;
}
