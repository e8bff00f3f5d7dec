package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.TreeFields;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeakTest {
    private static final int MOST_LOOKS = 200;

    private final Ledger ledger = new Ledger();
    private final LinkedBlockingQueue<Map<String, Object>> records = new LinkedBlockingQueue<>();
    private final Telemetry telemetry = Telemetry.builder("shop")
            .ledger(ledger)
            .ending((unit, _) -> {
                Map<String, Object> record = TreeFields.of(unit);
                unit.release();
                ledger.written(1);
                records.add(record);
            })
            .start();
    private final ServiceOperation operation = telemetry.operation("forgotten").declare();

    @AfterEach
    void no_thread_is_left_behind() {
        telemetry.close();
    }

    @Test
    void a_unit_that_nobody_can_end_any_more_is_ended_and_named_by_its_place() throws InterruptedException {
        forget();

        assertThat(next())
                .containsEntry("outcome", "PERMANENT_FAILURE")
                .containsEntry("category", "leaked")
                .hasEntrySatisfying(
                        "leaked", place -> assertThat(place).asString().contains("LeakTest.forget(LeakTest.java:"));
        assertThat(ledger.accounting().leaked()).isOne();
        assertThat(ledger.accounting().open()).isZero();
    }

    private void forget() {
        operation.start(CallContext.NONE);
    }

    @Test
    void one_that_is_seen_from_an_attempt_only_is_not_forgotten() throws InterruptedException {
        Work attempt = attemptOfOne();
        forget();

        next();
        assertThat(attempt.isOpen()).isTrue();
        attempt.end();
        assertThat(next()).containsEntry("outcome", "SUCCESS");
        assertThat(ledger.accounting().leaked()).isOne();
    }

    private Work attemptOfOne() {
        return (Work) operation.start(CallContext.NONE).inNewSpan(() -> 5);
    }

    @Test
    void one_that_a_unit_within_it_was_called_for_is_not_remembered_by_that() throws Exception {
        Work outer = operation.start(CallContext.NONE);
        operation.call(outer.in(CallContext.NONE), _ -> CallContext.current());
        assertThat(next()).containsEntry("outcome", "SUCCESS");
        outer = null;

        assertThat(next()).containsKey("leaked");
    }

    @Test
    void one_that_was_ended_is_not_leaked() throws InterruptedException {
        operation.start(CallContext.NONE).end();
        forget();

        assertThat(next()).containsEntry("outcome", "SUCCESS");
        assertThat(next()).containsKey("leaked");
        assertThat(records).isEmpty();
        assertThat(ledger.accounting().leaked()).isOne();
    }

    private Map<String, Object> next() throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS; i++) {
            System.gc();
            Map<String, Object> record = records.poll(50, TimeUnit.MILLISECONDS);
            if (record != null) {
                return record;
            }
        }
        throw new AssertionError("no record");
    }
}
