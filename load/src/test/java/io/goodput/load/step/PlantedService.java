package io.goodput.load.step;

import io.goodput.load.LoadClock;
import io.goodput.load.RequestOutcome;
import io.goodput.load.RequestSender;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** A service and the time it goes by, both made up: an answer comes when its law says, and nothing waits for real. */
final class PlantedService implements LoadClock, RequestSender {
    private record Due(long at, RequestOutcome answer, Consumer<RequestOutcome> ended) {}

    private final PriorityQueue<Due> answers = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final LongUnaryOperator answeredAt;
    private final int goodOnes;
    private long now;
    private int received;
    private long late;

    /**
     * A service that answers a request sent at some instant at the instant that the law says.
     *
     * @param goodOnes requests answered well; all later ones fail
     */
    PlantedService(int goodOnes, LongUnaryOperator answeredAt) {
        this.goodOnes = goodOnes;
        this.answeredAt = answeredAt;
    }

    /** Takes so long, and works on nothing during a stall, whose end comes first for those that it holds up. */
    static PlantedService stalling(long latency, long from, long to) {
        return new PlantedService(Integer.MAX_VALUE, sent -> (sent >= from && sent < to ? to : sent) + latency);
    }

    /** From now on the generator wakes so much later than it wanted to. */
    PlantedService wakingLate(long nanos) {
        late = nanos;
        return this;
    }

    int received() {
        return received;
    }

    @Override
    public void send(Consumer<RequestOutcome> ended) {
        RequestOutcome answer = received < goodOnes ? RequestOutcome.GOOD : RequestOutcome.FAILED;
        received++;
        answers.add(new Due(answeredAt.applyAsLong(now), answer, ended));
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void waitUntil(long nanos) {
        long until = Math.max(now, nanos + late);
        while (!answers.isEmpty() && answers.peek().at() <= until) {
            Due next = answers.remove();
            now = Math.max(now, next.at());
            next.ended().accept(next.answer());
        }
        now = until;
    }
}
