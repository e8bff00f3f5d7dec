import io.goodput.Outcome;
import io.goodput.retry.AdaptiveRate;

/** A client of 100 requests a second is throttled once, and comes back along a cubic. */
class Throttled {
    private static final long SECOND = 1_000_000_000;

    public static void main(String... args) {
        var rate = new AdaptiveRate(AdaptiveRate.Settings.STANDARD);
        long now = 0;
        for (int request = 0; request < 1_000; request++) {
            now += SECOND / 100;
            rate.ended(Outcome.SUCCESS, now);
        }
        System.out.printf("never throttled: %.1f/s, %s%n", rate.rate(), rate.acquire(now));

        rate.ended(Outcome.THROTTLED, now);
        System.out.printf("throttled:       %.1f/s%n", rate.rate());
        for (int second = 1; second <= 6; second++) {
            for (int request = 0; request < 100; request++) {
                now += SECOND / 100;
                rate.ended(Outcome.SUCCESS, now);
            }
            System.out.printf("after %d s:       %.1f/s%n", second, rate.rate());
        }
    }
}
