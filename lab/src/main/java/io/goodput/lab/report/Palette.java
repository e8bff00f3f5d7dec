package io.goodput.lab.report;

import java.util.List;
import java.util.Locale;

/**
 * The colours of the policies, in the order of the scenario. They are those of Okabe and Ito, which colour-blind people
 * can tell apart, each darkened for light ground and lightened for dark ground to a contrast of at least 4.5 to 1 (WCAG
 * 1.4.3), for names are written in them too.
 */
final class Palette {
    private static final List<String> ON_LIGHT =
            List.of("#0072b2", "#c05300", "#00835f", "#b3508c", "#956b00", "#2878a8", "#5d6670");
    private static final List<String> ON_DARK =
            List.of("#5aaef0", "#ff8a4a", "#2fc4a0", "#e596c6", "#e6b432", "#a5d8f7", "#aab4be");

    /** What a colour is seen against. */
    enum Ground {
        LIGHT,
        DARK
    }

    private Palette() {}

    /** CSS variables {@code --p0}, {@code --p1} and so on, as declarations. */
    static String variables(Ground ground) {
        return each(ground, "--p%d:%s;");
    }

    /** One class for each colour, which sets {@code --c} to its variable. */
    static String classes() {
        return each(Ground.LIGHT, ".p%1$d{--c:var(--p%1$d)}");
    }

    /** Rules for lines, bands and names inside an element of a colour's class; not every SVG reader has variables. */
    static String rules(Ground ground) {
        return each(ground, ".p%1$d .line{stroke:%2$s}.p%1$d .band,.p%1$d .name{fill:%2$s}");
    }

    /** The class of a policy; colours come round again where there are more policies than colours. */
    static String of(int policy) {
        return "p" + policy % ON_LIGHT.size();
    }

    private static String each(Ground ground, String rule) {
        var colours = ground == Ground.LIGHT ? ON_LIGHT : ON_DARK;
        var css = new StringBuilder();
        for (var i = 0; i < colours.size(); i++) {
            css.append(String.format(Locale.ROOT, rule, i, colours.get(i)));
        }
        return css.toString();
    }
}
