import io.goodput.Outcome;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;

/** What an AIMD limit learns from forty good answers, and from twenty calls that time out together. */
class Limits {
    private static final long MILLI = 1_000_000;

    public static void main(String... args) {
        var limit = new ConcurrencyLimit(AimdLimit.STANDARD);
        long now = 0;
        for (int call = 0; call < 41; call++) {
            while (limit.tryAcquire()) {
                now += MILLI;
            }
            limit.release(Outcome.SUCCESS, now - 20 * MILLI, now);
        }
        System.out.println("after 41 good answers:  " + limit.limit() + ", in flight " + limit.inFlight());

        while (limit.tryAcquire()) {
            now += MILLI;
        }
        System.out.println("one more is admitted:   " + limit.tryAcquire());

        for (int call = 0; call < 20; call++) {
            limit.release(Outcome.TIMEOUT, now, now + 250 * MILLI);
        }
        System.out.println("after 20 timeouts:      " + limit.limit() + ", in flight " + limit.inFlight());
    }
}
