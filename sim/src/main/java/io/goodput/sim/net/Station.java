package io.goodput.sim.net;

import java.util.function.Predicate;

/**
 * Where messages come from and go to: a process on the network.
 *
 * @param name of the process
 * @param group what it is one of, such as a service; empty if of nothing
 * @param zone that it stands in; empty if in none
 */
public record Station(String name, String group, String zone) {
    /** All that are called that, be it by name, by group or by zone. */
    public static Predicate<Station> in(String called) {
        return station -> station.name.equals(called) || station.group.equals(called) || station.zone.equals(called);
    }
}
