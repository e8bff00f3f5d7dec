package io.goodput.telemetry.record;

import io.goodput.Outcome;

/** Tells several, one after the other. */
final class SeveralHearing implements Hearing {
    private final Hearing[] all;

    SeveralHearing(Hearing[] all) {
        this.all = all;
    }

    @Override
    public void heard(EndedUnit unit, long now) {
        for (Hearing each : all) {
            each.heard(unit, now);
        }
    }

    @Override
    public void began(int operation, String name, long now) {
        for (Hearing each : all) {
            each.began(operation, name, now);
        }
    }

    @Override
    public void attempting(int dependency, String name, long now) {
        for (Hearing each : all) {
            each.attempting(dependency, name, now);
        }
    }

    @Override
    public void attempted(int dependency, String name, Outcome outcome, long nanos, long now) {
        for (Hearing each : all) {
            each.attempted(dependency, name, outcome, nanos, now);
        }
    }
}
