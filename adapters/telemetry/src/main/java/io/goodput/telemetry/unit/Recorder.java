package io.goodput.telemetry.unit;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.record.Ledger;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of one process go when they end, and what they have in common.
 *
 * @param identity who writes
 * @param ticker what they tell the time by
 * @param epoch the same as instants
 * @param random where numbers of traces and spans are drawn from
 * @param ledger who counts them
 * @param hearing who looks at each
 * @param ending who takes them over
 * @param leftOut details that are not written, by name
 * @param secret details of which only a digest is written, by name, whatever whoever tells them says
 */
public record Recorder(
        Identity identity,
        Ticker ticker,
        EpochClock epoch,
        RandomGenerator random,
        Ledger ledger,
        Hearing hearing,
        Ending ending,
        Set<String> leftOut,
        Set<String> secret) {
    private static final System.Logger LOG = System.getLogger("io.goodput.telemetry");

    /** Who writes: a service, one of its processes, and which version of it runs, if that is known. */
    public record Identity(
            String service,
            String instance,
            @Nullable String release) {}

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
