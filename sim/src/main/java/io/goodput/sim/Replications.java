package io.goodput.sim;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one job for each seed index on a few threads and gives the results in the order of the index, so that what is
 * made of them is the same on any number of threads.
 *
 * <p>Indexes are handed out in order. A job that fails keeps any more from starting; those under way are let finish, so
 * that the failure reported is the one a single thread would have met first.
 */
public final class Replications {
    private final int threads;

    /**
     * So many platform threads, started for each {@link #run} and gone at its end.
     *
     * @param threads > 0
     */
    public Replications(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: > 0)");
        }
        this.threads = threads;
    }

    /** See {@link #run(int, IntFunction, IntConsumer)}, without word of the progress. */
    public <R> List<R> run(int n, IntFunction<R> job) throws InterruptedException {
        return run(n, job, completed -> {});
    }

    /**
     * Runs the job for the indexes 0 to n - 1 and waits for all of them.
     *
     * @param job called on several threads at once, so it must share nothing that changes; it should end soon when its
     *     thread is interrupted, as {@link Simulation#runUntil} does
     * @param progress told how many jobs are done, from 1 to n in order, by the worker that did the last of them and
     *     never by two at once; must be quick
     * @return one result for each index
     * @throws ReplicationException if a job or the progress callback throws
     * @throws InterruptedException if the calling thread is interrupted: the workers are too, and have ended
     */
    public <R> List<R> run(int n, IntFunction<R> job, IntConsumer progress) throws InterruptedException {
        if (n < 0) {
            throw new IllegalArgumentException("n: " + n + " (expected: >= 0)");
        }
        var work = new Work<R>(n, job, progress);
        var workers = IntStream.range(0, Math.min(threads, n))
                .mapToObj(i ->
                        Thread.ofPlatform().name("replication-" + i).daemon().start(work))
                .toList();
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            work.stop();
            workers.forEach(Thread::interrupt);
            workers.forEach(Replications::joinWhateverHappens);
            throw e;
        }
        return work.results();
    }

    private static void joinWhateverHappens(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the workers share, guarded by its monitor. */
    private static final class Work<R> implements Runnable {
        private final int n;
        private final IntFunction<R> job;
        private final IntConsumer progress;
        private final Map<Integer, R> results = new TreeMap<>();

        private int next;
        private int failed;
        private @Nullable Throwable failure;

        Work(int n, IntFunction<R> job, IntConsumer progress) {
            this.n = n;
            this.job = job;
            this.progress = progress;
        }

        @Override
        public void run() {
            for (int index = take(); index < n; index = take()) {
                try {
                    done(index, job.apply(index));
                } catch (Throwable e) {
                    fail(index, e);
                }
            }
        }

        synchronized void stop() {
            next = n;
        }

        private synchronized int take() {
            return next < n ? next++ : n;
        }

        private synchronized void done(int index, R result) {
            results.put(index, result);
            progress.accept(results.size());
        }

        private synchronized void fail(int index, Throwable e) {
            stop();
            if (failure == null || index < failed) {
                failed = index;
                failure = e;
            }
        }

        synchronized List<R> results() {
            if (failure != null) {
                throw new ReplicationException(failed, failure);
            }
            return List.copyOf(results.values());
        }
    }
}
