package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.limit.ConcurrencyLimit;
import java.util.random.RandomGenerator;
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
    private static final Refusal BREAKER = new Refusal(Reason.BREAKER, "the breaker of its key holds it back");
    private static final Refusal LIMIT =
            new Refusal(Reason.CONCURRENCY_LIMIT, "as many attempts are in flight as the limit allows");

    boolean isOpen() {
        return balancer == null && breaker == null && limit == null;
    }

    /** Null, and what it took is noted in the attempt; or why not, and nothing is taken. */
    @Nullable Refusal enter(
            InFlight attempt,
            CallOptions options,
            @Nullable String tenant,
            @Nullable Endpoint avoid,
            long now,
            RandomGenerator random) {
        Refusal refusal = balancer == null
                ? passBreaker(attempt, options, now, random)
                : pick(balancer, attempt, options, tenant, avoid, now, random);
        if (refusal == null && limit != null && !limit.tryAcquire()) {
            leaveEndpoint(attempt, Outcome.DROPPED, now);
            return LIMIT;
        }
        return refusal;
    }

    private @Nullable Refusal pick(
            Balancer from,
            InFlight attempt,
            CallOptions options,
            @Nullable String tenant,
            @Nullable Endpoint avoid,
            long now,
            RandomGenerator random) {
        Endpoint avoided = avoid;
        Refusal refusal = NO_ENDPOINT;
        for (int i = 0; i < PICKS; i++) {
            Endpoint endpoint = from.pick(now, random, tenant == null ? options.key() : tenant, avoided);
            if (endpoint == null) {
                return refusal;
            }
            attempt.endpoint = endpoint;
            refusal = passBreaker(attempt, options, now, random);
            if (refusal == null) {
                return null;
            }
            leaveEndpoint(attempt, Outcome.DROPPED, now);
            avoided = endpoint;
        }
        return refusal;
    }

    /** What fails alone is named by the caller, or else it is the endpoint, or else the whole dependency. */
    private @Nullable Refusal passBreaker(InFlight attempt, CallOptions options, long now, RandomGenerator random) {
        if (breaker == null) {
            return null;
        }
        Object key = options.key() == null ? attempt.endpoint : options.key();
        Breaker keyed = key == null ? breaker.whole() : breaker.of(key, now);
        if (!keyed.tryPass(now, random)) {
            return BREAKER;
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
