import io.goodput.CallContext;
import io.goodput.Timers;
import io.goodput.cache.AsyncReadThrough;
import io.goodput.cache.CacheBase;
import io.goodput.cache.ReadThrough;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** A cache in front of a shop that is down for a while, over a ConcurrentHashMap. */
class Prices {
    private static int loads;
    private static boolean down;

    /** The shop answers at once, so that the output is always the same. */
    private static CompletableFuture<Optional<String>> load(String key, CallContext context) {
        return down
                ? CompletableFuture.failedFuture(new IllegalStateException("down"))
                : CompletableFuture.completedFuture(Optional.of(key + " no. " + ++loads));
    }

    public static void main(String... args) {
        var clock = new Clock();
        var base = new CacheBase<String, String>(new ConcurrentHashMap<>(), clock, RandomGenerator.getDefault());
        var cache = new AsyncReadThrough<>(ReadThrough.Settings.STANDARD, base, Prices::load);
        ask("cold:        ", cache);
        ask("fresh:       ", cache);
        cache.invalidate("price");
        ask("invalidated: ", cache);
        down = true;
        clock.now += Duration.ofMinutes(30).toNanos();
        ask("down 30 min: ", cache);
        clock.now += Duration.ofMinutes(31).toNanos();
        ask("down 61 min: ", cache);
        ask("asked again: ", cache);
    }

    private static void ask(String when, AsyncReadThrough<String, String> cache) {
        cache.get("price", CallContext.current())
                .whenComplete((value, failure) -> System.out.println(when + (failure == null ? value.get() : failure)));
    }

    /** Time that passes when the program says so. A service leaves it to {@link CacheBase#of}. */
    private static final class Clock implements Timers {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepUntil(long at) {
            now = at;
        }

        @Override
        public Timer runAt(long at, Runnable action) {
            throw new UnsupportedOperationException("nobody here has a deadline");
        }

        @Override
        public Interrupter interrupter() {
            throw new UnsupportedOperationException("nobody here is interrupted");
        }
    }
}
