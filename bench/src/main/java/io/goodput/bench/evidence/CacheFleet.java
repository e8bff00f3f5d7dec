package io.goodput.bench.evidence;

import io.goodput.cache.CacheDecision;
import io.goodput.cache.CacheEntry;
import io.goodput.cache.Coalescer;
import io.goodput.cache.Freshness;
import io.goodput.cache.Joined;
import io.goodput.cache.Resolution;
import io.goodput.cache.Resolution.Lead;
import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.Windows;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Processes, each with a cache of its own, in front of one dependency with so many slots and an endless queue. A
 * request has a second; what a load brings after its own second is not used, and costs the dependency all the same.
 */
final class CacheFleet {
    static final long SECOND = 1_000_000_000;
    private static final long PATIENCE = SECOND;
    private static final long QUICK_FAILURE = SECOND / 10;

    /**
     * What is played.
     *
     * @param rate requests a second of each process
     * @param zipf exponent of the keys' popularity, 0 for none
     * @param warm whether every process begins with all keys, loaded at time 0
     * @param outage when every load fails after 100 ms
     * @param meanLoad of the dependency's exponential service time, in nanoseconds
     */
    record Setup(
            int processes,
            int keys,
            double rate,
            double zipf,
            Freshness.Settings freshness,
            boolean coalesced,
            boolean warm,
            @Nullable Span outage,
            int slots,
            long meanLoad,
            int seconds) {}

    /** What came of it, second by second. */
    record Figures(WindowedCounter requests, WindowedCounter served, WindowedCounter loads, Windows windows) {
        /** The share of a span's requests that were served in time. */
        double served(int from, int to) {
            Span span = new Span(from * SECOND, to * SECOND);
            return (double) served.sum(span) / requests.sum(span);
        }

        long loads(int from, int to) {
            return loads.sum(new Span(from * SECOND, to * SECOND));
        }

        int mostLoads(int from, int to) {
            return Arrays.stream(loads.counts(), from, to).max().orElseThrow();
        }
    }

    private final Setup setup;
    private final Simulation simulation = new Simulation();
    private final Freshness freshness;
    private final RandomGenerator keyDraws;
    private final RandomGenerator loadDraws;
    private final RandomGenerator chance;
    private final double[] popularity;
    private final Member[] members;
    private final Queue<Load> queue = new ArrayDeque<>();
    private final Figures figures;
    private int busy;

