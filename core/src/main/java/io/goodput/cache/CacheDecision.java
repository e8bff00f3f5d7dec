package io.goodput.cache;

/** What a {@link Freshness} answers about an entry. */
public enum CacheDecision {
    /** Serve it. */
    FRESH(true, false),
    /** Serve it, and let one of those who were told so load it anew without making anybody wait. */
    REFRESH_BEHIND(true, true),
    /** There is nothing to serve: load it, and wait for it. */
    MUST_LOAD(false, true),
    /** Serve it although it is past its soft TTL: the last load failed, and it is too early for the next. */
    SERVE_STALE(true, false),
    /** There is nothing to serve, the last load failed, and it is too early for the next: fail at once. */
    GONE(false, false);

    private final boolean served;
    private final boolean load;

    CacheDecision(boolean served, boolean load) {
        this.served = served;
        this.load = load;
    }

    /** True if the cached value is the answer. */
    public boolean served() {
        return served;
    }

    /** True if the dependency is to be asked. */
    public boolean load() {
        return load;
    }
}
