package io.goodput.telemetry;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Hearing;

/** Two who hear the same, one after the other. */
record HearingPair(Hearing first, Hearing second) implements Hearing {
    @Override
    public void heard(EndedUnit unit, long now) {
        first.heard(unit, now);
        second.heard(unit, now);
    }

    @Override
    public void began(int operation, String name, long now) {
        first.began(operation, name, now);
        second.began(operation, name, now);
    }

    @Override
    public void attempting(int dependency, String name, long now) {
        first.attempting(dependency, name, now);
        second.attempting(dependency, name, now);
    }

    @Override
    public void repeating(int dependency, String name, boolean hedge, long now) {
        first.repeating(dependency, name, hedge, now);
        second.repeating(dependency, name, hedge, now);
    }

    @Override
    public void refused(int dependency, String name, Reason reason, long now) {
        first.refused(dependency, name, reason, now);
        second.refused(dependency, name, reason, now);
    }

    @Override
    public void attempted(int dependency, String name, Outcome outcome, long nanos, long now) {
        first.attempted(dependency, name, outcome, nanos, now);
        second.attempted(dependency, name, outcome, nanos, now);
    }
}
