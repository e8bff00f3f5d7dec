package io.goodput.admission;

import io.goodput.Range;
import java.time.Duration;

/**
 * What an {@link AdmissionQueue} goes by.
 *
 * @param capacity how many may wait, pings apart, from 0 to 1,000,000
 * @param pings how many health pings may wait or be served at a time, from 1 to 1,000; a server needs no more than its
 *     load balancers have checkers
 * @param discipline which of one priority and tenant is next, and how long it may wait
 * @param maxWait the longest wait whatever the discipline, > 0; {@link #UNLIMITED} for none
 * @param feasibility whether to drop what would hardly be done before its deadline
 * @param guaranteed what is left to each criticality
 * @param fair whether tenants take turns; otherwise they are all one
 * @param tenantsCounted of how many tenants refusals are counted by name, from 0 to 100,000; those of all others are
 *     counted together
 * @param overloadWait {@link AdmissionQueue#isOverloaded} if the average wait is longer, >= 0
 */
public record AdmissionSettings(
        int capacity,
        int pings,
        Discipline discipline,
        Duration maxWait,
        Feasibility feasibility,
        GuaranteedShares guaranteed,
        boolean fair,
        int tenantsCounted,
        Duration overloadWait) {
    /** No limit to the wait: 365 days. */
    public static final Duration UNLIMITED = Duration.ofDays(365);

    /** How many may wait. */
    public static final Range<Integer> CAPACITY = new Range<>(0, 1_000_000);

    /** How many pings there may be at a time. */
    public static final Range<Integer> PINGS = new Range<>(1, 1_000);

    /** What the longest wait may be. */
    public static final Range<Duration> MAX_WAIT = new Range<>(Duration.ofNanos(1), UNLIMITED);

    /** Of how many tenants refusals may be counted by name. */
    public static final Range<Integer> TENANTS_COUNTED = new Range<>(0, 100_000);

    /** What the wait may be that tells of overload. */
    public static final Range<Duration> OVERLOAD_WAIT = new Range<>(Duration.ZERO, UNLIMITED);

    /**
     * CoDel with adaptive LIFO as Facebook published it (5 ms, 100 ms), longer for services that take longer, what
     * cannot be done in time dropped within Finagle's 20 % in 10 s, strict priority, fair to tenants, DAGOR's 20 ms for
     * the signal of overload. Room for 1,000 and 4 pings, 1 s at most and 100 tenants counted are this library's own:
     * the times bound the queue long before the room does.
     */
    public static final AdmissionSettings STANDARD = new AdmissionSettings(
            1_000,
            4,
            Discipline.STANDARD,
            Duration.ofSeconds(1),
            Feasibility.STANDARD,
            GuaranteedShares.NONE,
            true,
            100,
            Duration.ofMillis(20));

    /** Refuses what cannot be counted or would never let anything through. */
    public AdmissionSettings {
        CAPACITY.check("capacity", capacity);
        PINGS.check("pings", pings);
        TENANTS_COUNTED.check("tenantsCounted", tenantsCounted);
        MAX_WAIT.check("maxWait", maxWait);
        OVERLOAD_WAIT.check("overloadWait", overloadWait);
    }

    /** The same with room for so many. */
    public AdmissionSettings withCapacity(int capacity) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with so many pings at a time. */
    public AdmissionSettings withPings(int pings) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with another order. */
    public AdmissionSettings withDiscipline(Discipline discipline) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with another longest wait. */
    public AdmissionSettings withMaxWait(Duration maxWait) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with another care for deadlines. */
    public AdmissionSettings withFeasibility(Feasibility feasibility) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with other guarantees. */
    public AdmissionSettings withGuaranteed(GuaranteedShares guaranteed) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same, with tenants that take turns or not. */
    public AdmissionSettings withFair(boolean fair) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with so many tenants counted by name. */
    public AdmissionSettings withTenantsCounted(int tenantsCounted) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** The same with another bound for the signal of overload. */
    public AdmissionSettings withOverloadWait(Duration overloadWait) {
        return new AdmissionSettings(
                capacity, pings, discipline, maxWait, feasibility, guaranteed, fair, tenantsCounted, overloadWait);
    }

    /** {@link Long#MAX_VALUE} if there is no limit. */
    long maxWaitNanos() {
        return maxWait.equals(UNLIMITED) ? Long.MAX_VALUE : maxWait.toNanos();
    }
}
