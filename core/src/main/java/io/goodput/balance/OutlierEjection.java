package io.goodput.balance;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.balance.Detection.Consequence;
import io.goodput.balance.Detection.Reason;
import io.goodput.event.Listeners;
import io.goodput.outlier.PeerComparison;
import io.goodput.outlier.PeerComparison.Figures;
import io.goodput.outlier.PeerComparison.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Takes endpoints out of rotation for a while that do worse than their peers. The rules are those of Envoy's outlier
 * detection; the settings say what they are.
 *
 * <p>Belongs to a {@link Balancer}, under whose lock it runs.
 */
public final class OutlierEjection {
    private static final int DETECTIONS_KEPT = 64;
    private static final long NEVER = Long.MAX_VALUE;

    private final ArrayDeque<Detection> detections = new ArrayDeque<>();
    private final Map<Reason, Map<Consequence, Long>> found = new EnumMap<>(Reason.class);
    private long intervalBegan = NEVER;
    private long returned;

    OutlierEjection() {
        for (Reason reason : Reason.values()) {
            var ofReason = new EnumMap<Consequence, Long>(Consequence.class);
            for (Consequence consequence : Consequence.values()) {
                ofReason.put(consequence, 0L);
            }
            found.put(reason, ofReason);
        }
    }

    /**
     * Whether an outcome counts against an endpoint: {@link Outcome#TRANSIENT_FAILURE} and {@link Outcome#TIMEOUT}.
     * {@link Outcome#PERMANENT_FAILURE} is an answer, as a 4xx is to Envoy: it is the caller who is wrong.
     */
    static boolean isFailure(Outcome outcome) {
        return outcome.kind() == Outcome.TRANSIENT_FAILURE || outcome == Outcome.TIMEOUT;
    }

    /**
     * One look at all endpoints.
     *
     * @param settings to go by
     * @param random for how long somebody is ejected
     * @param events told who comes and goes
     */
    record Sweep(
            List<Endpoint> endpoints,
            Settings settings,
            long now,
            RandomGenerator random,
            Listeners<BalancerEvent> events) {}

    /**
     * Looks at all endpoints: brings back those whose time is over and ejects outliers.
     *
     * @return whether anybody came or went
     */
    boolean sweep(Sweep sweep) {
        if (intervalBegan == NEVER) {
            intervalBegan = sweep.now;
        }
        boolean changed = broughtBack(sweep);
        for (Endpoint endpoint : sweep.endpoints) {
            int failures = endpoint.failuresInARow();
            if (failures >= sweep.settings.failuresInARow() && !endpoint.isEjected()) {
                endpoint.forgetFailuresInARow();
                changed |= detected(sweep, endpoint, Reason.FAILURES_IN_A_ROW, failures + " failures in a row");
            }
        }
        if (sweep.now - intervalBegan >= sweep.settings.interval().toNanos()) {
            changed |= intervalEnded(sweep);
            intervalBegan = sweep.now;
        }
        return changed;
    }

    private boolean broughtBack(Sweep sweep) {
        boolean changed = false;
        for (Endpoint endpoint : sweep.endpoints) {
            if (endpoint.isEjected() && sweep.now >= endpoint.ejectedUntil()) {
                endpoint.bringBack(sweep.now);
                changed = true;
                returned++;
                if (sweep.events.any()) {
                    sweep.events.tell(new BalancerEvent.Returned(endpoint, sweep.now));
                }
            }
        }
        return changed;
    }

    private record Measured(Endpoint endpoint, double successRate) {}

    private boolean intervalEnded(Sweep sweep) {
        List<Measured> peers = new ArrayList<>();
        for (Endpoint endpoint : sweep.endpoints) {
            long answers = endpoint.takeAnswers();
            int total = Endpoint.total(answers);
            if (!endpoint.isEjected() && total >= sweep.settings.requests()) {
                peers.add(new Measured(endpoint, 1 - (double) Endpoint.failures(answers) / total));
            }
        }
        Figures all =
                Figures.of(peers.stream().mapToDouble(Measured::successRate).toArray());
        peers.sort(Comparator.comparingDouble(Measured::successRate));
        boolean changed = false;
        for (Measured peer : peers) {
            if (sweep.settings.successRate().low(peer.successRate, all) != Verdict.OUTLIER) {
                break;
            }
            changed |= detected(sweep, peer.endpoint, Reason.SUCCESS_RATE, why(peer.successRate, all));
        }
        // After the judgement: the interval of an outlier makes good for nothing.
        sweep.endpoints.forEach(endpoint -> endpoint.intervalEnded(intervalBegan));
        return changed;
    }

    private static String why(double rate, Figures all) {
        return String.format(
                Locale.ROOT,
                "success rate %.1f %% (mean %.1f %%, deviation %.1f %%, %d endpoints)",
                100 * rate,
                100 * all.mean(),
                100 * all.deviation(),
                all.count());
    }

    private boolean detected(Sweep sweep, Endpoint endpoint, Reason reason, String why) {
        Consequence consequence = consequence(sweep);
        Objects.requireNonNull(found.get(reason)).merge(consequence, 1L, Long::sum);
        endpoint.found(sweep.now);
        if (consequence == Consequence.EJECTED) {
            long nanos = sweep.settings.ejectionNanos(endpoint.nextEjection(), sweep.random.nextDouble());
            endpoint.eject(sweep.now + nanos);
        }
        if (detections.size() == DETECTIONS_KEPT) {
            detections.removeFirst();
        }
        var detection = new Detection(endpoint, reason, sweep.now, consequence, why);
        detections.addLast(detection);
        if (sweep.events.any()) {
            sweep.events.tell(new BalancerEvent.OutlierFound(detection));
        }
        return consequence == Consequence.EJECTED;
    }

