package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.Guard;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.RetryPolicy;
import io.goodput.telemetry.record.TreeFields;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void no_thread_is_left_behind() {
        telemetry.close();
    }

    @Test
    void what_is_told_is_in_the_record() throws Exception {
        String answer = operation.call(CallContext.NONE.withTenant("blue").withRequestId("r-1"), work -> {
            work.count(ITEMS, 2)
                    .count(ITEMS)
                    .time(RENDER, 5_000)
                    .time(RENDER, 3_000)
                    .record(CENTS, 40);
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
        assertThat(details())
                .containsEntry("order", 17L)
                .hasEntrySatisfying("card", card -> assertThat(card).asString().startsWith("hmac:"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> details() {
        return TreeFields.in(desk.last(), "details");
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
            assertThat(stock()).containsEntry(outcome.name().toLowerCase(Locale.ROOT), 0L);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> stock() {
        Map<String, Object> dependencies = TreeFields.in(desk.last(), "dependencies");
        return TreeFields.in(dependencies, "stock");
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

        operation.run(
                CallContext.NONE,
                _ -> guard.call(() -> {
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
        List<Map<String, Object>> calls = TreeFields.in(desk.last(), "calls");
        assertThat(calls)
                .singleElement()
                .satisfies(call ->
                        assertThat(call).containsEntry("dependency", "stock").containsEntry("outcome", "SUCCESS"));
        var attempts = (List<Map<String, Object>>) calls.getFirst().get("attempts");
        assertThat(attempts).extracting(each -> each.get("outcome")).containsExactly("TRANSIENT_FAILURE", "SUCCESS");
        assertThat(attempts)
                .extracting(each -> each.get("span"))
                .containsOnly(desk.last().get("id"));
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

    @Test
    void what_was_not_declared_is_taken_too() throws Exception {
        Count other = Count.named("other");
        operation.run(CallContext.NONE, work -> work.count(other, 5).count(Count.named("items"), 2));

        assertThat(desk.last()).containsEntry("counts", Map.of("items", 2L, "other", 5L));
    }

    @Test
    void at_most_100_fields_are_in_a_record_and_the_rest_is_named() throws Exception {
        operation.run(CallContext.NONE, work -> {
            for (int i = 0; i < 110; i++) {
                work.count(Count.named("c" + i));
            }
        });

        assertThat((Map<?, ?>) desk.last().get("counts")).hasSize(100 - 4);
        assertThat((List<?>) desk.last().get("cut")).hasSize(15).asString().contains("c109");
    }

    @Test
    void an_operation_that_a_stranger_names_is_taken_as_it_is_and_there_are_not_many() throws Exception {
        for (int i = 0; i < 105; i++) {
            telemetry.asked("rm -rf /; \u001b[2J" + i).run(CallContext.NONE, _ -> {});
        }
        telemetry.asked("x".repeat(100_000)).run(CallContext.NONE, _ -> {});
        telemetry.asked("place-order").run(CallContext.NONE, work -> work.count(ITEMS));

        assertThat(desk.records.getFirst()).containsEntry("operation", "rm -rf /; \u001b[2J0");
        assertThat(desk.records.get(104))
                .containsEntry("operation", "other")
                .containsEntry("details", Map.of("asked", "rm -rf /; \u001b[2J104"));
        assertThat(TreeFields.<String>in(TreeFields.in(desk.records.get(105), "details"), "asked"))
                .hasSize(1_025);
        assertThat(desk.last()).containsEntry("counts", Map.of("items", 1L));
    }

    @Test
    void a_secret_is_secret_also_where_it_was_not_declared_or_was_declared_as_none() throws Exception {
        operation.run(
                CallContext.NONE,
                work -> work.detail(Detail.named("pin").secret(), 1234)
                        .detail(Detail.named("order").secret(), "o-1"));

        assertThat(details().values())
                .allSatisfy(each -> assertThat(each.toString()).startsWith("hmac:"));
    }

    @Test
    void an_answer_after_the_deadline_was_not_in_time() throws Exception {
        long[] now = {0};
        ServiceOperation slow =
                desk.builder().ticker(() -> now[0]).start().operation("slow").declare();
        CallContext context = CallContext.NONE.within(new Deadline(5_000_000));

        slow.run(context, _ -> now[0] = 4_999_999);
        assertThat(desk.last()).containsEntry("outcome", "SUCCESS").containsEntry("deadline_us", 5_000L);

        now[0] = 0;
        slow.run(context, _ -> now[0] = 5_000_000);
        assertThat(desk.last()).containsEntry("outcome", "TIMEOUT");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_call_without_a_guard_is_told_by_hand() throws Exception {
        operation.run(
                CallContext.NONE,
                work -> work.called(
                        STOCK,
                        ObservedCall.of(Outcome.TRANSIENT_FAILURE, Duration.ofMillis(2))
                                .operation("select")
                                .resource("db-1")
                                .status("08006")
                                .error(new ConnectException("refused"))
                                .bytes(7, 90)
                                .queued(Duration.ofMillis(1), 3)));

        assertThat(stock())
                .containsEntry("calls", 1L)
                .containsEntry("first", 1L)
                .containsEntry("transient_failure", 1L)
                .containsEntry("us", 2_000L)
                .containsEntry("us_by", Map.of("transient_failure", 2_000L))
                .containsEntry("wait_us", 1_000L)
                .containsEntry("bytes_in", 7L)
                .containsEntry("bytes_out", 90L)
                .containsEntry("depth", 3L)
                .containsEntry("by_operation", Map.of("select", 1L))
                .containsEntry("by_resource", Map.of("db-1", 1L))
                .containsEntry("by_status", Map.of("08006", 1L))
                .containsEntry("errors", Map.of("ConnectException", 1L));
    }

    @Test
    void calls_beyond_those_that_are_told_of_one_by_one_are_in_the_figures() throws Exception {
        operation.run(CallContext.NONE, work -> {
            for (int i = 0; i < 50; i++) {
                work.called(
                        STOCK,
                        ObservedCall.of(Outcome.SUCCESS, Duration.ofMillis(1))
                                .operation("read")
                                .status("200"));
            }
        });

        assertThat((List<?>) desk.last().get("calls")).hasSize(32);
        assertThat(desk.last()).containsEntry("cut", List.of("calls"));
        assertThat(stock())
                .containsEntry("calls", 50L)
                .containsEntry("success", 50L)
                .containsEntry("by_operation", Map.of("read", 50L))
                .containsEntry("by_status", Map.of("200", 50L));
    }

    @Test
    void long_work_writes_parts_with_one_id_each_with_what_is_new() throws Exception {
        operation.run(CallContext.NONE, work -> {
            work.count(ITEMS, 2).record(CENTS, 7).detail(ORDER, 1).client("app");
            work.part();
            work.count(ITEMS, 3);
            Thread other = Thread.startVirtualThread(() -> work.count(ITEMS, 10).record(CENTS, -5));
            other.join();
            work.part().part();
        });

        assertThat(desk.records).extracting(each -> each.get("part")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(desk.records).extracting(each -> each.get("last")).containsExactly(false, false, false, true);
        assertThat(desk.records)
                .extracting(each -> each.get("id"))
                .containsOnly(desk.last().get("id"));
        assertThat(desk.records).extracting(each -> each.get("client")).containsOnly("app");
        assertThat(desk.records)
                .extracting(each -> each.get("counts"))
                .containsExactly(Map.of("items", 2L), Map.of("items", 13L), Map.of("items", 0L), Map.of("items", 0L));
        assertThat(desk.records.get(1))
                .containsEntry("values", Map.of("cents", Map.of("n", 1L, "sum", -5L, "min", -5L, "max", -5L)))
                .doesNotContainKey("outcome");
        assertThat(desk.ledger.accounting().begun()).isEqualTo(4);
        assertThat(desk.ledger.accounting().open()).isZero();
    }

    @Test
    void times_waited_and_bytes_have_a_class() throws Exception {
        operation.run(
                CallContext.NONE,
                work -> work.queued(Duration.ofMillis(3), 7)
                        .received(500)
                        .sent(20_000)
                        .status("200"));

        assertThat(desk.last())
                .containsEntry("queue_us", 3_000L)
                .containsEntry("queue_depth", 7L)
                .containsEntry("bytes_in", 500L)
                .containsEntry("bytes_out", 20_000L)
                .containsEntry("size", "100K")
                .containsEntry("status", "200");
    }

    @Test
    void what_was_shed_says_by_which_rule() {
        operation.start(CallContext.NONE).shed("QUEUE_FULL");
        assertThat(desk.last()).containsEntry("outcome", "DROPPED").containsEntry("refusal", "QUEUE_FULL");

        Guard guard = Guard.builder("stock")
                .limit(new ConcurrencyLimit(new FixedLimit(1)))
                .build();
        assertThat(Objects.requireNonNull(guard.limit()).tryAcquire()).isTrue();
        assertThatThrownBy(() -> operation.run(CallContext.NONE, _ -> guard.run(() -> {})))
                .isInstanceOf(CallDroppedException.class);
        assertThat(desk.last()).containsEntry("outcome", "DROPPED").containsEntry("refusal", "CONCURRENCY_LIMIT");
    }
}
