import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A breaker for each shard: the one that fails is sent less and less, the others everything. */
class Shards {
    private static final long MILLI = 1_000_000;

    public static void main(String... args) {
        var breakers = KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD.withWindow(Duration.ofSeconds(1)));
        RandomGenerator random = new SplittableRandom(1);
        int[] sent = new int[4];
        // The example brings its own time; a program reads Ticker.system().nanos().
        long start = Ticker.system().nanos();
        for (int call = 0; call < 40_000; call++) {
            long now = start + call * MILLI;
            int shard = call % 4;
            Breaker breaker = breakers.of(shard, now);
            if (!breaker.tryPass(now, random)) {
                continue; // dropped: answer from elsewhere, or fail at once
            }
            sent[shard]++;
            Outcome outcome = shard == 3 ? Outcome.TIMEOUT : Outcome.SUCCESS;
            breaker.ended(outcome, now, now + 5 * MILLI);
        }
        for (int shard = 0; shard < 4; shard++) {
            Breaker breaker = breakers.of(shard, start + 40_000 * MILLI);
            System.out.printf("shard %d: sent %d of 10000, admits %.2f now%n", shard, sent[shard], breaker.admitted());
        }
    }
}
