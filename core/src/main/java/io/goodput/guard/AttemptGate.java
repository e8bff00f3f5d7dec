package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.limit.ConcurrencyLimit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every attempt passes, in this order: an endpoint is picked, the breaker of its key is asked, a permit of the
 * concurrency limit is taken. What an attempt holds, it gives back once, when it ends.
 */
record AttemptGate(
        @Nullable Balancer balancer,
        @Nullable KeyedBreaker breaker,
        @Nullable ConcurrencyLimit limit) {
    /** Endpoints whose breaker may refuse before the attempt is dropped. */
    private static final int PICKS = 3;

    private static final Refusal NO_ENDPOINT = new Refusal(Reason.NO_ENDPOINT, "there is no endpoint to send it to");
    private static final Refusal BREAKER_OF_ALL = new Refusal(Reason.BREAKER, "the breaker holds it back");
    private static final Refusal BREAKER_OF_KEY = new Refusal(Reason.BREAKER, "the breaker of its key holds it back");
    private static final Refusal BREAKER_OF_ENDPOINT =
            new Refusal(Reason.BREAKER, "the breaker of its endpoint holds it back");
    private static final Refusal LIMIT =
            new Refusal(Reason.CONCURRENCY_LIMIT, "as many attempts are in flight as the limit allows");

    boolean isOpen() {
        return balancer == null && breaker == null && limit == null;
    }

    /**
     * Null, and what it took is noted in the attempt; or why not, and nothing is taken.
     *
     * @param avoid where the attempt before was sent
     */
    @Nullable Refusal enter(InFlight attempt, Terms terms, @Nullable Endpoint avoid, long now) {
        Refusal refusal = balancer == null ? passBreaker(attempt, terms, now) : pick(attempt, terms, avoid, now);
        if (refusal == null && limit != null && !limit.tryAcquire()) {
            leaveEndpoint(attempt, Outcome.DROPPED, now);
            return LIMIT;
        }
        return refusal;
    }

    private @Nullable Refusal pick(InFlight attempt, Terms terms, @Nullable Endpoint avoid, long now) {
        Balancer from = Objects.requireNonNull(balancer);
        String tenant = terms.context().tenant();
        Object key = tenant == null ? terms.options().key() : tenant;
        Endpoint avoided = avoid;
        Refusal refusal = NO_ENDPOINT;
        for (int i = 0; i < PICKS; i++) {
            Endpoint endpoint = from.pick(now, terms.policies().random, key, avoided);
            if (endpoint == null) {
                return refusal;
            }
            attempt.endpoint = endpoint;
            refusal = passBreaker(attempt, terms, now);
            if (refusal == null) {
                return null;
            }
            leaveEndpoint(attempt, Outcome.DROPPED, now);
            avoided = endpoint;
        }
        return refusal;
    }

    /** What fails alone is named by the caller, or else it is the endpoint, or else the whole dependency. */
    private @Nullable Refusal passBreaker(InFlight attempt, Terms terms, long now) {
        if (breaker == null) {
            return null;
        }
        Object named = terms.options().key();
        Object key = named == null ? attempt.endpoint : named;
        Breaker keyed = key == null ? breaker.whole() : breaker.of(key, now);
        if (!keyed.tryPass(now, terms.policies().random)) {
            return named != null ? BREAKER_OF_KEY : key != null ? BREAKER_OF_ENDPOINT : BREAKER_OF_ALL;
        }
        attempt.breaker = keyed;
        return null;
    }

    /** The attempt has ended. */
    void leave(InFlight attempt, Outcome outcome, long now) {
        if (limit != null) {
            limit.release(outcome, attempt.startedAt, now);
        }
        leaveEndpoint(attempt, outcome, now);
    }

    private void leaveEndpoint(InFlight attempt, Outcome outcome, long now) {
        if (attempt.breaker != null) {
            attempt.breaker.ended(outcome, attempt.startedAt, now);
            attempt.breaker = null;
        }
        if (balancer != null && attempt.endpoint != null) {
            balancer.ended(attempt.endpoint, outcome, attempt.startedAt, now);
        }
    }
}