    private static Consequence consequence(Sweep sweep) {
        if (!sweep.settings.enforced()) {
            return Consequence.DRY_RUN;
        }
        boolean room = ejected(sweep.endpoints) < sweep.settings.most(sweep.endpoints.size());
        return room ? Consequence.EJECTED : Consequence.TOO_MANY_EJECTED;
    }

    static int ejected(List<Endpoint> endpoints) {
        return (int) endpoints.stream().filter(Endpoint::isEjected).count();
    }

    /** The list or the settings have changed: brings back as many as are now too many, the next to return first. */
    static void keepTo(int most, List<Endpoint> endpoints, long now) {
        endpoints.stream()
                .filter(Endpoint::isEjected)
                .sorted(Comparator.comparingLong(Endpoint::ejectedUntil))
                .limit(Math.max(0, ejected(endpoints) - most))
                .forEach(endpoint -> endpoint.bringBack(now));
    }

    /** When there is something to look at again, if no endpoint is suspected before. */
    long nextSweep(List<Endpoint> endpoints, Settings settings) {
        long next = intervalBegan + settings.interval().toNanos();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isEjected()) {
                next = Math.min(next, endpoint.ejectedUntil());
            }
        }
        return next;
    }

    /** How many outliers so far, zeros included. */
    Map<Reason, Map<Consequence, Long>> found() {
        var all = new EnumMap<Reason, Map<Consequence, Long>>(Reason.class);
        found.forEach((reason, counts) -> all.put(reason, Map.copyOf(counts)));
        return all;
    }

    long returned() {
        return returned;
    }

    List<Detection> detections() {
        return List.copyOf(detections);
    }

    /**
     * When an endpoint is an outlier, and for how long it is ejected.
     *
     * @param interval between two comparisons of success rates; 100 ms to 1 day
     * @param failuresInARow so many {@linkplain Outcome#TRANSIENT_FAILURE failures} and {@linkplain Outcome#TIMEOUT
     *     timeouts} without another answer in between make an outlier; 1 to 1,000,000
     * @param successRate how far below its peers' an endpoint's success rate must be
     * @param requests an endpoint with fewer answers in the interval is not compared; 1 to 1,000,000
     * @param base the ejection lasts so long times the number of ejections not yet made good for by an interval in
     *     rotation in which it is not found an outlier; 1 ms to 1 day
     * @param longest but no longer than this, before jitter; at least {@code base}, at most 1 day
     * @param jitter up to so much is added by chance; 0 to 1 day
     * @param most the share of all endpoints that may be ejected at a time, rounded down, but always one of two or
     *     more; 0, which ejects nobody, to 1
     * @param enforced false is a dry run: outliers are detected and reported, and nobody is ejected
     */
    public record Settings(
            Duration interval,
            int failuresInARow,
            PeerComparison successRate,
            int requests,
            Duration base,
            Duration longest,
            Duration jitter,
            double most,
            boolean enforced) {
        /** What the interval may be. */
        public static final Range<Duration> INTERVAL = new Range<>(Duration.ofMillis(100), Duration.ofDays(1));

        /** How many failures in a row, and how many requests, may be asked for. */
        public static final Range<Integer> COUNTED = new Range<>(1, 1_000_000);

        /** What the base may be, and the longest ejection, which is no shorter. */
        public static final Range<Duration> BASE = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));

        /** What chance may add. */
        public static final Range<Duration> JITTER = BASE.from(Duration.ZERO);

        /**
         * Envoy's: every 10 s, 5 failures in a row, {@link PeerComparison#SUCCESS_RATE} with 100 requests, 30 s for
         * each ejection up to 300 s, at most 10 %; and 3 s of jitter.
         */
        public static final Settings STANDARD = new Settings(
                Duration.ofSeconds(10),
                5,
                PeerComparison.SUCCESS_RATE,
                100,
                Duration.ofSeconds(30),
                Duration.ofSeconds(300),
                Duration.ofSeconds(3),
                0.1,
                true);

        /** Refuses what is out of bounds. */
        public Settings {
            INTERVAL.check("interval", interval);
            COUNTED.check("failuresInARow", failuresInARow);
            COUNTED.check("requests", requests);
            BASE.check("base", base);
            BASE.from(base).check("longest", longest);
            JITTER.check("jitter", jitter);
            Range.SHARE.check("most", most);
        }

        /** The same as a dry run. */
        public Settings dryRun() {
            return new Settings(interval, failuresInARow, successRate, requests, base, longest, jitter, most, false);
        }

        /** The same with another bound on the share of ejected endpoints. */
        public Settings withMost(double most) {
            return new Settings(interval, failuresInARow, successRate, requests, base, longest, jitter, most, enforced);
        }

        /** How many of so many endpoints may be ejected at a time. */
        public int most(int endpoints) {
            int share = (int) (most * endpoints + 1e-9);
            return most > 0 && endpoints > 1 ? Math.max(1, share) : 0;
        }

        /** How long the n-th ejection lasts. */
        long ejectionNanos(int nth, double draw) {
            long times = longest.toNanos() / base.toNanos();
            long plain = nth > times ? longest.toNanos() : base.toNanos() * nth;
            return plain + (long) (draw * jitter.toNanos());
        }
    }
}
