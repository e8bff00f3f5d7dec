package io.goodput;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that several threads begin at the same moment. */
public final class Together {
    private Together() {}

    /** The sum of what each of so many threads has counted. */
    public static long sum(int count, Callable<Long> work) throws Exception {
        var together = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            var results = new ArrayList<Future<Long>>();
            for (int i = 0; i < count; i++) {
                results.add(threads.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            long sum = 0;
            for (Future<Long> result : results) {
                sum += result.get();
            }
            return sum;
        }
    }
}
