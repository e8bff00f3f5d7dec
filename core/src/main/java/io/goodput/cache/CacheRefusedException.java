package io.goodput.cache;

import io.goodput.KnownOutcome;
import io.goodput.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A cache has no value to serve, and did not load one. Made beforehand, one for each reason, without a stack trace. */
public final class CacheRefusedException extends Exception implements KnownOutcome {
    private static final long serialVersionUID = 1L;
    private static final Map<CacheRefusal, CacheRefusedException> ALL = new EnumMap<>(CacheRefusal.class);

    static {
        for (CacheRefusal reason : CacheRefusal.values()) {
            ALL.put(reason, new CacheRefusedException(reason));
        }
    }

    private final CacheRefusal reason;

    private CacheRefusedException(CacheRefusal reason) {
        super("not in the cache, and not loaded: " + reason, null, false, false);
        this.reason = reason;
    }

    static CacheRefusedException of(CacheRefusal reason) {
        return Objects.requireNonNull(ALL.get(reason));
    }

    /** Why. */
    public CacheRefusal reason() {
        return reason;
    }

    /** {@link Outcome#TIMEOUT} of who came too late, else {@link Outcome#DROPPED}: nobody was asked. */
    @Override
    public Outcome outcome() {
        return reason == CacheRefusal.TOO_LATE ? Outcome.TIMEOUT : Outcome.DROPPED;
    }
}
