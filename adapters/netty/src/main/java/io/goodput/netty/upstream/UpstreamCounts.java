package io.goodput.netty.upstream;

import java.util.EnumMap;
import java.util.Map;

/** What the client of one loop has done, by name. For the loop's thread only; others are given a copy. */
final class UpstreamCounts {
    private final Map<UpstreamFailure, Long> failures = new EnumMap<>(UpstreamFailure.class);
    private long opened;
    private long reused;
    private long discarded;

    void opened() {
        opened++;
    }

    void reused() {
        reused++;
    }

    void discarded() {
        discarded++;
    }

    void failed(UpstreamFailure why) {
        failures.merge(why, 1L, Long::sum);
    }

    UpstreamSnapshot snapshot(int connections, int unused, int waiting) {
        Map<UpstreamFailure, Long> all = new EnumMap<>(UpstreamFailure.class);
        for (UpstreamFailure why : UpstreamFailure.values()) {
            all.put(why, failures.getOrDefault(why, 0L));
        }
        return new UpstreamSnapshot(connections, unused, waiting, opened, reused, discarded, all);
    }
}
