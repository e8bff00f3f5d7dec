package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How single numbers are written, everywhere the same: in the terminal, in the page, in the pictures. */
public final class Figures {
    /** Stands where there is no figure. */
    public static final String ABSENT = "–";

    private Figures() {}

    /** With thousands apart and exactly so many decimals: {@code 1,234.5}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** As short as three decimals allow: {@code 20}, {@code 0.25}. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        var rounded =
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** Decimals that leave three or four digits to the largest of several figures that stand together. */
    public static int decimals(double largest) {
        var size = Math.abs(largest);
        if (size >= 1000) {
            return 0;
        }
        if (size >= 10) {
            return 1;
        }
        return size >= 0.1 || size == 0 ? 2 : 4;
    }

    /** As {@link #fixed}, with the decimals that suit the value itself: {@code 40.1}, {@code 7.40}. */
    public static String number(double value) {
        return fixed(value, decimals(value));
    }

    /** A share of one in percent. What is not quite all, or not quite nothing, is never rounded to it. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return ABSENT;
        }
        var percent = BigDecimal.valueOf(share).movePointRight(2);
        var whole = percent.setScale(0, RoundingMode.HALF_UP);
        var rounded = whole.signum() == 0 || whole.intValue() == 100
                ? percent.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros()
                : whole;
        if (share > 0 && rounded.signum() == 0) {
            return "<0.1 %";
        }
        return share < 1 && rounded.doubleValue() == 100 ? ">99.9 %" : rounded.toPlainString() + " %";
    }

    /** {@code 20–25 s}. */
    public static String seconds(Span span) {
        return plain(span.from()) + "–" + plain(span.to()) + " s";
    }

    /** {@code 412 million}, for counts so large that nobody reads their digits. */
    public static String count(double value) {
        if (value >= 1e9) {
            return fixed(value / 1e9, 1) + " billion";
        }
        return value >= 1e6 ? fixed(value / 1e6, 1) + " million" : fixed(value, 0);
    }

    /** Rounded to four digits, for numbers that are drawn and not read. */
    public static double coarse(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value;
        }
        var digits = 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        return BigDecimal.valueOf(value)
                .setScale(Math.min(Math.max(digits, 0), 6), RoundingMode.HALF_UP)
                .doubleValue();
    }
}
