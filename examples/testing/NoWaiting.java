import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Timeouts, backoff and deadlines in virtual time: hours pass, and nobody waits for them. */
class NoWaiting {
    public static void main(String... args) throws Exception {
        blocking();
        asynchronous();
    }

    // region calls
    private static void blocking() throws Exception {
        var timers = new VirtualTimers();
        Guard stock = Guard.builder("stock")
                .timers(timers)
                .random(new Random(1))
                .attemptTimeout(Duration.ofMillis(300))
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(50), Duration.ofSeconds(20)))
                        .build())
                .build();
        int[] attempts = {0};

        String answer = stock.call(() -> {
            boolean hangs = ++attempts[0] < 3;
            timers.sleep(hangs ? Duration.ofHours(1) : Duration.ofMillis(20));
            return "42 in stock";
        });

        System.out.printf("%s, by attempt %d, after %s%n", answer, attempts[0], passed(timers));
    }

    private static void asynchronous() {
        var timers = new VirtualTimers();
        Guard stock = Guard.builder("stock").timers(timers).deadline(Duration.ofMillis(300)).build();

        CompletableFuture<String> answer = stock.callAsync(() -> {
            var attempt = new CompletableFuture<String>();
            timers.runAt(Duration.ofHours(1).toNanos(), () -> attempt.complete("42 in stock"));
            return attempt;
        });

        timers.advance(Duration.ofMillis(299));
        System.out.printf("done after %s: %s%n", passed(timers), answer.isDone());
        timers.advance(Duration.ofMillis(1));
        System.out.printf("done after %s: %s%n", passed(timers), answer.exceptionNow().getMessage());
    }
    // endregion

    private static String passed(VirtualTimers timers) {
        return Duration.ofNanos(timers.nanos()).toMillis() + " ms";
    }
}
