package io.goodput.lab.world;

import io.goodput.Outcome;

/** What an endpoint does with the requests inside. */
interface Server {
    /**
     * A request has come in. It is {@linkplain Request#enter entered} and some time later {@linkplain Request#worked
     * worked on}, or else {@linkplain Request#refuse refused}.
     */
    void arrive(Request request, long now);

    /**
     * The work of a request is done, and its result is to be kept.
     *
     * @return false if it cannot be, and the request fails
     */
    default boolean commits(Request request, long now) {
        return true;
    }

    /** A request that was worked on has left: with its answer, after whatever it called. */
    void left(Request request, Outcome outcome, long now);

    /** Requests inside, whether waiting, worked on or calling others. */
    int inFlight();
}
