package io.goodput.lab.world.fault;

import io.goodput.lab.model.Fault;
import java.util.List;

/** What befalls one endpoint. */
public final class HostFaults {
    private final SpeedProfile pace;
    private final List<Fault.BlackHole> blackHoles;
    private final List<Fault.Errors> errors;
    private final List<Fault.ClockSkew> skews;
    private final boolean canGoDown;

    /**
     * Those faults, which all befall it.
     *
     * @param poisoned whether requests may bring it down
     */
    public HostFaults(List<Fault.AtEndpoints> faults, boolean poisoned) {
        this.pace = SpeedProfile.under(faults);
        this.blackHoles = only(Fault.BlackHole.class, faults);
        this.errors = only(Fault.Errors.class, faults);
        this.skews = only(Fault.ClockSkew.class, faults);
        this.canGoDown = poisoned
                || faults.stream()
                        .anyMatch(fault -> fault instanceof Fault.Crash || fault instanceof Fault.CapacityLoss);
    }

    private static <F> List<F> only(Class<F> kind, List<Fault.AtEndpoints> faults) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How fast it works over time. */
    public SpeedProfile pace() {
        return pace;
    }

    /** Whether anything may bring it down. */
    public boolean canGoDown() {
        return canGoDown;
    }

    /** Whether it fails all requests at once. */
    public boolean isBlackHole(long now) {
        for (Fault.BlackHole hole : blackHoles) {
            if (hole.span().contains(now)) {
                return true;
            }
        }
        return false;
    }

    /** The share of the work that ends in an error. */
    public double errors(long now) {
        double share = 0;
        for (Fault.Errors fault : errors) {
            if (fault.span().contains(now)) {
                double way = (double) (now - fault.span().from()) / fault.span().nanos();
                share = Math.max(share, fault.from() + way * (fault.to() - fault.from()));
            }
        }
        return share;
    }

    /** By how much its clock is ahead. */
    public long skew(long now) {
        long sum = 0;
        for (Fault.ClockSkew fault : skews) {
            if (fault.span().contains(now)) {
                sum += fault.nanos();
            }
        }
        return sum;
    }
}
