package io.goodput.page;

/** uPlot 1.6.32 as it was published. A page that has its script says its {@link #licence} too. */
public final class UPlot {
    private UPlot() {}

    /** The script, which declares {@code uPlot}. */
    public static String script() {
        return text("uPlot.iife.min.js");
    }

    /** The style sheet. */
    public static String style() {
        return text("uPlot.min.css");
    }

    /** The MIT licence, with whose it is. */
    public static String licence() {
        return text("LICENSE");
    }

    private static String text(String name) {
        return PageAsset.text(UPlot.class.getResourceAsStream(name), name);
    }
}
