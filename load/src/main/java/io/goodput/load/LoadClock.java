package io.goodput.load;

import io.goodput.Ticker;
import java.util.concurrent.locks.LockSupport;

/** The time that a load goes by. */
public interface LoadClock extends Ticker {
    /** Returns at that instant, or at once if it is past. */
    void waitUntil(long nanos) throws InterruptedException;

    /** Real time: parks the thread. */
    static LoadClock system() {
        Ticker ticker = Ticker.system();
        return new LoadClock() {
            @Override
            public long nanos() {
                return ticker.nanos();
            }

            @Override
            public void waitUntil(long nanos) throws InterruptedException {
                for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    LockSupport.parkNanos(this, left);
                }
            }
        };
    }
}
