import org.jspecify.annotations.NullMarked;

/** What a terminal can show: safe text, its width, its colours. */
@NullMarked
module io.goodput.screen {
    requires static org.jspecify;

    exports io.goodput.screen;
}
