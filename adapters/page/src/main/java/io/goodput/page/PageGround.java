package io.goodput.page;

/** What all pages stand on: their colours, in the light and in the dark, as variables of their style sheets. */
public final class PageGround {
    private PageGround() {}

    /** The beginning of a style sheet. */
    public static String style() {
        return PageAsset.text(PageGround.class.getResourceAsStream("ground.css"), "ground.css");
    }
}
