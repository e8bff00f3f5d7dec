package stub;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for the client of a price service. The service is busy at every fourth request, and never answers the seventh;
 * so a run is like every other.
 */
public final class Prices {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean down;

    /** A price, and whether it is today's. */
    public record Price(int cents, boolean current) {
        /** What the printed list says: a caller's fallback. */
        public static final Price LISTED = new Price(250, false);
    }

    /** The service has too much to do, and says when to ask again. */
    public static final class Busy extends IOException {
        private final Duration retryAfter;

        Busy(Duration retryAfter) {
            super("503 Service Unavailable");
            this.retryAfter = retryAfter;
        }

        /** The header Retry-After. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Blocks as a socket does; interrupt it to give up. */
    public Price get(String item) throws IOException, InterruptedException {
        return get(item, FOR_EVER);
    }

    /** The same, with a timeout of the client itself. */
    public Price get(String item, Duration timeout) throws IOException, InterruptedException {
        int request = requests.incrementAndGet();
        if (down || request % 4 == 0) {
            throw new Busy(Duration.ofMillis(20));
        }
        if (request == 7 && !new CountDownLatch(1).await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new SocketTimeoutException("read timed out");
        }
        return new Price(239, true);
    }

    /** The same without holding a thread of the caller's. */
    public CompletableFuture<Price> getAsync(String item) {
        var answer = new CompletableFuture<Price>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(get(item));
            } catch (Exception failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    /** Requests so far. */
    public int requests() {
        return requests.get();
    }

    /** From now on it is busy at every request, or no more so. */
    public void setDown(boolean down) {
        this.down = down;
    }
}
