package io.goodput.bench.evidence;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Priority;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One run of a server behind an {@link AdmissionQueue}, through an overload and for half a minute after. */
final class OverloadedServer implements AdmissionAnswers<OverloadedServer.Request> {
    /** One of each ten requests: what they are where criticality is told. */
    static final List<Priority> MIX =
            List.of(Priority.CRITICAL_PLUS, Priority.CRITICAL, Priority.SHEDDABLE_PLUS, Priority.SHEDDABLE);

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final int SLOTS = 10;
    private static final double CALM = 800;
    private static final double OVERLOAD = 2_000;
    private static final long FROM = 5 * SECOND;
    private static final long TO = 10 * SECOND;
    private static final int SECONDS = 45;
    private static final long USEFUL = 250 * MS;
    private static final int QUIET_TENANTS = 9;

    /** Who sends. */
    enum Traffic {
        /** All are critical, and of no tenant. */
        ALIKE,
        /** One in ten is critical plus, three critical, two sheddable plus and four sheddable. */
        CRITICALITIES,
        /** The same, but the queue is told that all are critical. */
        CRITICALITIES_UNTOLD,
        /** Ten tenants alike, of which one is all of the overload. */
        NOISY_TENANT
    }

    /**
     * What a run is given.
     *
     * @param deadlines whether the queue is told when an answer is of no use any more
     */
    record Load(AdmissionSettings settings, Traffic traffic, boolean deadlines) {}

    /** What became of requests of a kind that came during the overload. */
    private static final class Tally {
        final LatencyHistogram latencies = new LatencyHistogram();
        long offered;
        long inTime;

        double inTimePercent() {
            return 100.0 * inTime / offered;
        }

        double p99Millis() {
            return latencies.percentile(0.99) / MS;
        }
    }

    /** A request, and the event of its end. */
    final class Request implements Event {
        private final long came;
        private final Priority kind;
        private final boolean noisy;
        private final long takes;

        Request(long came, Priority kind, boolean noisy, long takes) {
            this.came = came;
            this.kind = kind;
            this.noisy = noisy;
            this.takes = takes;
        }

        @Override
        public void fire(long now) {
            answered(this, now);
            queue.finished(told(this), Outcome.SUCCESS, takes, now);
        }

        @Override
        public String label() {
            return "answered";
        }
    }

    private final Simulation simulation = new Simulation();
    private final Load load;
    private final AdmissionQueue<Request> queue;
    private final Arrivals arrivals;
    private final RandomGenerator kinds;
    private final RandomGenerator services;
    private final Distribution service = Distribution.exponential(10.0 * MS);

    private final Tally all = new Tally();
    private final Tally calm = new Tally();
    private final Tally noisy = new Tally();
    private final Tally others = new Tally();
    private final Map<Priority, Tally> byKind = new EnumMap<>(Priority.class);
    private final long[] offeredIn = new long[SECONDS];
    private final long[] inTimeIn = new long[SECONDS];

    private OverloadedServer(long seed, Load load) {
        var streams = new Streams(seed);
        this.load = load;
        this.queue = new AdmissionQueue<>(SLOTS, load.settings(), this);
        this.arrivals = Arrivals.poisson(
                RateProfile.constant(CALM).phase(new Span(FROM, TO), OVERLOAD), streams.stream("arrivals"));
        this.kinds = streams.stream("kinds");
        this.services = streams.stream("services");
        MIX.forEach(kind -> byKind.put(kind, new Tally()));
    }

    static OverloadedServer run(long seed, Load load) {
        var server = new OverloadedServer(seed, load);
        server.scheduleArrival();
        server.simulation.runUntil(SECONDS * SECOND);
        return server;
    }

    private void scheduleArrival() {
        simulation.schedule(arrivals.next(), this::arrive);
    }

    private void arrive(long now) {
        double draw = kinds.nextDouble();
        var request = new Request(now, kind(draw), isNoisy(draw, now), service.sample(services));
        tallies(request).forEach(tally -> tally.offered++);
        offeredIn[second(now)]++;
        long deadline = load.deadlines() ? now + USEFUL : Long.MAX_VALUE;
        if (queue.offer(
                        request,
                        new AdmissionRequest(told(request), tenant(request, draw), new Deadline(deadline)),
                        now)
                == Served.NOW) {
            serve(request);
        }
        scheduleArrival();
    }

    @Override
    public void serve(Request request) {
        simulation.after(request.takes, request);
    }

    @Override
    public void shed(Request request, Shed reason) {
        // Whoever is refused has no answer in time, which needs no counting.
    }

    private void answered(Request request, long now) {
        long latency = now - request.came;
        boolean inTime = latency <= USEFUL;
        for (Tally tally : tallies(request)) {
            tally.latencies.record(latency);
            tally.inTime += inTime ? 1 : 0;
        }
        inTimeIn[second(request.came)] += inTime ? 1 : 0;
    }

    private List<Tally> tallies(Request request) {
        if (request.came < FROM) {
            return List.of(calm);
        }
        return request.came < TO ? List.of(all, request.noisy ? noisy : others, of(request.kind)) : List.of();
    }

    private Tally of(Priority kind) {
        return byKind.computeIfAbsent(kind, missing -> new Tally());
    }

    private static Priority kind(double draw) {
        if (draw < 0.1) {
            return Priority.CRITICAL_PLUS;
        }
        if (draw < 0.4) {
            return Priority.CRITICAL;
        }
        return draw < 0.6 ? Priority.SHEDDABLE_PLUS : Priority.SHEDDABLE;
    }

    private Priority told(Request request) {
        return load.traffic() == Traffic.CRITICALITIES ? request.kind : Priority.CRITICAL;
    }

    /** A tenth of the calm load, and in overload all that comes on top of it. */
    private static boolean isNoisy(double draw, long now) {
        boolean overloaded = now >= FROM && now < TO;
        double quiet = CALM * QUIET_TENANTS / (QUIET_TENANTS + 1);
        return draw >= quiet / (overloaded ? OVERLOAD : CALM);
    }

    private String tenant(Request request, double draw) {
        if (load.traffic() != Traffic.NOISY_TENANT) {
            return "all";
        }
        return request.noisy ? "noisy" : "quiet " + (int) (draw * 1e6) % QUIET_TENANTS;
    }

    private static int second(long now) {
        return (int) Math.min(SECONDS - 1, now / SECOND);
    }

    /** Of the requests that came in the overload, those answered in time. */
    double inTimePercent() {
        return all.inTimePercent();
    }

    /** The same of one criticality. */
    double inTimePercent(Priority kind) {
        return of(kind).inTimePercent();
    }

    double noisyInTimePercent() {
        return noisy.inTimePercent();
    }

    double othersInTimePercent() {
        return others.inTimePercent();
    }

    double othersP99Millis() {
        return others.p99Millis();
    }

    /** Of the requests that came in the overload and were answered by the end of the run, late or not. */
    double p99Millis() {
        return all.p99Millis();
    }

    /** The same of those that came before the overload. */
    double calmP99Millis() {
        return calm.p99Millis();
    }

    /** From the end of the overload to the first second of whose requests 95 % are answered in time. */
    double recoverySeconds() {
        int end = (int) (TO / SECOND);
        for (int second = end; second < SECONDS; second++) {
            if (inTimeIn[second] >= 0.95 * offeredIn[second]) {
                return second - end;
            }
        }
        return SECONDS - end;
    }
}
