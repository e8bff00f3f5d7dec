import io.goodput.breaker.BreakerEvent;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.Guard;
import java.io.IOException;
import java.time.Duration;

/** Two guards whose dependency fails, one with each kind of breaker, and what is seen of it. */
class Opening {
    public static void main(String... args) throws Exception {
        KeyedBreaker onOff = KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(20, 20));
        KeyedBreaker standard = KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD.withWindow(Duration.ofMillis(100)));
        onOff.listen(Opening::print);
        standard.listen(Opening::print);

        call(Guard.builder("payments").breaker(onOff).build());
        call(Guard.builder("inventory").breaker(standard).build());
    }

    private static void print(BreakerEvent event) {
        System.out.println(event);
    }

    private static void call(Guard guard) throws Exception {
        int dropped = 0;
        for (int i = 0; i < 100; i++) {
            try {
                guard.call(() -> {
                    Thread.sleep(5);
                    throw new IOException("no answer");
                });
            } catch (CallDroppedException held) {
                dropped++;
            } catch (IOException failed) {
                // What the dependency answers.
            }
        }
        System.out.println(guard.name() + ": " + dropped + " of 100 calls were not sent");
    }
}
