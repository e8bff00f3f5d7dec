package io.goodput.lab.page;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Palette.Ground;
import io.goodput.page.Markup;
import io.goodput.page.PageGround;
import io.goodput.page.PageHead;
import io.goodput.page.UPlot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all pages of the lab share: their style, and places in a template that are filled in. */
final class PageFrame {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageFrame() {}

    /** The style of pages with charts, light and dark, on a screen and in print. */
    static String style() {
        return UPlot.style()
                + "\n:root{" + Palette.variables(Ground.LIGHT) + "}\n"
                + "@media screen and (prefers-color-scheme:dark){:root:not([data-print]){"
                + Palette.variables(Ground.DARK) + "}}\n"
                + Palette.classes() + Palette.dashes() + "\n"
                + bareStyle();
    }

    /** The style of pages without. */
    static String bareStyle() {
        return PageGround.style() + Resource.text("page.css");
    }

    /**
     * The page of a template, below the head that all share, with each <code>{{name}}</code> replaced; every name must
     * be there, but for the title, the style and the scripts.
     */
    static String fill(String template, String title, String style, List<String> scripts, Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(parts);
        all.put("title", Markup.escape(title));
        return PageHead.of("Goodput lab", title, style, scripts)
                + PLACE.matcher(Resource.text(template))
                        .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(all.get(place.group(1)))));
    }
}
