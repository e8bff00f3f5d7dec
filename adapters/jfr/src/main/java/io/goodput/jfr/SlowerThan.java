package io.goodput.jfr;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.SettingControl;

/**
 * A time, as settings of recordings write it: {@code 20 ms}. Of several recordings, the shortest counts, and each one
 * then has what the other wants as well, as with the JDK's own thresholds.
 */
public final class SlowerThan extends SettingControl {
    /** Unless a recording says otherwise. */
    static final String STANDARD = "20 ms";

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,18})\\s*(ns|us|ms|s|m|h|d)\\s*");
    private static final Map<String, TimeUnit> UNITS = Map.of(
            "ns", TimeUnit.NANOSECONDS,
            "us", TimeUnit.MICROSECONDS,
            "ms", TimeUnit.MILLISECONDS,
            "s", TimeUnit.SECONDS,
            "m", TimeUnit.MINUTES,
            "h", TimeUnit.HOURS,
            "d", TimeUnit.DAYS);

    private volatile String value = STANDARD;
    private volatile long nanos = parsed(STANDARD);

    /** Made by the recorder. */
    public SlowerThan() {}

    long nanos() {
        return nanos;
    }

    /** The shortest; what is no time counts for nothing. */
    @Override
    public String combine(Set<String> settings) {
        String shortest = "";
        for (String each : settings) {
            if (parsed(each) >= 0 && (shortest.isEmpty() || parsed(each) < parsed(shortest))) {
                shortest = each;
            }
        }
        return shortest.isEmpty() ? STANDARD : shortest;
    }

    @Override
    public void setValue(String setting) {
        long told = parsed(setting);
        if (told >= 0) {
            value = setting;
            nanos = told;
        }
    }

    @Override
    public String getValue() {
        return value;
    }

    /** In nanoseconds; negative if it is no time. */
    private static long parsed(String text) {
        Matcher time = TEXT.matcher(text);
        if (!time.matches()) {
            return -1;
        }
        TimeUnit unit = UNITS.getOrDefault(time.group(2), TimeUnit.NANOSECONDS);
        return unit.toNanos(Long.parseLong(time.group(1)));
    }
}
