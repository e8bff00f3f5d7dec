package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionControl;
import org.jspecify.annotations.Nullable;

/** What an endpoint does with the requests inside. */
public interface Server {
    /**
     * A job has come in. It is {@linkplain Job#enter entered} and some time later {@linkplain Job#worked worked on}, or
     * else {@linkplain Job#refuse refused}.
     */
    void arrive(Job job, long now);

    /**
     * The work of a job is done, and its result is to be kept.
     *
     * @return false if it cannot be, and the job fails
     */
    default boolean commits(Job job, long now) {
        return true;
    }

    /** A job that was worked on has left: with its answer, after whatever it called. */
    void left(Job job, Outcome outcome, long now);

    /** What it admits requests by; null if it is none of its own. */
    default @Nullable AdmissionControl<?> admission() {
        return null;
    }

    /** Requests inside, whether waiting, worked on or calling others. */
    int inFlight();

    /** Those of them that wait for work on them to begin. */
    default int waiting() {
        return 0;
    }
}
