package io.goodput.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final Station A = new Station("a", "left", "zone-1");
    private static final Station B = new Station("b", "right", "zone-2");
    private static final Station C = new Station("c", "middle", "zone-2");

    private final Network<Event> network = new Network<>(new Simulation(), _ -> 0, Chance.byMessage(new Streams(1)));

    /** The ways that are open, each as {@code a > b}. */
    private List<String> open() {
        return Stream.of(A, B, C)
                .flatMap(from -> Stream.of(A, B, C).map(to -> network.link(from, to)))
                .filter(link -> link.send(_ -> {}))
                .map(Link::toString)
                .toList();
    }

    @Test
    void a_cut_between_groups_stops_both_ways_and_leaves_the_bridge_and_the_insides() {
        network.install(Cut.between(Station.in("left"), Station.in("right")));

        assertThat(open()).containsExactly("a > a", "a > c", "b > b", "b > c", "c > a", "c > b", "c > c");
    }

    @Test
    void a_cut_of_one_way_leaves_the_way_back() {
        network.install(Cut.oneWay(Station.in("a"), Station.in("zone-2")));

        assertThat(open()).containsExactly("a > a", "b > a", "b > b", "b > c", "c > a", "c > b", "c > c");
    }

    @Test
    void a_cut_around_a_zone_leaves_nothing_there_nor_within() {
        network.install(Cut.around(Station.in("zone-2")));

        assertThat(open()).containsExactly("a > a");
    }

    @Test
    void what_was_cut_is_whole_again_once_the_cut_is_closed() {
        InstalledRule<Event> one = network.install(Cut.around(Station.in("a")));
        InstalledRule<Event> other = network.install(Cut.around(Station.in("b")));

        one.close();
        assertThat(open()).containsExactly("a > a", "a > c", "c > a", "c > c");
        other.close();
        assertThat(open()).hasSize(9);
    }
}
