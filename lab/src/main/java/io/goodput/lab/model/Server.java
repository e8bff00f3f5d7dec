package io.goodput.lab.model;

/** A service in action. */
interface Server {
    /** A request has come in. Sooner or later it is {@linkplain Request#answer answered}. */
    void arrive(Request request, long now);

    /** The time that {@link Request#serve} was told is over. */
    void served(Request request, long now);

    /** Requests inside, whether waiting or worked on. */
    int inFlight();
}
