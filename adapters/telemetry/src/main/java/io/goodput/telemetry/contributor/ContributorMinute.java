package io.goodput.telemetry.contributor;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who most came from in one minute.
 *
 * @param begin of the minute; where nobody looked for longer, of the last one
 * @param lists by facet, all of them
 */
public record ContributorMinute(Instant begin, Map<Facet, TopList> lists) {
    /** Of such lists. */
    public ContributorMinute {
        lists = Collections.unmodifiableMap(new EnumMap<>(lists));
    }

    ContributorMinute first(int most) {
        Map<Facet, TopList> shorter = new EnumMap<>(lists);
        shorter.replaceAll((_, list) -> list.first(most));
        return new ContributorMinute(begin, shorter);
    }
}
