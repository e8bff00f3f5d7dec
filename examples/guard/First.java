import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The same guard twice: written in Java, and read from guard.yaml. */
class First {
    public static void main(String... args) throws Exception {
        Guard written = Guard.builder("inventory")
                .deadline(Duration.ofSeconds(2))
                .attemptTimeout(Duration.ofMillis(300))
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(50), Duration.ofSeconds(20)))
                        .budget(RetryBudget.of(10, 0.1))
                        .build())
                .build();

        Guard read = YamlFile.read(Path.of("examples/guard/guard.yaml"))
                .as(GuardSettings.CODEC)
                .newGuard("inventory")
                .build();

        for (Guard inventory : new Guard[] {written, read}) {
            System.out.println(inventory.call(failsOnce("42 in stock")));
            System.out.println(inventory
                    .callAsync(() -> CompletableFuture.completedFuture("42 in stock"))
                    .get());
            System.out.println(inventory.retry().budget());
        }
    }

    /** Stands for a call of your client. */
    private static Callable<String> failsOnce(String answer) {
        int[] calls = {0};
        return () -> {
            if (++calls[0] == 1) {
                throw new IOException("connection reset");
            }
            return answer;
        };
    }
}
