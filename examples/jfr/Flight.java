import io.goodput.guard.Guard;
import io.goodput.jfr.FlightEvents;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;

/** A dependency that fails once, with a flight recorder on board. */
class Flight {
    public static void main(String... arguments) throws Exception {
        Guard stock = Guard.builder("stock")
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(5), Duration.ofMillis(20)))
                        .build())
                .build();
        FlightEvents.watch(stock);
        int[] calls = {0};
        String answer = stock.call(() -> {
            if (calls[0]++ == 0) {
                throw new IOException("connection reset");
            }
            return "7 left";
        });
        System.out.println(answer);
    }
}
