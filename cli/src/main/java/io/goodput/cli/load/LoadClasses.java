package io.goodput.cli.load;

import io.goodput.Criticality;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Rates;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classes of requests as they are written: {@code checkout: rate=50/s, deadline=200ms, criticality=critical}. */
final class LoadClasses {
    private static final String EXPECTED = "NAME: rate=RATE, deadline=TIME, criticality=WORD";

    private LoadClasses() {}

    /**
     * The class that a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    static TrafficClass parse(String text, List<WeightedTarget> targets) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw refusal(text);
        }
        Double rate = null;
        Duration deadline = null;
        Criticality criticality = null;
        for (String setting : text.substring(colon + 1).split(",", -1)) {
            String[] pair = setting.strip().split("=", 2);
            switch (pair.length == 2 ? pair[0] : "") {
                case "rate" -> rate = Rates.parse(pair[1]);
                case "deadline" -> deadline = Durations.parse(pair[1]);
                case "criticality" -> criticality = criticality(pair[1]);
                default -> throw refusal(text);
            }
        }
        if (rate == null) {
            throw refusal(text);
        }
        return new TrafficClass(text.substring(0, colon).strip(), rate, deadline, criticality, targets);
    }

    /** Null of null. */
    static @Nullable Criticality criticality(@Nullable String word) {
        for (Criticality each : Criticality.values()) {
            if (wordOf(each).equals(word)) {
                return each;
            }
        }
        if (word == null) {
            return null;
        }
        throw new IllegalArgumentException("criticality: " + word + " (expected: "
                + Arrays.stream(Criticality.values()).map(LoadClasses::wordOf).collect(Collectors.joining(", ")) + ")");
    }

    private static String wordOf(Criticality criticality) {
        return criticality.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException("--class: " + text + " (expected: " + EXPECTED + ")");
    }
}
