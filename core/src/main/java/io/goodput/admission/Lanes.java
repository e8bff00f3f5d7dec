package io.goodput.admission;

import io.goodput.Criticality;
import io.goodput.fair.FairQueue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What waits, by priority, and within one priority by tenant. Chooses what is next and what is worst. */
final class Lanes<T> {
    private static final Criticality[] CRITICALITIES = Criticality.values();

    /** Those that may be shed, the worst first. */
    private static final Priority[] WORST_FIRST = List.of(Priority.values())
            .reversed()
            .subList(0, 2 * Priority.CLASSES)
            .toArray(Priority[]::new);

    private final Map<Priority, FairQueue<Ticket<T>>> lanes = new EnumMap<>(Priority.class);
    private final int[] waiting = new int[Priority.CLASSES];

    /** For each criticality, since when something of it or a higher one has been waiting without a break. */
    private final long[] standingSince = new long[Priority.CLASSES];

    /** What each criticality is owed of the slots that came free, in parts of a slot. */
    private final long[] credit = new long[Priority.CLASSES];

    private final QueueTimes times;
    private Discipline discipline;
    private int[] guaranteed;
    private int capacity;

    Lanes(AdmissionSettings settings, QueueTimes times) {
        this.times = times;
        for (Priority priority : Priority.values()) {
            lanes.put(priority, new FairQueue<>());
        }
        this.discipline = settings.discipline();
        this.guaranteed = settings.guaranteed().parts();
        this.capacity = settings.capacity();
    }

    void change(AdmissionSettings settings) {
        this.discipline = settings.discipline();
        this.guaranteed = settings.guaranteed().parts();
        this.capacity = settings.capacity();
    }

    void add(Ticket<T> ticket, Object tenant, int weight) {
        ticket.place = lane(ticket.priority()).add(ticket, tenant, weight);
        int criticality = ticket.priority().criticalityClass();
        if (criticality == Priority.NO_CLASS) {
            return;
        }
        int upTo = 0;
        for (int i = 0; i < Priority.CLASSES; i++) {
            upTo += waiting[i];
            if (upTo == 0) {
                standingSince[i] = ticket.since;
            }
        }
        waiting[criticality]++;
    }

    /** Takes out the next to be served; null if nothing waits. */
    @Nullable Ticket<T> takeNext(long now) {
        Ticket<T> ping = lane(Priority.PING).takeOldest();
        if (ping != null) {
            return ping;
        }
        int next = nextClass();
        if (next == Priority.NO_CLASS) {
            return null;
        }
        Priority priority = firstOf(next);
        FairQueue<Ticket<T>> lane = lane(priority);
        return taken(newestFirst(priority, now) ? lane.takeNewest() : lane.takeOldest());
    }

    /** The highest criticality that waits, or, as often as its share says, one with a guarantee. */
    private int nextClass() {
        int highest = Priority.NO_CLASS;
        int owed = Priority.NO_CLASS;
        for (int i = Priority.CLASSES - 1; i >= 0; i--) {
            if (waiting[i] == 0) {
                credit[i] = 0;
                continue;
            }
            highest = i;
            credit[i] += guaranteed[i];
            if (credit[i] >= GuaranteedShares.WHOLE && owed == Priority.NO_CLASS) {
                owed = i;
            }
        }
        int next = owed == Priority.NO_CLASS ? highest : owed;
        if (next != Priority.NO_CLASS) {
            credit[next] = Math.max(0, credit[next] - GuaranteedShares.WHOLE);
        }
        return next;
    }

    /** The first priority of a criticality that waits. */
    private Priority firstOf(int criticality) {
        Criticality of = CRITICALITIES[criticality];
        Priority finishing = Priority.finishing(of);
        return lane(finishing).size() > 0 ? finishing : Priority.starting(of);
    }

    /**
     * The worst of what waits and may be shed, a criticality not below its guaranteed places: all of it for a newcomer
     * of a criticality that is, and otherwise only what is no better than the newcomer. Null if there is none.
     */
    @Nullable Priority worstFor(Priority newcomer) {
        int own = newcomer.criticalityClass();
        boolean owed = waiting[own] < places(own);
        for (Priority priority : WORST_FIRST) {
            if (!owed && priority.compareTo(newcomer) < 0) {
                return null;
            }
            int criticality = priority.criticalityClass();
            boolean free = criticality == own || waiting[criticality] > places(criticality);
            if (free && lane(priority).size() > 0) {
                return priority;
            }
        }
        return null;
    }

    /**
     * The worst of what waits of a criticality below that one and is not guaranteed its place; null if there is none.
     */
    @Nullable Priority worstBelow(int criticality) {
        for (Priority priority : WORST_FIRST) {
            int other = priority.criticalityClass();
            if (other <= criticality) {
                return null;
            }
            if (waiting[other] > places(other) && lane(priority).size() > 0) {
                return priority;
            }
        }
        return null;
    }

    /** Takes out what is to be shed of a priority that waits: of the tenant with most, that which would be last. */
    @Nullable Ticket<T> takeWorst(Priority priority, long now) {
        FairQueue<Ticket<T>> lane = lane(priority);
        return taken(newestFirst(priority, now) ? lane.dropOldest() : lane.dropNewest());
    }

    /** Takes out what waits longest of a tenant; null if nothing does. */
    @Nullable Ticket<T> takeOldestOf(Priority priority, Object tenant) {
        return taken(lane(priority).dropOldestOf(tenant));
    }

    /** Takes out one that waits. */
    void remove(Ticket<T> ticket) {
        if (ticket.place != null && lane(ticket.priority()).remove(ticket.place)) {
            taken(ticket);
        }
    }

    private @Nullable Ticket<T> taken(@Nullable Ticket<T> ticket) {
        if (ticket != null && ticket.priority() != Priority.PING) {
            waiting[ticket.priority().criticalityClass()]--;
        }
        return ticket;
    }

    /** True if another tenant has more waiting, relative to its weight, than this one with one more. */
    boolean isBelowShare(Priority priority, Object tenant, int weight) {
        FairQueue<Ticket<T>> lane = lane(priority);
        return lane.roundsWithOneMore(tenant, weight) < lane.mostRounds();
    }

    boolean newestFirst(Priority priority, long now) {
        return discipline.newestFirst(isOverloaded(priority.criticalityClass(), now));
    }

    /** True if something of that criticality or a higher one has been waiting for the interval. */
    boolean isOverloaded(int criticality, long now) {
        int upTo = 0;
        for (int i = 0; i <= criticality; i++) {
            upTo += waiting[i];
        }
        return upTo > 0 && now - standingSince[criticality] >= times.interval();
    }

    /** How many wait, without pings. */
    private int size() {
        int all = 0;
        for (int one : waiting) {
            all += one;
        }
        return all;
    }

    int pings() {
        return lane(Priority.PING).size();
    }

    boolean hasRoom() {
        return size() < capacity;
    }

    boolean isOverCapacity() {
        return size() > capacity;
    }

    private int places(int criticality) {
        return (int) ((long) guaranteed[criticality] * capacity / GuaranteedShares.WHOLE);
    }

    private FairQueue<Ticket<T>> lane(Priority priority) {
        return Objects.requireNonNull(lanes.get(priority));
    }
}
