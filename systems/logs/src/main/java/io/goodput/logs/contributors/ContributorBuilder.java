package io.goodput.logs.contributors;

import io.goodput.Outcome;
import io.goodput.logs.figures.IntervalScale;
import io.goodput.logs.figures.ServicePresence;
import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.ToldContributors;
import io.goodput.logs.record.WorkRecord;
import io.goodput.telemetry.contributor.Contributors;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.contributor.TopList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts contributors of each service as records come. Memory is bounded: by {@value #MOST_NAMES} names in all, and by
 * intervals that grow where there would be more than {@value #MOST_CELLS} figures. Not thread-safe.
 */
public final class ContributorBuilder {
    /** Names told apart, over all services and kinds. */
    public static final int MOST_NAMES = 200_000;

    private static final int MOST_CELLS = 2_000_000;
    private static final ServicePresence NEVER = new ServicePresence();

    private final IntervalScale scale;
    private final Map<Group, Map<String, ContributorTally>> groups = new HashMap<>();
    private final Map<Group, Double> unnamed = new HashMap<>();
    private final Map<Group, TopList> told = new HashMap<>();
    private final Map<String, ServicePresence> presences = new HashMap<>();
    private int names;
    private long cells;

    private record Group(String service, Facet kind) {}

    /**
     * Nobody yet.
     *
     * @param width of an interval in microseconds: at least a second
     */
    public ContributorBuilder(long width) {
        this.scale = new IntervalScale(width);
    }

    /** Takes a record in. */
    public void add(LogRecord record) {
        present(record);
        long before = scale.width();
        boolean isWider = scale.covers(record.origin().at());
        if (cells > MOST_CELLS) {
            isWider |= scale.widen();
        }
        if (isWider) {
            widen(before);
        }
        if (record instanceof ToldContributors minute) {
            add(minute);
        }
        if (record instanceof WorkRecord work && work.last()) {
            for (Facet kind : Facet.values()) {
                String name = name(kind, work);
                if (name != null) {
                    add(new Group(work.origin().service(), kind), name, work);
                }
            }
        }
    }

    private void add(ToldContributors minute) {
        var group = new Group(minute.origin().service(), minute.by());
        told.merge(group, minute.list(), (all, more) -> all.plus(more, Contributors.KEPT));
    }

    private void present(LogRecord record) {
        String service = record.origin().service();
        if (presences.containsKey(service) || presences.size() < MOST_NAMES) {
            presences
                    .computeIfAbsent(service, _ -> new ServicePresence())
                    .told(record.origin().at(), record instanceof WorkRecord work ? work.micros() : 0);
        }
    }

    private ServicePresence presence(String service) {
        return presences.getOrDefault(service, NEVER);
    }

    /** Whom a unit counts for; null if for nobody that was told. */
    private static @Nullable String name(Facet kind, WorkRecord work) {
        return switch (kind) {
            case TENANT -> work.tenant();
            case CLIENT -> work.client();
            case OPERATION -> work.operation();
            case ERROR -> error(work);
        };
    }

    private static @Nullable String error(WorkRecord work) {
        Outcome outcome = work.outcome();
        if (outcome == null || !BadOutcome.is(outcome)) {
            return null;
        }
        return work.category() == null ? outcome.name() : work.category();
    }

    private void widen(long before) {
        cells = 0;
        for (Map<String, ContributorTally> tallies : groups.values()) {
            for (ContributorTally tally : tallies.values()) {
                tally.widen(before, scale);
                cells += tally.cells();
            }
        }
    }

    private void add(Group group, String name, WorkRecord work) {
        Map<String, ContributorTally> tallies = groups.computeIfAbsent(group, _ -> new HashMap<>());
        ContributorTally tally = tallies.get(name);
        if (tally == null && names < MOST_NAMES) {
            tally = new ContributorTally();
            tallies.put(name, tally);
            names++;
        }
        if (tally == null) {
            unnamed.merge(group, work.weight(), Double::sum);
        } else {
            int had = tally.cells();
            tally.add(work, scale.index(work.origin().at()));
            cells += tally.cells() - had;
        }
    }

    /** The same of several facets, with whom else there is. */
    public ServiceContributors of(String service, List<Facet> kinds, int most) {
        return new ServiceContributors(
                service,
                presences.keySet().stream().sorted().toList(),
                start(),
                scale.width(),
                scale.count(),
                kinds.stream().map(kind -> top(service, kind, most)).toList());
    }

    private long start() {
        return scale.count() == 0 ? 0 : scale.firstIndex() * scale.width();
    }

    /** The first of a service; nobody, if nothing is known of it. */
    public TopContributors top(String service, Facet kind, int most) {
        var group = new Group(service, kind);
        Map<String, ContributorTally> tallies = groups.getOrDefault(group, Map.of());
        List<Map.Entry<String, ContributorTally>> byCount = tallies.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, ContributorTally> entry) ->
                                -entry.getValue().count())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        double named =
                byCount.stream().mapToDouble(entry -> entry.getValue().count()).sum();
        double unnamedCount = unnamed.getOrDefault(group, 0.0);
        List<RankedContributor> top = byCount.stream()
                .limit(most)
                .map(entry -> entry.getValue().ranked(entry.getKey(), scale, presence(service)))
                .toList();
        double topCount = top.stream().mapToDouble(RankedContributor::count).sum();
        return new TopContributors(
                service,
                kind,
                start(),
                scale.width(),
                named + unnamedCount,
                top,
                byCount.size() - top.size(),
                Math.max(0, named - topCount),
                unnamedCount,
                told.getOrDefault(group, TopList.EMPTY));
    }

    /** One of them; null if it is not known. */
    public @Nullable RankedContributor one(String service, Facet kind, String name) {
        ContributorTally tally =
                groups.getOrDefault(new Group(service, kind), Map.of()).get(name);
        return tally == null ? null : tally.ranked(name, scale, presence(service));
    }
}
