package io.goodput.logs.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.figures.FlowTally;
import io.goodput.logs.map.MapMoment.EdgeMoment;
import io.goodput.logs.map.MapMoment.NodeMoment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One caller and one that is called: with nobody else to ask, the one that is called speaks for itself. */
class DiagnosisTest {
    private static final MapNode STOCK = new MapNode("stock", false);
    private static final MapEdge WAY = new MapEdge("orders", "stock", STOCK);

    @Test
    void where_the_one_that_is_called_says_that_it_is_well_the_way_is_ill() {
        assertThat(diagnosed(figures(70, 30), figures(70, 0))).isEqualTo(Illness.EDGE);
    }

    @Test
    void where_it_fails_by_its_own_word_it_is_ill() {
        assertThat(diagnosed(figures(70, 30), figures(70, 30))).isEqualTo(Illness.NODE);
    }

    @Test
    void where_it_says_nothing_that_stays_open() {
        assertThat(diagnosed(figures(70, 30), FlowFigures.ZERO)).isEqualTo(Illness.UNDECIDED);
    }

    private static Illness diagnosed(FlowFigures way, FlowFigures itself) {
        var moment = new MapMoment(
                0,
                1_000_000,
                List.of(new NodeMoment(STOCK, true, itself, Illness.NONE)),
                List.of(new EdgeMoment(WAY, true, way, Illness.NONE)));
        return Diagnosis.of(moment).edges().getFirst().illness();
    }

    private static FlowFigures figures(int well, int failed) {
        var tally = new FlowTally();
        tally.ended(Outcome.SUCCESS, well, 1);
        tally.ended(Outcome.TRANSIENT_FAILURE, failed, 1);
        return tally.figures();
    }
}
