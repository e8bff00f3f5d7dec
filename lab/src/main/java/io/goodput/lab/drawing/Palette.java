package io.goodput.lab.drawing;

import java.util.List;
import java.util.Locale;

/**
 * The colours of the variants, in the order of the scenario. They are those of Okabe and Ito, which colour-blind people
 * can tell apart, each darkened for light ground and lightened for dark ground to a contrast of at least 4.5 to 1 (WCAG
 * 1.4.3), for names are written in them too.
 */
public final class Palette {
    private static final List<String> ON_LIGHT =
            List.of("#0072b2", "#c05300", "#00835f", "#b3508c", "#956b00", "#1a1f24", "#6b747e");
    private static final List<String> ON_DARK =
            List.of("#5aaef0", "#ff8a4a", "#2fc4a0", "#e596c6", "#e6b432", "#f4f6f8", "#8d98a3");

    /** For the second time that colours come round, the third and so on: enough for 50 variants. */
    private static final List<String> DASHES =
            List.of("7 3", "2 3", "11 3 2 3", "5 2 1 2", "14 4", "1 4", "9 2 3 2 3 2");

    /** What a colour is seen against. */
    public enum Ground {
        LIGHT,
        DARK
    }

    private Palette() {}

    /** CSS variables {@code --p0}, {@code --p1} and so on, as declarations. */
    public static String variables(Ground ground) {
        return each(ground, "--p%d:%s;");
    }

    /** One class for each colour, which sets {@code --c} to its variable. */
    public static String classes() {
        return each(Ground.LIGHT, ".p%1$d{--c:var(--p%1$d)}");
    }

    /** Rules for lines, bands and names inside an element of a colour's class; not every SVG reader has variables. */
    public static String rules(Ground ground) {
        return each(ground, ".p%1$d .line{stroke:%2$s}.p%1$d .band,.p%1$d .name{fill:%2$s}");
    }

    /**
     * The classes of a variant. Where there are more variants than colours, colours come round again, with lines dashed
     * in another way each time.
     */
    public static String of(int variant) {
        int round = variant / ON_LIGHT.size();
        return "p" + variant % ON_LIGHT.size() + (round == 0 ? "" : " r" + Math.min(round, DASHES.size()));
    }

    /** Rules that dash the lines of the variants that share their colours with others. */
    public static String dashes() {
        var css = new StringBuilder();
        for (var round = 1; round <= DASHES.size(); round++) {
            css.append(".r%d .line,.line.r%1$d{stroke-dasharray:%s}".formatted(round, DASHES.get(round - 1)));
        }
        return css.toString();
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
