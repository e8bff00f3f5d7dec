import io.goodput.limit.RateLimit;
import io.goodput.limit.RateLimit.Rate;
import io.goodput.limit.RateLimit.Settings;

/** Ten requests a second for each tenant, a hundred for all together; who is refused learns when to come again. */
class Tenants {
    private static final long MILLI = 1_000_000;

    public static void main(String... args) {
        var limit = new RateLimit(Settings.of(10).withOverall(Rate.of(100)));
        long now = 5_000 * MILLI;
        for (String tenant : new String[] {"blue", "green"}) {
            int served = 0;
            while (limit.tryAcquire(tenant, now)) {
                served++;
            }
            System.out.printf("%s: %d served, Retry-After %d ms%n",
                    tenant, served, limit.nanosUntilAvailable(tenant, now) / MILLI);
        }
    }
}
