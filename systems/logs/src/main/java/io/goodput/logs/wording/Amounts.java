package io.goodput.logs.wording;

import java.util.Locale;

/** Numbers as people read them: three digits and a unit. */
public final class Amounts {
    private Amounts() {}

    /** The same of whole microseconds. */
    public static String time(long micros) {
        return time((double) micros);
    }

    /** {@code 820 µs}, {@code 1.31 ms}, {@code 24.5 s}, {@code 12.3 min}; negative likewise. */
    public static String time(double micros) {
        double size = Math.abs(micros);
        if (size < 1e3) {
            return digits(micros) + " µs";
        }
        if (size < 1e6) {
            return digits(micros / 1e3) + " ms";
        }
        return size < 600e6 ? digits(micros / 1e6) + " s" : digits(micros / 60e6) + " min";
    }

    /** {@code 12.3/s}. */
    public static String rate(double perSecond) {
        return digits(perSecond) + "/s";
    }

    /** {@code 99.95 %}: as many digits as tell it from all and from none. */
    public static String share(double share) {
        double percent = share * 100;
        double distance = Math.min(percent, 100 - percent);
        int digits = distance == 0 || distance >= 10 ? 0 : distance >= 1 ? 1 : distance >= 0.1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }

    /** Three digits: {@code 0.123}, {@code 12.3}, {@code 1234}, {@code 1.23 M}. */
    public static String digits(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return short3(value / 1e9) + " G";
        }
        return size >= 1e6 ? short3(value / 1e6) + " M" : short3(value);
    }

    private static String short3(double value) {
        double size = Math.abs(value);
        if (size == 0 || (size < 1000 && value == Math.rint(value)) || size >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