    private CacheFleet(Setup setup, long seed) {
        var streams = new Streams(seed);
        this.setup = setup;
        this.freshness = new Freshness(setup.freshness());
        this.keyDraws = streams.stream("keys");
        this.loadDraws = streams.stream("loads");
        this.chance = streams.stream("chance");
        this.popularity = popularity(setup.keys(), setup.zipf());
        this.members = new Member[setup.processes()];
        var windows = new Windows(SECOND, setup.seconds());
        this.figures = new Figures(
                new WindowedCounter(windows), new WindowedCounter(windows), new WindowedCounter(windows), windows);
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member();
            var profile = RateProfile.constant(setup.rate());
            new Source(members[i], Arrivals.poisson(profile, streams.stream("arrivals-" + i))).next();
        }
    }

    static Figures run(Setup setup, long seed) {
        var fleet = new CacheFleet(setup, seed);
        fleet.simulation.runUntil(setup.seconds() * SECOND);
        return fleet.figures;
    }

    /** The cumulative shares of the keys. */
    private static double[] popularity(int keys, double exponent) {
        double[] shares = new double[keys];
        double sum = 0;
        for (int key = 0; key < keys; key++) {
            sum += Math.pow(key + 1, -exponent);
            shares[key] = sum;
        }
        for (int key = 0; key < keys; key++) {
            shares[key] /= sum;
        }
        return shares;
    }

    private int drawKey() {
        int place = Arrays.binarySearch(popularity, keyDraws.nextDouble());
        return Math.min(place < 0 ? -place - 1 : place + 1, popularity.length - 1);
    }

    private void ask(Load load) {
        long now = simulation.nanos();
        figures.loads().add(now);
        if (setup.outage() != null && setup.outage().contains(now)) {
            simulation.after(QUICK_FAILURE, at -> load.member.failed(load, at));
        } else if (busy < setup.slots()) {
            serve(load);
        } else {
            queue.add(load);
        }
    }

    private void serve(Load load) {
        busy++;
        simulation.after((long) (setup.meanLoad() * loadDraws.nextExponential()), now -> {
            busy--;
            load.member.loaded(load, now);
            if (!queue.isEmpty()) {
                serve(queue.remove());
            }
        });
    }

    /** The requests of one process. */
    private final class Source {
        private final Member member;
        private final Arrivals arrivals;

        Source(Member member, Arrivals arrivals) {
            this.member = member;
            this.arrivals = arrivals;
        }

        void next() {
            simulation.schedule(arrivals.next(), now -> {
                member.request(drawKey(), now);
                next();
            });
        }
    }

    /** Somebody who waits for an answer. */
    private record Waiter(long arrived) {}

    /** A load on its way; the waiter is the one who leads it, if anybody waits. */
    private record Load(
            Member member,
            int key,
            long token,
            long began,
            @Nullable Waiter waiter) {}

    /** A process of the fleet: what the keeper of a store does with the decisions. */
    private final class Member {
        final CacheEntry[] entries = new CacheEntry[setup.keys()];
        final Coalescer<Integer, Waiter> coalescer = new Coalescer<>(Coalescer.Settings.STANDARD);
        long timer = Long.MAX_VALUE;

        Member() {
            for (int key = 0; key < entries.length; key++) {
                entries[key] = setup.warm() ? freshness.loaded(0, setup.meanLoad(), false, chance) : CacheEntry.ABSENT;
            }
        }

        void request(int key, long now) {
            figures.requests().add(now);
            CacheDecision decision = freshness.decide(entries[key], now, chance);
            var waiter = new Waiter(now);
            if (decision.served()) {
                answer(waiter);
            }
            if (decision.load()) {
                load(key, decision.served() ? null : waiter, now);
            }
        }

        private void load(int key, @Nullable Waiter waiter, long now) {
            long token = 1;
            if (setup.coalesced()) {
                long deadline = now + PATIENCE;
                Joined joined = waiter == null
                        ? coalescer.lead(key, deadline, now)
                        : coalescer.join(key, waiter, deadline, now);
                token = joined instanceof Joined.Leads(long led) ? led : 0;
                watch();
            }
            if (token > 0) {
                ask(new Load(this, key, token, now, waiter));
            }
        }

        void loaded(Load load, long now) {
            boolean inTime = now - load.began() < PATIENCE;
            if (inTime && load.waiter() != null) {
                answer(load.waiter());
            }
            boolean keep = inTime;
            if (setup.coalesced()) {
                Resolution<Integer, Waiter> told = coalescer.completed(load.key(), load.token(), now);
                told.answered().forEach(this::answer);
                lead(told, now);
                keep = told.current();
            }
            if (keep) {
                entries[load.key()] = freshness.loaded(now, now - load.began(), false, chance);
            }
        }

        void failed(Load load, long now) {
            entries[load.key()] = freshness.failed(entries[load.key()], now, chance);
            if (setup.coalesced()) {
                lead(coalescer.failed(load.key(), load.token(), now), now);
            }
        }

        private void lead(Resolution<Integer, Waiter> told, long now) {
            for (Lead<Integer, Waiter> lead : told.leads()) {
                ask(new Load(this, lead.key(), lead.token(), now, lead.waiter()));
            }
            watch();
        }

        /** A request counts as served in the second in which it came. */
        private void answer(Waiter waiter) {
            figures.served().add(waiter.arrived());
        }

        /** One timer at the earliest deadline. */
        private void watch() {
            long due = coalescer.earliestDeadline();
            if (due < timer) {
                timer = due;
                simulation.schedule(due, now -> {
                    timer = Long.MAX_VALUE;
                    lead(coalescer.expired(now), now);
                });
            }
        }
    }
}
