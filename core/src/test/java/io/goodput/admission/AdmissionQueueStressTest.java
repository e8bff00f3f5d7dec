package io.goodput.admission;

import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;

/** Many threads at one door. */
class AdmissionQueueStressTest {
    private static final int THREADS = 8;
    private static final int OFFERS = 5_000;
    private static final Priority[] PRIORITIES = Priority.values();

    private final AtomicInteger inService = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong answers = new AtomicLong();
    private final ConcurrentLinkedQueue<Priority> toServe = new ConcurrentLinkedQueue<>();
    private final AdmissionQueue<Priority> queue =
            new AdmissionQueue<>(3, PLAIN.withCapacity(4), new AdmissionAnswers<>() {
                @Override
                public void serve(Priority work) {
                    begin(work);
                }

                @Override
                public void shed(Priority work, Shed reason) {
                    answers.incrementAndGet();
                }
            });

    @RepeatedTest(5)
    void partitions_never_break_the_global_limit_under_any_interleaving() throws Exception {
        // concurrency-limits #234: check-then-act across partitions lets more in than the global limit.
        inParallel(random -> offerMany(random, other -> queue.limit()));

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(queue.inService()).isZero();
    }

    @RepeatedTest(5)
    void the_way_in_without_a_lock_does_not_exceed_the_limit_either() throws Exception {
        // Nothing waits, so nobody takes the lock.
        var single = new AdmissionQueue<String>(1, PLAIN.withCapacity(0), new AdmissionAnswers<>() {
            @Override
            public void serve(String work) {}

            @Override
            public void shed(String work, Shed reason) {}
        });
        inParallel(random -> {
            for (int i = 0; i < 10 * OFFERS; i++) {
                // Not by offer, which, refused, takes the lock to count it, and so keeps threads apart.
                if (single.tryServe(Priority.CRITICAL, Deadline.NONE, 0)) {
                    most.accumulateAndGet(single.inService(), Math::max);
                    single.finished(Priority.CRITICAL, Outcome.SUCCESS, 1, 0);
                }
            }
        });

        assertThat(most).hasValue(1);
    }

    @RepeatedTest(5)
    void nobody_is_forgotten_while_the_limit_changes_and_requests_expire() throws Exception {
        inParallel(random -> offerMany(random, this::disturb));

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(queue.waiting()).isZero();
        assertThat(answers).hasValue((long) THREADS * OFFERS);
    }

    private void disturb(SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> queue.limit(1 + random.nextInt(3), 0);
            case 1 -> queue.expire(0);
            default -> queue.snapshot(0);
        }
    }

    private void begin(Priority work) {
        most.accumulateAndGet(inService.incrementAndGet(), Math::max);
        toServe.add(work);
    }

    private void finishOne() {
        Priority done = toServe.poll();
        if (done != null) {
            inService.decrementAndGet();
            answers.incrementAndGet();
            queue.finished(done, Outcome.SUCCESS, 1, 0);
        }
    }

    private void inParallel(Consumer<SplittableRandom> task) throws Exception {
        var barrier = new CyclicBarrier(THREADS);
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                var random = new SplittableRandom(i);
                all.add(executor.submit(() -> {
                    barrier.await();
                    task.accept(random);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        while (!toServe.isEmpty()) {
            finishOne();
        }
    }

    private void offerMany(SplittableRandom random, Consumer<SplittableRandom> disturbance) {
        for (int i = 0; i < OFFERS; i++) {
            Priority priority = PRIORITIES[random.nextInt(PRIORITIES.length)];
            Admission answer =
                    queue.offer(priority, new AdmissionRequest(priority, random.nextInt(3), Deadline.NONE), 0);
            if (answer == Served.NOW) {
                begin(priority);
            } else if (answer instanceof Ticket<?> ticket) {
                if (random.nextInt(10) == 0 && ticket.cancel(0)) {
                    answers.incrementAndGet();
                }
            } else {
                answers.incrementAndGet();
            }
            if (random.nextInt(20) == 0) {
                disturbance.accept(random);
            }
            finishOne();
        }
    }
}
