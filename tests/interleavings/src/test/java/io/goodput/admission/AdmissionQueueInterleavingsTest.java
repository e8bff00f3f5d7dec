package io.goodput.admission;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** One is served at a time and one may wait; requests come, are done, and give up. */
public class AdmissionQueueInterleavingsTest {
    private static final int THREADS = 8;
    private static final int LIMIT = 1;

    private final AtomicInteger inService = new AtomicInteger();
    private final AtomicInteger mostInService = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger answeredTwice = new AtomicInteger();
    private final AdmissionQueue<Request> queue = new AdmissionQueue<>(
            LIMIT,
            AdmissionSettings.STANDARD
                    .withCapacity(1)
                    .withDiscipline(Discipline.FIFO)
                    .withFeasibility(Feasibility.OFF),
            new AdmissionAnswers<>() {
                @Override
                public void serve(Request request) {
                    request.answered();
                    served();
                }

                @Override
                public void shed(Request request, Shed reason) {
                    request.answered();
                }
            });

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final ArrayDeque<Ticket<Request>>[] waiting = new ArrayDeque[THREADS];

    private final class Request {
        private final AtomicInteger answers = new AtomicInteger();

        Request() {
            unanswered.incrementAndGet();
        }

        void answered() {
            unanswered.decrementAndGet();
            if (answers.incrementAndGet() > 1) {
                answeredTwice.incrementAndGet();
            }
        }
    }

    private void served() {
        int now = inService.incrementAndGet();
        mostInService.accumulateAndGet(now, Math::max);
    }

    @Operation
    @SuppressWarnings("unchecked")
    public void offer(@Param(gen = ThreadIdGen.class) int thread, @Param(gen = BooleanGen.class) boolean critical) {
        var request = new Request();
        Priority priority = critical ? Priority.CRITICAL : Priority.SHEDDABLE;
        switch (queue.offer(request, AdmissionRequest.of(priority), 0)) {
            case Served _ -> {
                request.answered();
                served();
            }
            case Shed _ -> request.answered();
            case Ticket<?> ticket -> waitingOf(thread).add((Ticket<Request>) ticket);
        }
    }

    private ArrayDeque<Ticket<Request>> waitingOf(int thread) {
        if (waiting[thread] == null) {
            waiting[thread] = new ArrayDeque<>();
        }
        return waiting[thread];
    }

    @Operation
    public void finished() {
        if (inService.getAndUpdate(now -> Math.max(0, now - 1)) > 0) {
            queue.finished(Priority.CRITICAL, Outcome.SUCCESS, 1, 1);
        }
    }

    @Operation
    public void cancel(@Param(gen = ThreadIdGen.class) int thread) {
        Ticket<Request> ticket = waitingOf(thread).poll();
        if (ticket != null && ticket.cancel(0)) {
            ticket.work().answered();
        }
    }

    @Validate
    public void nobody_is_lost_and_no_slot_idles_while_somebody_waits() {
        require(mostInService.get() <= LIMIT, () -> mostInService + " were served at a time");
        require(queue.inService() == inService.get(), () -> inService + " served, not " + queue.inService());
        require(answeredTwice.get() == 0, () -> answeredTwice + " answered twice");
        require(queue.waiting() == unanswered.get(), () -> unanswered + " wait, not " + queue.waiting());
        require(queue.waiting() == 0 || queue.inService() == LIMIT, () -> "a slot is free, and somebody waits");
    }

    @Test
    void the_limit_holds() {
        check(Interleavings.longSteps().actorsPerThread(1).actorsBefore(0).iterations(20));
    }

    @Test
    void every_request_is_answered_once() {
        check(Interleavings.longSteps());
    }

    private static void check(ModelCheckingOptions options) {
        options.addGuarantee(Interleavings.unwatched(
                        "io.goodput.admission.AdmissionCounts", "io.goodput.fair.", "java.util.stream."))
                .check(AdmissionQueueInterleavingsTest.class);
    }
}
