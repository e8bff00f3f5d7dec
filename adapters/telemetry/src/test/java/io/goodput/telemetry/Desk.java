package io.goodput.telemetry;

import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Kept;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.TreeFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes over what ends, as the writer would: reads it, counts it as written, and gives it back. */
final class Desk implements Ending {
    final Ledger ledger = new Ledger();
    final List<Map<String, Object>> records = new CopyOnWriteArrayList<>();

    @Override
    public void ended(EndedUnit unit, long now) {
        unit.keep(Kept.ALL, 1);
        records.add(TreeFields.of(unit));
        ledger.written(1);
        unit.release();
    }

    Map<String, Object> last() {
        return records.getLast();
    }

    TelemetryBuilder builder() {
        return Telemetry.builder("shop").ledger(ledger).ending(this);
    }
}
