package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Count ITEMS = Count.named("items");
    private static final Time RENDER = Time.named("render");
    private static final Quantity CENTS = Quantity.named("cents");
    private static final Detail ORDER = Detail.named("order");
    private static final Detail CARD = Detail.named("card").secret();
    private static final Downstream STOCK = Downstream.named("stock");

    private final Desk desk = new Desk();
    private final Telemetry telemetry = desk.builder().start();
    private final ServiceOperation operation = telemetry
            .operation("place-order")
            .counts(ITEMS)
            .times(RENDER)
            .quantities(CENTS)
            .details(ORDER, CARD)
            .depends(STOCK)
            .declare();

    @Test
    void what_is_told_is_in_the_record() throws Exception {
        String answer = operation.call(CallContext.NONE.withTenant("blue").withRequestId("r-1"), work -> {
            work.count(ITEMS, 2).count(ITEMS).time(RENDER, 5_000).time(RENDER, 3_000).record(CENTS, 40);
            work.detail(ORDER, 17).detail(CARD, "4711");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(desk.last())
                .containsEntry("v", 1L)
                .containsEntry("kind", "work")
                .containsEntry("service", "shop")
                .containsEntry("operation", "place-order")
                .containsEntry("part", 1L)
                .containsEntry("last", true)
                .containsEntry("tenant", "blue")
                .containsEntry("request", "r-1")
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("counts", Map.of("items", 3L))
                .containsEntry("times", Map.of("render", Map.of("n", 2L, "us", 8L, "max_us", 5L)))
                .containsEntry("values", Map.of("cents", Map.of("n", 1L, "sum", 40L, "min", 40L, "max", 40L)))
                .doesNotContainKeys("parent", "deadline_us", "queue_us", "bytes_in", "cut", "calls", "leaked", "error");
        assertThat(details()).containsEntry("order", 17L).hasEntrySatisfying("card", card -> assertThat(card)
                .asString()
                .startsWith("hmac:"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> details() {
        return (Map<String, Object>) desk.last().get("details");
    }

    @Test
    void what_is_declared_is_zero_where_nothing_happened() throws Exception {
        operation.run(CallContext.NONE, _ -> {});

        assertThat(desk.last())
                .containsEntry("counts", Map.of("items", 0L))
                .containsEntry("times", Map.of("render", Map.of("n", 0L, "us", 0L, "max_us", 0L)))
                .containsEntry("values", Map.of("cents", Map.of("n", 0L, "sum", 0L)));
        assertThat(stock())
                .containsEntry("calls", 0L)
                .containsEntry("first", 0L)
                .containsEntry("retries", 0L)
                .containsEntry("hedges", 0L)
                .containsEntry("refused", 0L)
                .containsEntry("us", 0L)
                .containsEntry("wait_us", 0L);
        for (Outcome outcome : Outcome.values()) {
            assertThat(stock()).containsEntry(outcome.name().toLowerCase(java.util.Locale.ROOT), 0L);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> stock() {
        return (Map<String, Object>) ((Map<String, Object>) desk.last().get("dependencies")).get("stock");
    }

    @Test
    void an_exception_ends_it_and_is_passed_on() {
        assertThatThrownBy(() -> operation.run(CallContext.NONE, _ -> {
                    throw new IOException("gone", new ConnectException("refused"));
                }))
                .isInstanceOf(IOException.class);

        assertThat(desk.last())
                .containsEntry("outcome", "TRANSIENT_FAILURE")
                .containsEntry("category", "ConnectException")
                .containsEntry("error", "java.io.IOException: gone");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_guarded_call_is_told_with_its_attempts() throws Exception {
        Guard guard = Guard.builder("stock").retry(RetryPolicy.standard()).build();
        telemetry.watch(guard);
        int[] tries = {0};

        operation.run(CallContext.NONE, _ -> guard.call(() -> {
            if (tries[0]++ == 0) {
                throw new ConnectException("refused");
            }
            return "there";
        }));

        assertThat(stock())
                .containsEntry("calls", 1L)
                .containsEntry("first", 1L)
                .containsEntry("retries", 1L)
                .containsEntry("success", 1L)
                .containsEntry("transient_failure", 1L)
                .containsEntry("errors", Map.of("ConnectException", 1L));
        var calls = (List<Map<String, Object>>) desk.last().get("calls");
        assertThat(calls).singleElement().satisfies(call -> assertThat(call)
                .containsEntry("dependency", "stock")
                .containsEntry("outcome", "SUCCESS"));
        var attempts = (List<Map<String, Object>>) calls.getFirst().get("attempts");
        assertThat(attempts).extracting(each -> each.get("outcome")).containsExactly("TRANSIENT_FAILURE", "SUCCESS");
        assertThat(attempts).extracting(each -> each.get("span")).containsOnly(desk.last().get("id"));
    }

    @Test
    void a_unit_that_is_started_ends_when_somebody_says_so_and_once() {
        Work work = operation.start(CallContext.NONE);
        work.count(ITEMS);
        assertThat(desk.records).isEmpty();

        work.end(Outcome.THROTTLED);
        work.end();
        work.count(ITEMS);

        assertThat(desk.records).hasSize(1);
        assertThat(desk.last()).containsEntry("outcome", "THROTTLED").containsEntry("counts", Map.of("items", 1L));
        assertThat(desk.ledger.accounting().late()).isOne();
        assertThat(desk.ledger.accounting().open()).isZero();
    }
}
