package io.goodput.balance;

import io.goodput.balance.Balancer.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that a call may go to, and the share of calls that each zone gets, worked out once for as long as
 * nobody comes, goes, or changes its health.
 *
 * <p>If too few are available the pool is in a panic: it takes all its endpoints for available, for it is likelier that
 * the judgement is wrong, or that what is left would be overrun, than that so many are of no use. A zone of which
 * nothing is left must then not be preferred, so zones play no part.
 */
final class Pool {
    private static final Endpoint[] NONE = {};

    private final Candidates available;
    private final boolean panicking;

    /** The available endpoints of each zone that gets calls; one entry where zones play no part. */
    private final Candidates[] zones;

    /** For each of several zones, its share of the calls and that of those before it. */
    private final double[] upTo;

    private final Strategy strategy;

    Pool(List<Endpoint> members, Settings settings, AtomicInteger turn) {
        Endpoint[] left = members.stream().filter(Endpoint::isAvailable).toArray(Endpoint[]::new);
        this.panicking = left.length < Math.max(settings.panic() * members.size(), members.isEmpty() ? 0 : 1);
        this.available = new Candidates(panicking ? members.toArray(NONE) : left, turn, Cost.of(settings));
        this.strategy = settings.strategy();
        Zones preference = settings.zones();
        Map<String, Double> shares = preference == null || panicking ? Map.of() : shares(members, preference);
        this.zones = shares.isEmpty()
                ? new Candidates[] {available}
                : shares.keySet().stream().map(zone -> in(zone, available)).toArray(Candidates[]::new);
        this.upTo = shares.values().stream().mapToDouble(share -> share).toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** The share of calls of each zone that gets any; empty if no zone is worth a call. */
    static Map<String, Double> shares(List<Endpoint> members, Zones preference) {
        Map<String, Double> room = new TreeMap<>();
        double local = 0;
        double others = 0;
        for (String zone : members.stream().map(Endpoint::zone).distinct().toList()) {
            int all = count(zone, members, false);
            double capacity = preference.capacity(count(zone, members, true), all);
            if (zone.equals(preference.local())) {
                local = capacity;
            } else if (capacity * preference.weight(zone, all) > 0) {
                room.put(zone, capacity * preference.weight(zone, all));
                others += capacity * preference.weight(zone, all);
            }
        }
        double spilled = room.isEmpty() ? 0 : 1 - local;
        double all = others;
        room.replaceAll((zone, weight) -> spilled * weight / all);
        if (local > 0) {
            room.put(preference.local(), 1 - spilled);
        }
        room.values().removeIf(share -> share <= 0);
        return room;
    }

    private static int count(String zone, List<Endpoint> members, boolean available) {
        return (int) members.stream()
                .filter(endpoint -> endpoint.zone().equals(zone) && (!available || endpoint.isAvailable()))
                .count();
    }

    private static Candidates in(String zone, Candidates all) {
        Endpoint[] there = Arrays.stream(all.endpoints())
                .filter(endpoint -> endpoint.zone().equals(zone))
                .toArray(Endpoint[]::new);
        return new Candidates(there, all.turn(), all.cost());
    }

    @Nullable Endpoint pick(long now, RandomGenerator random, @Nullable Endpoint avoid) {
        Candidates among = zones.length == 1 ? zones[0] : drawn(random.nextDouble());
        if (among.count() > 1) {
            return strategy.choose(among, avoid, now, random);
        }
        if (among.count() == 1 && among.endpoints()[0] != avoid) {
            return among.endpoints()[0];
        }
        return elsewhere(now, random, avoid);
    }

    private Candidates drawn(double draw) {
        int zone = 0;
        while (zone < zones.length - 1 && draw >= upTo[zone]) {
            zone++;
        }
        return zones[zone];
    }

    /** Nothing is left in the zone but the endpoint to avoid: another zone, or that endpoint after all. */
    private @Nullable Endpoint elsewhere(long now, RandomGenerator random, @Nullable Endpoint avoid) {
        return switch (available.count()) {
            case 0 -> null;
            case 1 -> available.endpoints()[0];
            default -> strategy.choose(available, avoid, now, random);
        };
    }

    boolean isPanicking() {
        return panicking;
    }

    List<Endpoint> available() {
        return List.of(available.endpoints());
    }

    /** The members at those indexes. */
    static List<Endpoint> members(List<Endpoint> all, int[] indexes) {
        List<Endpoint> members = new ArrayList<>(indexes.length);
        for (int index : indexes) {
            members.add(all.get(index));
        }
        return members;
    }
}
