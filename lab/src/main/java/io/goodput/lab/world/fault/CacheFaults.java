package io.goodput.lab.world.fault;

import io.goodput.lab.model.Fault;
import java.util.List;

/** What befalls the caches of one population or service. */
public final class CacheFaults {
    /** The instant of what has not been. */
    public static final long NEVER = -1;

    private final List<Fault.CacheLoss> losses;
    private final List<Fault.CacheOutage> outages;

    /** Of those faults the ones that befall the caches of that owner. */
    public CacheFaults(List<Fault.AtCaches> faults, String owner) {
        List<Fault.AtCaches> own =
                faults.stream().filter(fault -> fault.owner().equals(owner)).toList();
        this.losses = only(Fault.CacheLoss.class, own);
        this.outages = only(Fault.CacheOutage.class, own);
    }

    private static <F> List<F> only(Class<F> kind, List<Fault.AtCaches> faults) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** When they were last emptied; {@link #NEVER} if they were not. */
    public long lastLoss(long now) {
        long last = NEVER;
        for (Fault.CacheLoss loss : losses) {
            if (loss.span().from() <= now) {
                last = Math.max(last, loss.span().from());
            }
        }
        return last;
    }

    /** Whether nothing is found in them, and nothing kept. */
    public boolean isOut(long now) {
        for (Fault.CacheOutage outage : outages) {
            if (outage.span().contains(now)) {
                return true;
            }
        }
        return false;
    }
}
