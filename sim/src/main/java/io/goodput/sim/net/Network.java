package io.goodput.sim.net;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.net.Verdict.Deliver;
import io.goodput.sim.net.Verdict.Drop;
import io.goodput.sim.net.Verdict.Duplicate;
import io.goodput.sim.net.Verdict.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * All links, and the rules about what passes on them.
 *
 * <p>A message is an {@link Event}, and to arrive is to fire: an object may be its own message, and sending one
 * allocates nothing. One that may be duplicated fires twice, so it must not change by arriving. For each message the
 * delay of its link is drawn first; then the rules are asked in the order in which they were installed, and the first
 * verdict that is not to pass it on stands.
 *
 * <p>A network belongs to the thread of its simulation.
 *
 * @param <M> what messages are
 */
public final class Network<M extends Event> {
    private record Way(Station from, Station to) {}

    private final Simulation simulation;
    private final ToLongFunction<RandomGenerator> delay;
    private final Chance chance;
    private final Map<Way, Link<M>> links = new HashMap<>();

    /** Replaced when it changes, so that a rule may install and close rules while it is asked. */
    private List<InstalledRule<M>> rules = List.of();

    private long sent;
    private long dropped;
    private long duplicated;

    /**
     * A network on which nothing goes wrong.
     *
     * @param delay of a link, unless it is told {@linkplain Link#takes otherwise}: in nanoseconds, drawn for each
     *     message; {@code Distribution::sample} of any distribution is one
     * @param chance for those delays
     */
    public Network(Simulation simulation, ToLongFunction<RandomGenerator> delay, Chance chance) {
        this.simulation = simulation;
        this.delay = delay;
        this.chance = chance;
    }

    /** The way from one station to another; always the same one. */
    public Link<M> link(Station from, Station to) {
        return links.computeIfAbsent(new Way(from, to), way -> new Link<>(this, way.from, way.to, delay));
    }

    /** Puts a rule behind those that are in force. */
    public InstalledRule<M> install(Rule<? super M> rule) {
        var installed = new InstalledRule<M>(this, rule);
        var more = new ArrayList<>(rules);
        more.add(installed);
        rules = List.copyOf(more);
        return installed;
    }

    void remove(InstalledRule<M> closed) {
        rules = rules.stream().filter(rule -> rule != closed).toList();
    }

    /** What became of the messages of all links. */
    public Traffic traffic() {
        return new Traffic(sent, dropped, duplicated);
    }

    boolean send(Link<M> link, M message) {
        sent++;
        long now = simulation.nanos();
        long after = link.draw(chance.of(link));
        List<InstalledRule<M>> asked = rules;
        for (int i = 0; i < asked.size(); i++) {
            switch (asked.get(i).judge(link, message, now)) {
                case Pass(long more) -> after += more;
                case Deliver(long instead) -> {
                    simulation.after(instead, message);
                    return true;
                }
                case Drop() -> {
                    dropped++;
                    return false;
                }
                case Duplicate(long later) -> {
                    duplicated++;
                    simulation.after(after, message);
                    simulation.after(after + later, message);
                    return true;
                }
            }
        }
        simulation.after(after, message);
        return true;
    }
}
