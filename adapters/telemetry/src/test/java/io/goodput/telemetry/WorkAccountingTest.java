package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.telemetry.record.Drop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code -Dgoodput.telemetry.units=10000000} takes so many units instead of {@value #UNITS}: a matter of minutes. */
class WorkAccountingTest {
    private static final int UNITS = 64_000;
    private static final int THREADS = 64;
    private static final Count ITEMS = Count.named("items");
    private static final Downstream STOCK = Downstream.named("stock");

    private final TallyDesk desk = new TallyDesk();
    private final Telemetry telemetry =
            Telemetry.builder("shop").ledger(desk.ledger).ending(desk).start();
    private final ServiceOperation operation =
            telemetry.operation("op").counts(ITEMS).depends(STOCK).declare();
    private final LongAdder told = new LongAdder();
    private final LongAdder begun = new LongAdder();

    @Test
    void each_unit_ends_once_and_all_that_was_told_is_in_a_record_or_late() throws Exception {
        int each = Integer.getInteger("goodput.telemetry.units", UNITS) / THREADS / 2;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int seed = i;
            threads.add(Thread.ofPlatform().start(() -> work(seed, each)));
            threads.add(Thread.ofVirtual().start(() -> work(-seed - 1, each)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        telemetry.close();
        desk.finish();

        var accounting = desk.ledger.accounting();
        assertThat(accounting.begun()).isEqualTo(begun.sum()).isGreaterThanOrEqualTo((long) each * THREADS * 2);
        assertThat(accounting.written() + accounting.sampledOut() + accounting.allDropped())
                .isEqualTo(accounting.begun());
        assertThat(accounting.written()).isEqualTo(desk.wrote.sum());
        assertThat(accounting.sampledOut()).isEqualTo(desk.leftOut.sum());
        assertThat(accounting.dropped())
                .allSatisfy((reason, lost) ->
                        assertThat(lost).as(reason.label()).isEqualTo(reason == Drop.QUEUE_FULL ? desk.lost.sum() : 0));
        assertThat(accounting.leaked()).isZero();
        assertThat(desk.sum.sum()).isLessThanOrEqualTo(told.sum());
        assertThat(desk.sum.sum() + accounting.late()).isGreaterThanOrEqualTo(told.sum());
    }

    private void work(int seed, int units) {
        var random = new SplittableRandom(seed);
        @Nullable Work stale = null;
        for (int i = 0; i < units; i++) {
            begun.increment();
            try {
                stale = random.nextInt(4) == 0 ? asynchronous(random) : onOneThread(random, stale);
            } catch (Exception | StackOverflowError _) {
                // It has ended by what was thrown.
            }
        }
    }

    /** A task that may fail, run out of time, be shed, go on in parts, and tell things to a unit that has ended. */
    private Work onOneThread(SplittableRandom random, @Nullable Work stale) throws Exception {
        if (stale != null && random.nextInt(8) == 0) {
            tell(stale);
        }
        return operation.call(CallContext.NONE.within(new Deadline(random.nextLong(1L << 40))), work -> {
            tell(work);
            work.called(STOCK, ObservedCall.of(Outcome.SUCCESS, Duration.ofNanos(5)));
            switch (random.nextInt(10)) {
                case 0 -> throw new IllegalStateException("failed");
                case 1 -> throw new TimeoutException();
                case 2 -> throw new CancellationException();
                case 3 -> work.shed("QUEUE_FULL");
                case 4 -> {
                    begun.increment();
                    work.part();
                    tell(work);
                }
                case 5 -> throw new StackOverflowError();
                case 6 -> {
                    work.end(Outcome.THROTTLED);
                    tell(work);
                }
                default -> tell(work);
            }
            return work;
        });
    }

    /** Another thread tells of it, while this one ends it. */
    private Work asynchronous(SplittableRandom random) throws InterruptedException {
        Work work = operation.start(CallContext.NONE);
        boolean races = random.nextInt(16) == 0;
        if (races) {
            var both = new CountDownLatch(1);
            Thread other = Thread.ofVirtual().start(() -> {
                both.countDown();
                tell(work);
                tell(work);
                work.end(Outcome.CANCELLED);
            });
            both.await();
            tell(work);
            work.end();
            other.join();
        } else {
            tell(work);
            work.failed(new IllegalStateException());
        }
        work.end();
        return work;
    }

    private void tell(Work work) {
        told.increment();
        work.count(ITEMS);
    }
}
