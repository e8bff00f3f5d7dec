package io.goodput.lab.world.server;

/** Why a request was not served: what shed it, or what it failed by. */
public enum Unserved {
    /** Shed: there is no room in the queue. */
    FULL("the queue is full"),
    /** Shed from the queue for another one. */
    DISPLACED("made room for a higher priority"),
    /** Shed: of its tenant more wait than of others. */
    OVER_SHARE("its tenant has the most waiting"),
    /** Shed from the queue. */
    WAITED_TOO_LONG("waited for too long"),
    /** Shed: nobody waits for it any more. */
    EXPIRED("its deadline has passed"),
    /** Shed: nobody would wait for it any more. */
    CANNOT_FINISH("would not be done before its deadline"),
    /** Shed: more pings than are let in. */
    PING_FLOOD("too many pings"),
    /** Shed: as many instances as there may be are busy. */
    NO_INSTANCE("no instance is free"),
    /** Failed: the work ended in an error. */
    ERROR("an error"),
    /** Failed: another one has written what it has read. */
    CONFLICT("a conflict"),
    /** Failed: what it called for did not succeed. */
    CALL_FAILED("a call of its own failed"),
    /** Failed: the endpoint fails all. */
    BLACK_HOLE("the endpoint fails everything"),
    /** Failed under way: the endpoint was lost. */
    WENT_DOWN("the endpoint went down"),
    /** Failed: there is no endpoint. */
    DOWN("the endpoint is down");

    private final String words;

    Unserved(String words) {
        this.words = words;
    }

    /** In a few words. */
    public String words() {
        return words;
    }

    /** Whether it was shed, before any work was done for it. */
    public boolean isShed() {
        return compareTo(ERROR) < 0;
    }
}
