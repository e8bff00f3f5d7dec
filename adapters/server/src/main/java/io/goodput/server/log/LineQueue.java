package io.goodput.server.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way to who writes them: bounded in characters. What does not fit is counted, and the count is a line.
 * Nobody who logs waits for the writer.
 */
final class LineQueue {
    private final Queue<String> lines = new ArrayDeque<>();
    private final int most;
    private int waiting;
    private long lost;
    private boolean closed;

    LineQueue(int most) {
        this.most = most;
    }

    /** Takes a line, or counts it. */
    synchronized void add(String line) {
        if (closed || waiting + line.length() > most) {
            lost++;
            return;
        }
        waiting += line.length();
        lines.add(line);
        notifyAll();
    }

    /** The next one, waited for no longer than that; null if none came. */
    @SuppressWarnings("WaitNotInLoop") // whoever is woken for nothing comes again
    synchronized @Nullable String take(Duration longest) throws InterruptedException {
        if (lines.isEmpty() && !closed) {
            wait(longest.toMillis());
        }
        String line = lines.poll();
        if (line != null) {
            waiting -= line.length();
        }
        return line;
    }

    /** How many were not taken since this was asked last. */
    synchronized long takeLost() {
        long count = lost;
        lost = 0;
        return count;
    }

    /** So many more are gone. */
    synchronized void lost(long more) {
        lost += more;
    }

    /** Whether it takes no more, and all that was there has been taken. */
    synchronized boolean isOver() {
        return closed && lines.isEmpty();
    }

    /** Takes no more; what is there can still be had. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
