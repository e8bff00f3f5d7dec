import io.goodput.CallContext;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.telemetry.Count;
import io.goodput.telemetry.Detail;
import io.goodput.telemetry.Downstream;
import io.goodput.telemetry.Quantity;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import io.goodput.telemetry.Time;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.JsonFields;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** A shop that takes an order, and the record that this leaves. Its chance is its own, and its times are shown as 0, so that it is always the same. */
class Shop {
    // region names
    private static final Count ITEMS = Count.named("items");
    private static final Count COUPONS = Count.named("coupons");
    private static final Time PRICING = Time.named("pricing");
    private static final Quantity CENTS = Quantity.named("cents");
    private static final Detail ORDER = Detail.named("order");
    private static final Detail CARD = Detail.named("card").secret();
    private static final Downstream STOCK = Downstream.named("stock");
    // endregion

    // region declaration
    private final ServiceOperation placeOrder;
    private final Guard stock = Guard.builder("stock")
            .random(new SplittableRandom(8)::nextLong)
            .attemptContext(AttemptContext.SPANS)
            .retry(RetryPolicy.builder().backoff(Backoff.NONE).build())
            .build();

    Shop(Telemetry telemetry) {
        this.placeOrder = telemetry
                .operation("place-order")
                .counts(ITEMS, COUPONS)
                .times(PRICING)
                .quantities(CENTS)
                .details(ORDER, CARD)
                .depends(STOCK)
                .declare();
        telemetry.watch(stock);
    }
    // endregion

    // region work
    String place(CallContext context, String order, String card) throws Exception {
        return placeOrder.call(context, work -> {
            work.detail(ORDER, order).detail(CARD, card);
            stock.call(this::reserve);
            work.count(ITEMS, 3).time(PRICING, Duration.ofMillis(2)).record(CENTS, 1_999);
            return "placed";
        });
    }
    // endregion

    private int calls;

    private String reserve() throws ConnectException {
        if (calls++ == 0) {
            throw new ConnectException("refused");
        }
        return "reserved";
    }

    private static void print(Outgoing record) {
        if (record.isCounted()) {
            var json = new JsonFields(FieldRules.none().withKey("a key of sixteen".getBytes(StandardCharsets.UTF_8)));
            json.begin();
            record.writeTo(json);
            int length = json.end();
            System.out.print(new String(json.bytes(), 0, length, StandardCharsets.UTF_8)
                    .replaceAll("us\":\\d+", "us\":0")
                    .replaceAll("(?<=us_by\":\\{)[^}]*", "\"success\":0,\"transient_failure\":0")
                    .replaceAll("T12[^Z]*Z", "T12:00:00.000000Z")
                    .replaceAll("(,\"(id|counts|details|dependencies|calls|attempts)\")", "\n $1"));
        }
        record.release();
    }

    public static void main(String... arguments) throws Exception {
        // In a service: Telemetry.to("shop", Path.of("/var/log/shop"))
        try (Telemetry telemetry = Telemetry.builder("shop")
                .instance("a")
                .instants(() -> Instant.parse("2026-11-30T12:00:00Z"))
                .random(new SplittableRandom(7)::nextLong)
                .exit(Shop::print)
                .start()) {
            CallContext context = CallContext.NONE.withTenant("blue");
            new Shop(telemetry).place(context, "o-4711\n\u001b[2J", "4111 1111 1111 1111");
        }
    }
}
