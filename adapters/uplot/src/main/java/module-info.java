import org.jspecify.annotations.NullMarked;

/** The charts of pages: uPlot, unchanged, with its licence. */
@NullMarked
module io.goodput.uplot {
    requires static org.jspecify;

    exports io.goodput.uplot;
}
