package io.goodput.logs.page;

import io.goodput.page.PageAsset;
import io.goodput.page.PageGround;

/** What pages are made of: files beside this class. */
public final class LogsAsset {
    private LogsAsset() {}

    /** The text of a file. */
    public static String text(String name) {
        return PageAsset.text(LogsAsset.class.getResourceAsStream(name), name);
    }

    /** The style of all pages. */
    public static String style() {
        return PageGround.style() + text("logs.css");
    }
}
