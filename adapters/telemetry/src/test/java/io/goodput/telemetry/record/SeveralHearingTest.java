package io.goodput.telemetry.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralHearingTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void each_hears_all_in_order() {
        Hearing both = Hearing.of(writing("a"), writing("b"));
        both.began(1, "list", 10);
        both.attempting(2, "stock", 11);
        both.attempted(2, "stock", Outcome.SUCCESS, 5, 16);
        both.heard(PlainUnit.of(3, 4), 20);

        assertThat(heard)
                .containsExactly(
                        "a began 1 list 10",
                        "b began 1 list 10",
                        "a attempting 2 stock 11",
                        "b attempting 2 stock 11",
                        "a attempted 2 stock SUCCESS 5 16",
                        "b attempted 2 stock SUCCESS 5 16",
                        "a heard 3 4 20",
                        "b heard 3 4 20");
    }

    private Hearing writing(String name) {
        return new Hearing() {
            @Override
            public void heard(EndedUnit unit, long now) {
                heard.add(name + " heard " + unit.traceHigh() + " " + unit.traceLow() + " " + now);
            }

            @Override
            public void began(int operation, String of, long now) {
                heard.add(name + " began " + operation + " " + of + " " + now);
            }

            @Override
            public void attempting(int dependency, String of, long now) {
                heard.add(name + " attempting " + dependency + " " + of + " " + now);
            }

            @Override
            public void attempted(int dependency, String of, Outcome outcome, long nanos, long now) {
                heard.add(name + " attempted " + dependency + " " + of + " " + outcome + " " + nanos + " " + now);
            }
        };
    }
}
