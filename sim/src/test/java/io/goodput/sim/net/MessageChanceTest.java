package io.goodput.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is drawn for a message hangs on its link and its number on it. */
class MessageChanceTest {
    private static final int MESSAGES = 200;
    private static final Station A = new Station("a", "", "");
    private static final Station B = new Station("b", "", "");
    private static final Station C = new Station("c", "", "");

    private final Streams streams = new Streams(11);

    /** Which messages from a to b are lost under a rule of five per cent. */
    private List<Integer> lost(Consumer<Network<Event>> before, Consumer<Network<Event>> between) {
        var network = network();
        before.accept(network);
        network.install(Rule.lose(0.05, Chance.byMessage(streams.fork("loss"))));
        var lost = new ArrayList<Integer>();
        for (int message = 1; message <= MESSAGES; message++) {
            between.accept(network);
            if (!network.link(A, B).send(_ -> {})) {
                lost.add(message);
            }
        }
        return lost;
    }

    private Network<Event> network() {
        return new Network<>(
                new Simulation(), Distribution.exponential(1e6)::sample, Chance.byMessage(streams.fork("delay")));
    }

    @Test
    void neither_other_links_nor_other_rules_move_which_messages_are_lost() {
        List<Integer> alone = lost(_ -> {}, _ -> {});

        assertThat(alone).hasSizeBetween(3, 25);
        assertThat(lost(_ -> {}, network -> network.link(B, A).send(_ -> {}))).isEqualTo(alone);
        assertThat(lost(_ -> {}, network -> network.link(A, C).send(_ -> {}))).isEqualTo(alone);
        var slow = Rule.delay(Distribution.exponential(1e6), Chance.byMessage(streams.fork("slow")));
        assertThat(lost(network -> network.install(slow), _ -> {})).isEqualTo(alone);
    }

    @Test
    void what_an_earlier_rule_loses_does_not_move_what_a_later_one_does() {
        var early = new ArrayList<Integer>();
        List<Integer> both = lost(
                network -> network.install((link, _, _) -> {
                    boolean third = link.sent() % 3 == 0;
                    if (third) {
                        early.add((int) link.sent());
                    }
                    return third ? Verdict.DROP : Verdict.PASS;
                }),
                _ -> {});

        both.removeAll(early);
        var alone = lost(_ -> {}, _ -> {});
        alone.removeAll(early);
        assertThat(both).isEqualTo(alone);
    }

    @Test
    void links_and_messages_draw_apart_and_evenly() {
        Chance chance = Chance.byMessage(streams);
        var network = network();
        double sum = 0;
        var seen = new ArrayList<Double>();
        for (int message = 0; message < 10_000; message++) {
            Link<Event> link = message % 2 == 0 ? network.link(A, B) : network.link(B, A);
            link.send(_ -> {});
            double draw = chance.of(link).nextDouble();
            seen.add(draw);
            sum += draw;
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(sum / seen.size()).isBetween(0.49, 0.51);
    }

    @Test
    void the_order_of_sending_decides_where_all_draw_from_one_stream() {
        Chance chance = Chance.inOrder(streams.stream("one"));
        var network = network();
        var alike = streams.stream("one");

        assertThat(chance.of(network.link(A, B)).nextLong()).isEqualTo(alike.nextLong());
        assertThat(chance.of(network.link(B, C)).nextLong()).isEqualTo(alike.nextLong());
    }
}
