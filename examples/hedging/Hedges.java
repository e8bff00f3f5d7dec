import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.hedge.HedgePolicy;
import io.goodput.hedge.HedgeTiming;
import java.time.Duration;
import java.util.Random;

/** Asks the policy by hand, as a guard does: calls of a service that now and then stalls. */
class Hedges {
    public static void main(String... args) {
        var policy = HedgePolicy.standard();
        var random = new Random(1);
        long now = Ticker.system().nanos();
        int hedged = 0;
        for (int call = 0; call < 10_000; call++) {
            now += Duration.ofMillis(1).toNanos();
            policy.callBegan();
            long primary = latency(random);
            long delay = delay(policy, now);
            if (primary <= delay || !policy.tryTake()) {
                policy.attemptEnded(Outcome.SUCCESS, primary, now);
                continue;
            }
            hedged++;
            long hedge = latency(random);
            if (delay + hedge < primary) {
                policy.attemptEnded(Outcome.SUCCESS, hedge, now);
                policy.abandoned(delay + hedge, now);
            } else {
                policy.attemptEnded(Outcome.SUCCESS, primary, now);
                policy.abandoned(primary - delay, now);
            }
        }
        System.out.println(hedged + " hedges for 10000 calls");
        System.out.println("the next one after " + Duration.ofNanos(delay(policy, now)).toMillis() + " ms");
    }

    /** As long as there is, while too little is known. */
    private static long delay(HedgePolicy policy, long now) {
        return switch (policy.timing(now)) {
            case HedgeTiming.After(long nanos) -> nanos;
            case HedgeTiming.NotYet() -> Long.MAX_VALUE;
        };
    }

    private static long latency(Random random) {
        return (long) ((random.nextInt(100) == 0 ? 200e6 : 5e6) * random.nextExponential());
    }
}
