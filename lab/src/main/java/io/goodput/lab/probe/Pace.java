package io.goodput.lab.probe;

import io.goodput.Ticker;
import java.util.concurrent.locks.LockSupport;

/** The time that a sweep goes by. */
public interface Pace extends Ticker {
    /** Returns at that instant, or at once if it is past. */
    void waitUntil(long nanos) throws InterruptedException;

    /** Real time: parks the thread. */
    static Pace system() {
        Ticker ticker = Ticker.system();
        return new Pace() {
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
