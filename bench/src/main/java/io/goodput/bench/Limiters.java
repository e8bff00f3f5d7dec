package io.goodput.bench;

import dev.failsafe.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.goodput.Ticker;
import io.goodput.limit.RateLimit;
import io.goodput.limit.RateLimit.Rate;
import java.time.Duration;

/**
 * The rate limiter of everybody but Sentinel with so many permits to begin with, and one method for each that asks for
 * one. Ours keeps keys apart and looks its key up; the peers' are one limiter each.
 */
final class Limiters {
    private static final String KEY = "blue";

    private final Ticker ticker = Ticker.system();
    private final RateLimit goodput;
    private final RateLimit goodputOverall;
    private final io.github.resilience4j.ratelimiter.RateLimiter resilience4j;
    private final Bucket bucket4j;
    private final RateLimiter<Long> failsafeSmooth;
    private final RateLimiter<Long> failsafeBursty;

    private Limiters(String name, double perSecond, int burst, Duration period) {
        var rate = new Rate(perSecond, burst);
        this.goodput = new RateLimit(new RateLimit.Settings(rate, null, RateLimit.Settings.STANDARD_KEYS));
        this.goodputOverall = new RateLimit(new RateLimit.Settings(rate, rate, RateLimit.Settings.STANDARD_KEYS));
        this.resilience4j = io.github.resilience4j.ratelimiter.RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(burst)
                        .limitRefreshPeriod(period)
                        .timeoutDuration(Duration.ZERO)
                        .build());
        this.bucket4j = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, period))
                .build();
        this.failsafeSmooth = RateLimiter.<Long>smoothBuilder(burst, period).build();
        this.failsafeBursty = RateLimiter.<Long>burstyBuilder(burst, period).build();
    }

    /** More than can be asked for: a thousand million, at once or each second, as each of them counts. */
    static Limiters plenty() {
        return new Limiters("plenty", 1e6, 1_000_000_000, Duration.ofSeconds(1));
    }

    /** One a day, and that one is taken. */
    static Limiters none() {
        var limiters = new Limiters("none", 1.0 / Duration.ofDays(1).toSeconds(), 1, Duration.ofDays(1));
        limiters.takeAll();
        return limiters;
    }

    private void takeAll() {
        goodput();
        goodputOverall();
        resilience4j();
        bucket4j();
        failsafeSmooth();
        failsafeBursty();
    }

    boolean goodput() {
        return goodput.tryAcquire(KEY, ticker.nanos());
    }

    boolean goodput(OwnTime time) {
        return goodput.tryAcquire(KEY, time.nanos());
    }

    /** With a limit above all keys. */
    boolean goodputOverall() {
        return goodputOverall.tryAcquire(KEY, ticker.nanos());
    }

    boolean resilience4j() {
        return resilience4j.acquirePermission();
    }

    boolean bucket4j() {
        return bucket4j.tryConsume(1);
    }

    boolean failsafeSmooth() {
        return failsafeSmooth.tryAcquirePermit();
    }

    boolean failsafeBursty() {
        return failsafeBursty.tryAcquirePermit();
    }
}
