package io.goodput.sim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Station A = new Station("a", "writers", "zone-1");
    private static final Station B = new Station("b", "writers", "zone-2");
    private static final Station C = new Station("c", "readers", "zone-2");

    private final Simulation simulation = new Simulation();
    private final Network<Message> network = network(Distribution.constant(10));
    private final List<String> arrivals = new ArrayList<>();

    private final class Message implements Event {
        private final String text;

        Message(String text) {
            this.text = text;
        }

        @Override
        public void fire(long now) {
            arrivals.add(text + "@" + now);
        }
    }

    private Network<Message> network(Distribution delay) {
        return new Network<>(simulation, delay::sample, Chance.byMessage(new Streams(7).fork("delay")));
    }

    private boolean send(Station from, Station to, String text) {
        return network.link(from, to).send(new Message(text));
    }

    private List<String> arrivals() {
        while (simulation.step()) {}
        return arrivals;
    }

    @Test
    void a_message_arrives_after_the_delay_of_its_link() {
        network.link(A, C).takes(_ -> 25);

        assertThat(send(A, C, "far")).isTrue();
        assertThat(send(A, B, "near")).isTrue();

        assertThat(arrivals()).containsExactly("near@10", "far@25");
    }

    @Test
    void the_way_back_is_a_link_of_its_own_and_always_the_same() {
        Link<Message> there = network.link(A, B);
        there.takes(_ -> 1);

        assertThat(there.back()).isSameAs(network.link(B, A)).isNotSameAs(there);
        assertThat(there.back().back()).isSameAs(there);
        assertThat(there).hasToString("a > b");
        there.back().send(new Message("back"));
        assertThat(there.sent()).isZero();
        assertThat(there.back().sent()).isEqualTo(1);
        assertThat(arrivals()).containsExactly("back@10");
    }

    @Test
    void rules_that_pass_a_message_on_add_what_they_delay_it_by() {
        network.install((_, _, _) -> new Verdict.Pass(3));
        network.install((_, _, _) -> Verdict.PASS);
        network.install((_, _, _) -> new Verdict.Pass(4));

        send(A, B, "late");

        assertThat(arrivals()).containsExactly("late@17");
    }

    @Test
    void the_first_verdict_that_does_not_pass_a_message_on_stands() {
        var asked = new ArrayList<String>();
        network.install((_, message, _) -> message.text.equals("first") ? new Verdict.Deliver(2) : Verdict.PASS);
        network.install((_, message, _) -> {
            asked.add(message.text);
            return Verdict.DROP;
        });

        assertThat(send(A, B, "first")).isTrue();
        assertThat(send(A, B, "second")).isFalse();

        assertThat(arrivals()).containsExactly("first@2");
        assertThat(asked).containsExactly("second");
    }

    @Test
    void a_duplicate_arrives_as_it_would_have_and_once_more() {
        network.install((_, _, _) -> new Verdict.Pass(5));
        network.install((_, _, _) -> new Verdict.Duplicate(7));

        assertThat(send(A, B, "twice")).isTrue();

        assertThat(arrivals()).containsExactly("twice@15", "twice@22");
        assertThat(network.traffic()).isEqualTo(new Traffic(1, 0, 1));
        assertThat(network.traffic().arrivals()).isEqualTo(2);
    }

    @Test
    void a_rule_that_is_closed_is_asked_no_more_and_has_counted_what_it_befell() {
        InstalledRule<Message> some = network.install(Rule.where(message -> message.text.startsWith("x"), rule()));
        send(A, B, "x1");
        send(A, B, "y");
        send(A, B, "x2");
        some.close();
        some.close();
        send(A, B, "x3");

        assertThat(arrivals()).containsExactly("y@10", "x3@10");
        assertThat(some.applied()).isEqualTo(2);
        assertThat(network.traffic()).isEqualTo(new Traffic(4, 2, 0));
    }

    private static Rule<Event> rule() {
        return (_, _, _) -> Verdict.DROP;
    }

    @Test
    void a_rule_may_close_itself_while_it_is_asked() {
        var installed = new ArrayList<InstalledRule<Message>>();
        installed.add(network.install((_, _, _) -> {
            installed.getFirst().close();
            return Verdict.DROP;
        }));

        assertThat(send(A, B, "first")).isFalse();
        assertThat(send(A, B, "second")).isTrue();
    }

    @Test
    void a_rule_for_a_while_holds_from_the_start_of_its_span_until_just_before_its_end() {
        network.install(rule().during(new Span(5, 8)));
        for (long at = 4; at <= 8; at++) {
            String text = "sent-" + at;
            simulation.schedule(at, _ -> send(A, B, text));
        }

        assertThat(arrivals()).containsExactly("sent-4@14", "sent-8@18");
    }

    @Test
    void a_verdict_is_never_about_the_past() {
        assertThatThrownBy(() -> new Verdict.Pass(-1)).hasMessage("delay: -1 (expected: >= 0)");
        assertThatThrownBy(() -> new Verdict.Deliver(-2)).hasMessage("delay: -2 (expected: >= 0)");
        assertThatThrownBy(() -> new Verdict.Duplicate(-3)).hasMessage("later: -3 (expected: >= 0)");
    }
}
