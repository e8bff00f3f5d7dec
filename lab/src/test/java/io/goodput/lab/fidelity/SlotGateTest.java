package io.goodput.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlotGateTest {
    @Test
    void the_line_is_first_in_first_out() throws InterruptedException {
        var gate = new SlotGate(1, 10);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        var done = new CountDownLatch(10);
        assertThat(gate.enter()).isTrue();
        for (int i = 0; i < 10; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> {
                gate.enter();
                order.add(number);
                gate.leave();
                done.countDown();
            });
            while (gate.waiting() <= i) {
                Thread.onSpinWait();
            }
        }
        assertThat(gate.enter()).as("the line is full").isFalse();

        gate.leave();
        done.await();

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(gate.busy()).isZero();
    }
}
