package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandoverTest {
    private final Ledger ledger = new Ledger();
    private final Handover handover = new Handover(1 << 16, ledger);

    private List<Long> take(int most) {
        List<Outgoing> taken = new ArrayList<>();
        assertThat(handover.take(taken, most)).isEqualTo(taken.size());
        return taken.stream().map(each -> ((Told) each).number).toList();
    }

    @Test
    void records_come_out_in_the_order_in_which_they_went_in() {
        for (int i = 0; i < 5; i++) {
            handover.leave(new Told(i));
        }

        assertThat(handover.bytes()).isEqualTo(5 * 124);
        assertThat(take(3)).containsExactly(0L, 1L, 2L);
        assertThat(take(3)).containsExactly(3L, 4L);
        assertThat(take(3)).isEmpty();
        assertThat(handover.bytes()).isZero();
    }

    @Test
    void what_does_not_fit_is_counted_and_released_and_there_is_room_again_when_some_is_taken() {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(new Told(i));
            handover.leave(all.get(i));
        }
        int fit = (1 << 16) / 124;

        assertThat(handover.bytes()).isEqualTo(fit * 124L);
        assertThat(ledger.accounting().dropped()).containsEntry(Drop.QUEUE_FULL, 1000L - fit);
        assertThat(all.subList(0, fit)).allMatch(each -> each.released.get() == 0);
        assertThat(all.subList(fit, 1000)).allMatch(each -> each.released.get() == 1);

        take(1);
        handover.leave(new Told(0));
        assertThat(handover.bytes()).isEqualTo(fit * 124L);
    }

    @Test
    void what_the_ledger_does_not_count_is_released_without_being_counted() {
        var large = new Told(1);
        large.heldBytes = 1 << 17;
        large.isCounted = false;

        handover.leave(large);

        assertThat(large.released).hasValue(1);
        assertThat(ledger.accounting().allDropped()).isZero();
    }

    @Test
    void once_it_is_closed_what_comes_is_lost_and_what_is_there_can_be_taken() {
        handover.leave(new Told(1));
        handover.close();
        var late = new Told(2);
        handover.leave(late);

        assertThat(late.released).hasValue(1);
        assertThat(ledger.accounting().dropped()).containsEntry(Drop.CLOSED, 1L);
        assertThat(handover.isClosed()).isTrue();
        assertThat(take(4)).containsExactly(1L);
        assertThat(handover.bytes()).isZero();
    }

    @Test
    void who_hands_over_waits_for_nobody_while_the_writer_is_parked_and_holds_every_lock_there_is() throws Exception {
        var holding = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        Thread writer = new Thread(() -> holdEverything(holding, gate));
        writer.start();
        holding.await();

        for (int i = 0; i < 1000; i++) {
            handover.leave(new Told(i));
        }

        assertThat(writer.isAlive()).isTrue();
        assertThat(ledger.accounting().allDropped()).isPositive();
        gate.countDown();
        writer.join();
    }

    private void holdEverything(CountDownLatch holding, CountDownLatch gate) {
        handover.taking.lock();
        try {
            synchronized (handover) {
                synchronized (ledger) {
                    holding.countDown();
                    gate.await();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            handover.taking.unlock();
        }
    }

    @Test
    void a_writer_that_waits_is_woken_when_it_is_filled_to_its_mark_and_when_it_is_closed() throws Exception {
        var woken = new AtomicLong();
        Thread writer = new Thread(() -> {
            while (!handover.isClosed()) {
                handover.await(Long.MAX_VALUE);
                woken.incrementAndGet();
                take(1000);
            }
        });
        writer.start();
        for (int round = 1; round <= 50; round++) {
            long before = woken.get();
            while (woken.get() == before) {
                handover.leave(new Told(round));
                Thread.onSpinWait();
            }
        }
        handover.close();
        writer.join();
    }

    @Test
    void of_all_that_many_threads_hand_over_while_it_is_closed_each_is_taken_or_counted() throws Exception {
        for (int round = 0; round < 50; round++) {
            Ledger account = new Ledger();
            var line = new Handover(1 << 16, account);
            var begun = new AtomicLong();
            var isOver = new AtomicBoolean();
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                threads.add(Thread.startVirtualThread(() -> {
                    while (!isOver.get()) {
                        begun.incrementAndGet();
                        line.leave(new Told(1));
                    }
                }));
            }
            long taken = 0;
            List<Outgoing> batch = new ArrayList<>();
            while (taken < 500) {
                taken += line.take(batch, 64);
            }
            line.close();
            while (line.bytes() > 0) {
                taken += line.take(batch, 64);
            }
            isOver.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(taken + account.accounting().allDropped()).isEqualTo(begun.get());
        }
    }
}
