import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Every way in which a guarded call ends badly, and what its caller gets to see. */
class Refusals {
    public static void main(String... args) {
        var three = RetryPolicy.builder().attempts(3).build();
        Callable<String> broken = () -> {
            throw new IOException("connection reset");
        };

        show("no attempt is left", guard().retry(three), broken);
        show("not a failure that passes", guard().retry(three), () -> {
            throw new IllegalArgumentException("no such item");
        });
        var poor = new RetryBudget(new RetryBudget.Settings(20, 14, 5, 1, true));
        show("the budget is empty", guard().retry(RetryPolicy.builder().budget(poor).build()), broken);
        var slow = Backoff.exponential(Duration.ofSeconds(2), Duration.ofSeconds(2)).withJitter(Jitter.NONE);
        show("no time is left to wait", guard().deadline(Duration.ofMillis(300))
                .retry(RetryPolicy.builder().backoff(slow).build()), broken);
        show("no answer in time", guard().attemptTimeout(Duration.ofMillis(20)).retry(three), () -> {
            Thread.sleep(1000);
            return "too late";
        });
        show("an answer that comes late", guard().attemptTimeout(Duration.ofMillis(20)), () -> {
            for (long end = System.nanoTime() + 50_000_000; System.nanoTime() < end; ) {}
            return "deaf to interrupts";
        });
    }

    private static GuardBuilder guard() {
        return Guard.builder("inventory");
    }

    private static void show(String title, GuardBuilder guard, Callable<?> task) {
        System.out.println(title + ":");
        try {
            System.out.println("  " + guard.build().call(task));
        } catch (Exception failure) {
            System.out.println("  " + failure);
            for (var why : failure.getSuppressed()) {
                System.out.println("    " + why.getMessage());
            }
        }
    }
}
