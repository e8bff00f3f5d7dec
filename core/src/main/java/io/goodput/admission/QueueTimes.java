package io.goodput.admission;

/**
 * How long a queue must stand to be overload, and how long requests may wait in it then: what the {@link Discipline}
 * says or, if it is {@linkplain Discipline#scaled scaled}, what requests take here, if that is more.
 *
 * <p>A queue of a service of 10 slots and 100 ms stands for 100 ms whenever it is busy, and gets on by one request in
 * 10 ms; 5 ms after 100 ms, made for services of a few milliseconds, would shed what is no overload. So no queue is
 * overload that has not stood for {@value #SERVICES} service times, and in overload a request may wait until
 * {@value #SLOTS} slots have come free.
 *
 * <p>What requests take is the median of the successes; what fails fast does not count. The first success of all tells,
 * and then those that end while others wait: else nothing goes by it.
 */
final class QueueTimes {
    private static final int SERVICES = 20;
    private static final int SLOTS = 4;
    private static final double MEDIAN = 0.5;

    private final Occupancy occupancy;
    private final ServiceTimes typical = new ServiceTimes();
    private volatile Discipline discipline;

    QueueTimes(Occupancy occupancy, Discipline discipline) {
        this.occupancy = occupancy;
        this.discipline = discipline;
    }

    void change(Discipline other) {
        discipline = other;
    }

    /** A success while nobody waits. By any thread. */
    void servedInCalm(long serviceNanos) {
        if (typical.estimate() == 0) {
            typical.record(serviceNanos, MEDIAN);
        }
    }

    /** A success while somebody waits. */
    void served(long serviceNanos) {
        typical.record(serviceNanos, MEDIAN);
    }

    /** For how long a queue must stand to be overload, in nanoseconds; what comes before that may wait so long. */
    long interval() {
        long least = discipline.interval().toNanos();
        return discipline.scaled() ? Math.max(least, (long) (SERVICES * typical.estimate())) : least;
    }

    /** How long what comes in overload may wait, in nanoseconds. */
    long target() {
        long least = discipline.target().toNanos();
        return discipline.scaled() ? Math.max(least, (long) (SLOTS * typical.estimate() / occupancy.limit())) : least;
    }
}
