import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import io.goodput.guard.Attempt;
import io.goodput.guard.Guard;
import io.goodput.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A request of half a second, through two processes: each call inside has what is left, and no more. */
class Inherited {
    private static final Ticker TICKER = Ticker.system();

    private static final Guard STOCK = Guard.builder("stock")
            .deadline(Duration.ofSeconds(2))
            .attemptTimeout(Duration.ofMillis(300))
            .build();

    private static final Guard WAREHOUSE = Guard.builder("warehouse")
            .deadline(Duration.ofSeconds(2))
            .attemptTimeout(Duration.ofMillis(100))
            .build();

    public static void main(String... args) throws Exception {
        CallContext request = CallContext.NONE
                .withTimeout(Duration.ofMillis(500), TICKER)
                .withTenant("blue")
                .withCriticality(Criticality.SHEDDABLE_PLUS);

        request.call(() -> STOCK.callAttempt(Inherited::send));
    }

    /** The client of the first process: the headers say what is left to the attempt. */
    private static String send(Attempt attempt) throws Exception {
        Map<String, String> headers = new TreeMap<>();
        ContextHeaders.write(attempt.context(), TICKER.nanos(), headers::put);
        headers.forEach((name, value) -> System.out.println(name + ": " + value));
        return serve(headers);
    }

    /** The server of the second process. Nobody is more critical than it allows. */
    private static String serve(Map<String, String> headers) throws Exception {
        CallContext request = ContextHeaders.read(headers::get, TICKER.nanos(), Criticality.CRITICAL);
        return request.call(() -> {
            System.out.println("left for the request: " + left());
            return WAREHOUSE.call(() -> {
                System.out.println("left for the attempt: " + left());
                return "42 in stock";
            });
        });
    }

    private static String left() {
        long nanos = CallContext.current().deadline().remaining(TICKER.nanos());
        return Duration.ofNanos(nanos).toMillis() + " ms";
    }
}
