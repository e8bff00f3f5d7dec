package io.goodput.telemetry.unit;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import java.util.random.RandomGenerator;

/**
 * Where the units of one process go when they end, and what they have in common.
 *
 * @param origin who writes
 * @param ticker what they tell the time by
 * @param epoch the same as instants
 * @param random where numbers of traces and spans are drawn from
 * @param ledger who counts them
 * @param hearing who looks at each
 * @param ending who takes them over
 */
public record Outlet(
        RecordOrigin origin,
        Ticker ticker,
        EpochClock epoch,
        RandomGenerator random,
        Ledger ledger,
        Hearing hearing,
        Ending ending) {
    private static final System.Logger LOG = System.getLogger("io.goodput.telemetry");

    /** A unit begins. */
    void began(SheetLayout layout, long now) {
        try {
            hearing.began(layout.index(), layout.operation(), now);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "what hears of units of work failed", e);
        }
    }

    /** A unit or a part has ended: who listens hears of it, then it belongs to whoever judges it. */
    void ended(EndedUnit unit, long now) {
        try {
            hearing.heard(unit, now);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "what hears of units of work failed", e);
        }
        try {
            ending.ended(unit, now);
        } catch (RuntimeException | Error e) {
            ledger.dropped(Drop.ENCODING, 1);
            LOG.log(System.Logger.Level.WARNING, "what takes over units of work failed", e);
        }
    }
}
