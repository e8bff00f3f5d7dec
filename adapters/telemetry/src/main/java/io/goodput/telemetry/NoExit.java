package io.goodput.telemetry;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;

/** Loses what goes nowhere, and says so. */
record NoExit(Ledger ledger) implements Exit {
    @Override
    public void leave(Outgoing record) {
        if (record.isCounted()) {
            ledger.dropped(Drop.CLOSED, 1);
        }
        record.release();
    }
}
