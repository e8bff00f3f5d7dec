package io.goodput.lab.world;

/** How the entries of a cache come into it. */
interface CacheLoads {
    /** Somebody waits for the value. */
    void load(int key, Origin origin, long deadline, Caller caller, long now);

    /** Nobody does. */
    void refresh(int key, Origin origin, long now);
}
