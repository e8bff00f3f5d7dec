package io.goodput.telemetry.file;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Threads that hand over, and one that takes out or closes. */
public class HandoverInterleavingsTest {
    private static final int BYTES = 1000;

    private final Ledger ledger = new Ledger();
    private final Handover handover = new Handover(100 * BYTES, ledger);
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Outgoing> taken = new ArrayList<>();

    @Operation
    public void leave() {
        begun.incrementAndGet();
        handover.leave(new Large());
    }

    @Operation(nonParallelGroup = "writer")
    public void take() {
        handover.take(taken, 2);
    }

    @Operation(nonParallelGroup = "writer")
    public void close() {
        handover.close();
    }

    @Validate
    public void what_was_handed_over_was_taken_once_or_is_counted_as_lost() {
        handover.take(taken, 100);
        long lost = ledger.accounting().allDropped();
        require(taken.size() + lost == begun.get(), () -> taken.size() + " + " + lost + " of " + begun);
        require(handover.bytes() == 0, () -> "bytes: " + handover.bytes());
    }

    @Test
    void whatever_two_threads_do_nothing_is_lost_uncounted() {
        Interleavings.twoThreads()
                .actorsBefore(0)
                .actorsPerThread(2)
                .actorsAfter(0)
                .addGuarantee(Interleavings.atomic(Ledger.class))
                .addGuarantee(Interleavings.unwatched("java.util.concurrent.locks"))
                .check(HandoverInterleavingsTest.class);
    }

    private static final class Large implements Outgoing {
        @Override
        public int heldBytes() {
            return BYTES - 24;
        }

        @Override
        public long epochNanos() {
            return 0;
        }

        @Override
        public long traceHigh() {
            return 0;
        }

        @Override
        public long traceLow() {
            return 0;
        }

        @Override
        public boolean isError() {
            return false;
        }

        @Override
        public boolean isCounted() {
            return true;
        }

        @Override
        public void writeTo(FieldWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {}
    }
}
