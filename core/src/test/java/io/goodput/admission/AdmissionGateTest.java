package io.goodput.admission;

import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.Ticker;
import io.goodput.admission.AdmissionGate.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionGateTest {
    private static final CallContext CRITICAL = CallContext.NONE;
    private static final CallContext SHEDDABLE = CallContext.NONE.withCriticality(Criticality.SHEDDABLE);
    private static final CallContext TENANT = CallContext.NONE.withTenant("tenant");

    @Test
    void lets_in_and_out() throws Exception {
        var gate = new AdmissionGate(1, PLAIN);
        try (Permit permit = gate.enter(TENANT)) {
            permit.succeeded();
            assertThat(gate.queue().inService()).isEqualTo(1);
        }
        assertThat(gate.queue().inService()).isZero();
    }

    @Test
    void a_permit_that_is_closed_twice_gives_one_slot_back() throws Exception {
        var gate = new AdmissionGate(2, PLAIN);
        Permit permit = gate.enter(CRITICAL);
        Permit other = gate.enter(CRITICAL);
        permit.close();
        permit.close();
        assertThat(gate.queue().inService()).isEqualTo(1);
        other.close();
    }

    @Test
    void only_a_success_is_learnt_from() throws Exception {
        long[] time = {0};
        var gate = new AdmissionGate(1, AdmissionSettings.STANDARD, tenant -> 1, () -> time[0]++);
        gate.enter(CRITICAL).close();
        assertThat(gate.queue().snapshot(0).leastServiceTime()).isZero();

        try (Permit permit = gate.enter(CRITICAL)) {
            permit.succeeded();
        }
        assertThat(gate.queue().snapshot(0).leastServiceTime()).isPositive();
    }

    @Test
    void a_refusal_says_why_and_has_no_stack_trace() throws Exception {
        var gate = new AdmissionGate(1, PLAIN.withCapacity(0));
        Permit permit = gate.enter(CRITICAL);

        assertThatExceptionOfType(AdmissionRefusedException.class)
                .isThrownBy(() -> gate.enter(CRITICAL))
                .withMessage("not admitted: FULL")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Shed.FULL))
                .satisfies(refused -> assertThat(refused.getStackTrace()).isEmpty());
        permit.close();
    }

    @Test
    void who_waits_is_let_in_when_another_leaves() throws Exception {
        var gate = new AdmissionGate(1, PLAIN);
        Permit first = gate.enter(CRITICAL);
        FutureTask<String> second = inThread(() -> {
            try (Permit _ = gate.enter(CRITICAL)) {
                return "in";
            }
        });
        untilWaiting(gate, 1);
        first.close();

        assertThat(second.get()).isEqualTo("in");
        assertThat(gate.queue().inService()).isZero();
    }

    @Test
    void a_permit_tells_how_long_it_was_waited_for() throws Exception {
        var time = new AtomicLong(1_000);
        var gate = new AdmissionGate(1, PLAIN, tenant -> 1, time::get);
        Permit first = gate.enter(CRITICAL);
        FutureTask<String> second = inThread(() -> {
            try (Permit permit = gate.enter(CRITICAL)) {
                return "waited " + permit.waitedNanos();
            }
        });
        untilWaiting(gate, 1);
        time.addAndGet(30);
        first.close();

        assertThat(second.get()).isEqualTo("waited 30");
        assertThat(first.waitedNanos()).isZero();
    }

    @Test
    void who_waits_for_too_long_is_refused_by_itself() throws Exception {
        var gate = new AdmissionGate(1, PLAIN.withMaxWait(Duration.ofMillis(1)));
        Permit first = gate.enter(CRITICAL);

        assertThatExceptionOfType(AdmissionRefusedException.class)
                .isThrownBy(() -> gate.enter(CRITICAL))
                .withMessage("not admitted: WAITED_TOO_LONG");
        assertThatExceptionOfType(AdmissionRefusedException.class)
                .isThrownBy(() -> gate.enter(CRITICAL.withTimeout(Duration.ofNanos(1), Ticker.system())))
                .withMessage("not admitted: EXPIRED");
        first.close();
    }

    @Test
    void who_is_displaced_while_parked_is_told_so() throws Exception {
        var gate = new AdmissionGate(1, PLAIN.withCapacity(1));
        Permit first = gate.enter(CRITICAL);
        FutureTask<String> low = inThread(() -> {
            gate.enter(SHEDDABLE).close();
            return "in";
        });
        untilWaiting(gate, 1);
        FutureTask<String> high = inThread(() -> {
            gate.enter(CRITICAL).close();
            return "in";
        });

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(low::get)
                .havingCause()
                .withMessage("not admitted: DISPLACED");
        first.close();
        assertThat(high.get()).isEqualTo("in");
    }

    @Test
    void an_interrupt_ends_the_wait_and_leaves_nothing_behind() throws Exception {
        var gate = new AdmissionGate(1, PLAIN);
        Permit first = gate.enter(CRITICAL);
        var waiting = new FutureTask<>(() -> gate.enter(CRITICAL));
        Thread thread = Thread.ofVirtual().start(waiting);
        untilWaiting(gate, 1);
        thread.interrupt();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(gate.queue().waiting()).isZero();
        first.close();
        assertThat(gate.queue().inService()).isZero();
    }

    @Test
    void a_slot_that_is_given_to_one_who_is_just_giving_up_goes_back() throws Exception {
        // The clock is read between the interrupt and the cancel: there the other one leaves.
        var leaving = new AtomicReference<@Nullable Permit>();
        var gate = new AdmissionGate(1, PLAIN, tenant -> 1, () -> {
            Permit permit = leaving.getAndSet(null);
            if (permit != null) {
                permit.close();
            }
            return 0;
        });
        Permit first = gate.enter(CRITICAL);
        var waiting = new FutureTask<>(() -> gate.enter(CRITICAL));
        Thread thread = Thread.ofVirtual().start(waiting);
        untilWaiting(gate, 1);
        leaving.set(first);
        thread.interrupt();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(gate.queue().snapshot(0).cancelled()).isZero();
        assertThat(gate.queue().inService()).isZero();
    }

    @Test
    void slots_are_not_lost_to_interrupts_that_come_as_they_are_given() throws Exception {
        var gate = new AdmissionGate(2, PLAIN.withCapacity(100));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var givenUp = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 100; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < 50; n++) {
                    try (Permit _ = gate.enter(CRITICAL)) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1); // lets others run
                        inside.decrementAndGet();
                    } catch (InterruptedException | AdmissionRefusedException e) {
                        givenUp.incrementAndGet();
                    }
                }
            }));
        }
        for (int round = 0; round < 50; round++) {
            threads.forEach(Thread::interrupt);
            LockSupport.parkNanos(1);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValueLessThanOrEqualTo(2);
        assertThat(gate.queue().inService()).isZero();
        assertThat(gate.queue().waiting()).isZero();
    }

    private static FutureTask<String> inThread(Callable<String> task) {
        var future = new FutureTask<>(task);
        Thread.ofVirtual().start(future);
        return future;
    }

    private static void untilWaiting(AdmissionGate gate, int count) {
        while (gate.queue().waiting() < count) {
            Thread.onSpinWait();
        }
    }
}
