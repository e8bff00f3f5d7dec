package io.goodput.netty.blocking;

import io.goodput.http.head.Fields;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.ServerExchange;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where loop and thread meet: one piece each way. The loop never waits here. */
final class PieceHandover implements ExchangeListener {
    private static final Logger LOG = System.getLogger(PieceHandover.class.getName());

    private final ServerExchange exchange;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable ByteBuf piece;
    private @Nullable CloseReason over;
    private Fields trailers = Fields.NONE;
    private boolean whole;
    private boolean sent;
    private boolean writing;
    private boolean writable = true;

    PieceHandover(ServerExchange exchange) {
        this.exchange = exchange;
    }

    // On the loop.

    @Override
    public void onData(ByteBuf data) {
        change(() -> {
            if (over == null) {
                piece = data;
            } else {
                data.release();
            }
        });
    }

    @Override
    public void onEnd(Fields its) {
        change(() -> {
            trailers = its;
            whole = true;
        });
    }

    @Override
    public void onWritable() {
        change(() -> writable = true);
    }

    @Override
    public void onSent() {
        change(() -> {
            sent = true;
            drop();
        });
    }

    @Override
    public void onAbort(CloseReason reason) {
        change(() -> {
            over = reason;
            drop();
        });
    }

    private void drop() {
        if (piece != null) {
            piece.release();
            piece = null;
        }
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Mistakes of the thread show on the loop, where nobody would learn of them. */
    void guarded(Runnable action) {
        try {
            action.run();
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, () -> "the answer to request " + exchange.id() + " was refused", e);
            if (exchange.isAnswered()) {
                exchange.reset();
            } else {
                exchange.refuse(500, "the answer was malformed", Fields.NONE);
            }
        }
    }

    // On the thread.

    /** The next piece, which is the caller's; null at the end. */
    @Nullable ByteBuf take() throws IOException {
        lock.lock();
        try {
            if (piece == null && !whole && over == null && !sent) {
                execute(exchange::read);
            }
            while (piece == null && !whole && over == null && !sent) {
                await();
            }
            if (over != null) {
                throw gone(over);
            }
            ByteBuf taken = piece;
            piece = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Hands a buffer over, once the one before has been taken and there is room. */
    void give(ByteBuf data, boolean flush) throws IOException {
        lock.lock();
        try {
            while ((writing || !writable) && over == null) {
                await();
            }
            if (over != null) {
                throw gone(over);
            }
            writing = true;
            execute(() -> guarded(() -> write(data, flush)));
        } catch (IOException e) {
            data.release();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void write(ByteBuf data, boolean flush) {
        exchange.write(data);
        if (flush) {
            exchange.flush();
        }
        change(() -> {
            writing = false;
            writable = exchange.isWritable();
        });
    }

    void execute(Runnable action) throws IOException {
        try {
            exchange.loop().execute(action);
        } catch (RejectedExecutionException e) {
            throw new IOException("the listener is closed", e);
        }
    }

    private void await() throws InterruptedIOException {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static IOException gone(CloseReason reason) {
        return new IOException(reason.words());
    }

    void throwIfOver() throws IOException {
        lock.lock();
        try {
            if (over != null) {
                throw gone(over);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over != null;
        } finally {
            lock.unlock();
        }
    }

    Fields trailers() {
        lock.lock();
        try {
            return trailers;
        } finally {
            lock.unlock();
        }
    }
}
