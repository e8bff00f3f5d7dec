package io.goodput.retry;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.budget.TokenBucket;

/**
 * A token bucket that bounds what retries may cost a dependency. A retry takes tokens, a success puts some back; an
 * empty bucket means that the dependency fails more than now and then, and that retries would only add to its load.
 *
 * <p>The bucket starts full. It is counted in whole microtokens, so sums are exact, and it never goes below zero or
 * above its capacity however many threads use it. Without refund, retries never exceed what the capacity pays for at
 * once and {@code deposit / cost} of the successes since: the capacity spent, traffic is amplified by at most {@code 1
 * + deposit / cost}, and in a full outage not at all. Two ways of accounting, which may be mixed:
 *
 * <ul>
 *   <li>Brooker's: a retry takes 1, every success puts back a deposit of 0.01 to 0.1. With capacity 10 and deposit 0.1:
 *       ten retries at once, then one for every ten successes.
 *   <li>the AWS SDKs': capacity 500, a retry takes 14, or 5 after a throttle; a success puts back what its own last
 *       retry took, or 1 if it needed none ({@link Settings#refund}).
 * </ul>
 *
 * <p>A bucket belongs to one dependency: shared between unrelated ones, the failure of one takes the retries of all.
 */
public final class RetryBudget {
    /** Amounts are in microtokens: this many make a token. */
    public static final long TOKEN = TokenBucket.TOKEN;

    private final TokenBucket bucket;
    private volatile Amounts amounts;

    /** A full bucket. */
    public RetryBudget(Settings settings) {
        this.amounts = new Amounts(settings);
        this.bucket = new TokenBucket(settings.capacity());
    }

    /** Brooker's accounting: a retry takes 1 token, a success puts back {@code deposit}. */
    public static RetryBudget of(double capacity, double deposit) {
        return new RetryBudget(Settings.of(capacity, deposit));
    }

    /** The accounting of the AWS SDKs since 2026. */
    public static RetryBudget standard() {
        return new RetryBudget(Settings.STANDARD);
    }

    /** What a retry after such an outcome takes, in microtokens. */
    public long cost(Outcome outcome) {
        Amounts current = amounts;
        return outcome == Outcome.THROTTLED ? current.throttledCost : current.cost;
    }

    /** Takes that many microtokens, or none and answers false. */
    public boolean tryTake(long amount) {
        return bucket.tryTake(amount);
    }

    /** Puts back what was taken for a retry that was not sent after all. */
    public void putBack(long amount) {
        bucket.putBack(amount);
    }

    /**
     * A call succeeded.
     *
     * @param lastTaken what its last retry took, in microtokens; 0 if it needed none
     */
    public void succeeded(long lastTaken) {
        Amounts current = amounts;
        bucket.putBack(current.settings.refund() ? Math.max(lastTaken, current.deposit) : current.deposit);
    }

    /** Microtokens in the bucket now. */
    public long available() {
        return bucket.available();
    }

    /** What it goes by now. */
    public Settings settings() {
        return amounts.settings;
    }

    /** Goes by other settings from now on. What is in the bucket stays, as far as the new capacity can hold it. */
    public void change(Settings settings) {
        amounts = new Amounts(settings);
        bucket.change(settings.capacity());
    }

    @Override
    public String toString() {
        return "RetryBudget[available=" + tokens(available()) + ", " + settings() + "]";
    }

    /** An amount as people write it: {@code 14}, {@code 0.1}. */
    static String tokens(long micro) {
        return TokenBucket.written(micro);
    }

    /**
     * All in tokens.
     *
     * @param capacity the most retries (at cost 1) that can be sent without a success in between; enough for one, or 0
     *     for no retries at all
     * @param cost of a retry
     * @param throttledCost of a retry after {@link Outcome#THROTTLED}
     * @param deposit put back by a success
     * @param refund whether a success puts back what its own last retry took, if that is more than the deposit
     */
    public record Settings(double capacity, double cost, double throttledCost, double deposit, boolean refund) {
        /** What a cost may be, and a capacity that is not 0 and no less than one. */
        public static final Range<Double> COST = new Range<>(1.0 / TOKEN, 1e9);

        /** What a capacity may be, whatever the costs. */
        public static final Range<Double> CAPACITY = COST.from(0.0);

        /** What a deposit may be. */
        public static final Range<Double> DEPOSIT = new Range<>(0.0, 1e9);

        /** Capacity 500, cost 14, or 5 after a throttle, deposit 1, with refund. */
        public static final Settings STANDARD = new Settings(500, 14, 5, 1, true);

        /** Refuses what cannot be counted, or is something and yet could never pay for one retry. */
        public Settings {
            COST.check("cost", cost);
            COST.check("throttledCost", throttledCost);
            DEPOSIT.check("deposit", deposit);
            if (capacity != 0) {
                COST.from(Math.max(cost, throttledCost)).check("capacity", capacity);
            }
        }

        /** Brooker's accounting: cost 1, no refund. */
        public static Settings of(double capacity, double deposit) {
            return new Settings(capacity, 1, 1, deposit, false);
        }
    }

    /** The settings in microtokens. */
    private static final class Amounts {
        private final Settings settings;
        private final long cost;
        private final long throttledCost;
        private final long deposit;

        Amounts(Settings settings) {
            this.settings = settings;
            this.cost = TokenBucket.micro(settings.cost());
            this.throttledCost = TokenBucket.micro(settings.throttledCost());
            this.deposit = TokenBucket.micro(settings.deposit());
        }
    }
}
