package io.goodput.telemetry.policy;

import io.goodput.admission.AdmissionSnapshot;
import io.goodput.balance.BalancerSnapshot;
import io.goodput.breaker.BreakerSnapshot;
import io.goodput.cache.CoalescerSnapshot;
import io.goodput.cache.FreshnessSnapshot;
import io.goodput.limit.LimitSnapshot;
import io.goodput.limit.RateLimitSnapshot;
import io.goodput.limit.ThrottleSnapshot;
import io.goodput.telemetry.aggregate.SectionWarning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one snapshot by their names, in the order in which the snapshot has them. Those by reason or priority
 * are several, such as {@code shed_full_customer}; those by tenant are left out, as contributors have them.
 *
 * @param levels what stands at a height now
 * @param counts what has happened since the policy was made; they never fall
 */
public record PolicyFigures(Map<String, Long> levels, Map<String, Long> counts) {
    private static final int PERMILLE = 1_000;

    /** Of such figures. */
    public PolicyFigures {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static PolicyFigures of(BreakerSnapshot of) {
        return new Builder()
                .level("breakers", of.breakers())
                .level("limiting", of.limiting())
                .count("failed", of.failed())
                .count("dropped", of.dropped())
                .count("lowered", of.lowered())
                .count("raised", of.raised())
                .figures();
    }

    static PolicyFigures of(SectionWarning of) {
        return new Builder()
                .level("near", of.near() ? 1 : 0)
                .level("utilisation_permille", Math.round(of.utilisation() * PERMILLE))
                .level("waiting_permille", Math.round(of.waitingShare() * PERMILLE))
                .level("saturation_permille", Math.round(of.saturation() * PERMILLE))
                .figures();
    }

    static PolicyFigures of(LimitSnapshot of) {
        return new Builder()
                .level("limit", of.limit())
                .level("in_flight", of.inFlight())
                .count("refused", of.refused())
                .count("raised", of.raised())
                .count("lowered", of.lowered())
                .figures();
    }

    static PolicyFigures of(RateLimitSnapshot of) {
        return new Builder()
                .level("keys", of.keys())
                .count("refused_by_key", of.refusedByKey())
                .count("refused_by_all", of.refusedByAll())
                .figures();
    }

    static PolicyFigures of(ThrottleSnapshot of) {
        return new Builder()
                .counts("accepted", of.accepted())
                .counts("refused", of.refused())
                .count("dropped", of.dropped())
                .figures();
    }

    static PolicyFigures of(BalancerSnapshot of) {
        Builder figures = new Builder()
                .level("endpoints", of.endpoints())
                .level("available", of.available())
                .level("ejected", of.ejected())
                .level("in_flight", of.inFlight())
                .level("panicking", of.panicking() ? 1 : 0);
        of.found().forEach((reason, consequences) -> figures.counts("found_" + word(reason), consequences));
        return figures.count("returned", of.returned())
                .count("health_changes", of.healthChanges())
                .count("panics", of.panics())
                .figures();
    }

    static PolicyFigures of(FreshnessSnapshot of) {
        return new Builder()
                .count("refresh_behind", of.refreshBehind())
                .count("must_load", of.mustLoad())
                .count("served_stale", of.servedStale())
                .count("gone", of.gone())
                .count("loaded", of.loaded())
                .count("loaded_negative", of.loadedNegative())
                .count("failed", of.failed())
                .figures();
    }

    static PolicyFigures of(CoalescerSnapshot of) {
        return new Builder()
                .level("keys", of.keys())
                .count("led", of.led())
                .count("joined", of.joined())
                .counts("refused", of.refused())
                .count("answered", of.answered())
                .count("timed_out", of.timedOut())
                .count("handed_on", of.handedOn())
                .count("completed", of.completed())
                .count("failed", of.failed())
                .count("invalidated", of.invalidated())
                .figures();
    }

    static PolicyFigures of(AdmissionSnapshot of) {
        Builder figures = new Builder()
                .level("limit", of.limit())
                .level("in_service", of.inService())
                .level("waiting", of.waiting())
                .level("average_wait_us", of.averageWait().toNanos() / 1_000)
                .level("least_service_us", of.leastServiceTime().toNanos() / 1_000)
                .counts("served", of.served());
        of.shed().forEach((reason, priorities) -> figures.counts("shed_" + word(reason), priorities));
        return figures.count("cancelled", of.cancelled())
                .count("would_have_dropped", of.wouldHaveDropped())
                .figures();
    }

    private static String word(Object reason) {
        return reason.toString().toLowerCase(Locale.ROOT);
    }

    private static final class Builder {
        private final Map<String, Long> levels = new LinkedHashMap<>();
        private final Map<String, Long> counts = new LinkedHashMap<>();

        Builder level(String name, long height) {
            levels.put(name, height);
            return this;
        }

        Builder count(String name, long many) {
            counts.put(name, many);
            return this;
        }

        Builder counts(String name, Map<?, Long> byReason) {
            byReason.forEach((reason, many) -> counts.put(name + "_" + word(reason), many));
            return this;
        }

        PolicyFigures figures() {
            return new PolicyFigures(levels, counts);
        }
    }
}
