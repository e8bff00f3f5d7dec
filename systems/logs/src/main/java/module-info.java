import org.jspecify.annotations.NullMarked;

/** The questions that records of telemetry answer: models without I/O, and how they look. */
@NullMarked
module io.goodput.logs {
    requires static org.jspecify;
    requires transitive io.goodput.telemetry;
}
