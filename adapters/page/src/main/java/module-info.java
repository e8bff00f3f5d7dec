import org.jspecify.annotations.NullMarked;

/** What pages have in common: safe text, their head, their ground, their charts. */
@NullMarked
module io.goodput.page {
    requires static org.jspecify;

    exports io.goodput.page;
}
