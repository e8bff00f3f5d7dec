package io.goodput.lab.world;

/** What a process can call: a dependency, with whatever lies before it. */
interface Callee {
    /**
     * Calls it.
     *
     * @param origin the request for which it is called
     * @param deadline after which nobody waits; {@link Long#MAX_VALUE} for never
     * @param caller told the end, possibly at once
     */
    void call(CallOrigin origin, long deadline, Caller caller, long now);
}
