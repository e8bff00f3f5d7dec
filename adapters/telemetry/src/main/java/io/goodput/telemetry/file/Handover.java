package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where threads hand records over to the one that writes them, without a lock and without waiting for anybody: an
 * unbounded list of Vyukov's kind, and one number that counts the bytes in it, which are bounded. What does not fit, or
 * comes too late, is entered in the ledger and released.
 *
 * <p>Who hands over does two atomic additions or exchanges, whatever others do. The writer looks by itself, from time
 * to time; it is woken only by whoever fills the list up to its mark, so that a record does not cost a system call.
 */
final class Handover implements Exit {
    /** What a record costs here. */
    private static final int NODE_BYTES = 24;
    /** Added to the bytes held once it is closed: they are negative from then on, so both are told by one number. */
    private static final long CLOSED = Long.MIN_VALUE;

    private static final VarHandle HELD;
    private static final VarHandle TAIL;
    private static final VarHandle NEXT;

    static {
        try {
            var lookup = MethodHandles.lookup();
            HELD = lookup.findVarHandle(Handover.class, "held", long.class);
            TAIL = lookup.findVarHandle(Handover.class, "tail", Node.class);
            NEXT = lookup.findVarHandle(Node.class, "next", Node.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long mostBytes;
    private final long mark;
    private final Ledger ledger;
    /** Of those who take records out: the writer, and who closes it while it does not answer. */
    final ReentrantLock taking = new ReentrantLock();

    @SuppressWarnings("UnusedVariable") // By its handle.
    private volatile long held;

    @SuppressWarnings("UnusedVariable") // By its handle.
    private volatile Node tail;
    /** Its record was taken. */
    private Node head;

    private volatile @Nullable Thread parked;

    /** One that holds so many bytes, and enters in the ledger what it does not take. */
    Handover(long mostBytes, Ledger ledger) {
        this.mostBytes = mostBytes;
        this.mark = mostBytes / 8;
        this.ledger = ledger;
        head = new Node(null, 0);
        tail = head;
    }

    @Override
    public void leave(Outgoing record) {
        int bytes = record.heldBytes() + NODE_BYTES;
        long before = (long) HELD.getAndAdd(this, (long) bytes);
        if (before < 0 || before + bytes > mostBytes) {
            HELD.getAndAdd(this, (long) -bytes);
            lose(record, before < 0 ? Drop.CLOSED : Drop.QUEUE_FULL);
            return;
        }
        Node node = new Node(record, bytes);
        Node previous = (Node) TAIL.getAndSet(this, node);
        NEXT.setRelease(previous, node);
        if (before < mark && before + bytes >= mark) {
            wake();
        }
    }

    /**
     * Takes out what is there, in the order in which it was handed over.
     *
     * @param most how many at most
     * @return how many were added to the list
     */
    int take(List<Outgoing> to, int most) {
        taking.lock();
        try {
            int taken = 0;
            long bytes = 0;
            for (Node next = next(head); next != null && taken < most; next = next(next)) {
                to.add(next.takeRecord());
                taken++;
                bytes += next.bytes;
                // An old node does not keep young ones alive.
                NEXT.setOpaque(head, null);
                head = next;
            }
            HELD.getAndAdd(this, -bytes);
            return taken;
        } finally {
            taking.unlock();
        }
    }

    /**
     * Waits until it is filled up to its mark, or somebody wakes the writer, or the time is over. For the writer only.
     */
    void await(long nanos) {
        parked = Thread.currentThread();
        if (bytes() < mark && !isClosed()) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = null;
    }

    /** Ends the writer's waiting. */
    void wake() {
        Thread waiting = parked;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** From now on it takes nothing more; what is in it can still be taken out. */
    void close() {
        HELD.getAndBitwiseOr(this, CLOSED);
        wake();
    }

    boolean isClosed() {
        return held < 0;
    }

    /** How many bytes are in it, or on their way into it. */
    long bytes() {
        return held & ~CLOSED;
    }

    private void lose(Outgoing record, Drop reason) {
        if (record.isCounted()) {
            ledger.dropped(reason, 1);
        }
        record.release();
    }

    private static @Nullable Node next(Node node) {
        return (Node) NEXT.getAcquire(node);
    }

    /** A record in the list; the first one's was taken. */
    private static final class Node {
        final int bytes;

        private @Nullable Outgoing record;

        @SuppressWarnings("UnusedVariable") // By its handle.
        private volatile @Nullable Node next;

        Node(@Nullable Outgoing record, int bytes) {
            this.record = record;
            this.bytes = bytes;
        }

        Outgoing takeRecord() {
            Outgoing taken = Objects.requireNonNull(record);
            record = null;
            return taken;
        }
    }
}
