package io.goodput.logs.map;

import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.map.MapMoment.EdgeMoment;
import io.goodput.logs.map.MapMoment.NodeMoment;
import java.util.List;

/**
 * Tells an ill edge from an ill node by asking witnesses. A flow fails if more than {@value #TOLERATED} of it does, by
 * more than chance (the lower bound of Wilson's interval at three standard deviations). An edge that fails is ill
 * itself if it fails significantly more (two proportions, three standard deviations, and at least twice the share) than
 * the others that lead to the same node, or where there are none, than the node itself says; if it does not, the node
 * is ill. Without a witness it stays undecided.
 */
final class Diagnosis {
    static final double TOLERATED = 0.01;
    private static final double DEVIATIONS = 3;
    private static final double FEWEST = 20;

    private final MapMoment moment;

    private Diagnosis(MapMoment moment) {
        this.moment = moment;
    }

    static MapMoment of(MapMoment moment) {
        var diagnosis = new Diagnosis(moment);
        List<EdgeMoment> edges = moment.edges().stream()
                .map(edge -> new EdgeMoment(edge.edge(), edge.isThere(), edge.figures(), diagnosis.illness(edge)))
                .toList();
        List<NodeMoment> nodes = moment.nodes().stream()
                .map(node -> new NodeMoment(node.node(), node.isThere(), node.figures(), illness(node, edges)))
                .toList();
        return new MapMoment(moment.from(), moment.to(), nodes, edges);
    }

    private Illness illness(EdgeMoment edge) {
        if (!fails(edge.figures())) {
            return Illness.NONE;
        }
        Sample others = moment.edges().stream()
                .filter(other -> other.edge().to().equals(edge.edge().to())
                        && !other.edge().equals(edge.edge()))
                .map(other -> Sample.of(other.figures()))
                .reduce(Sample.NONE, Sample::plus);
        Sample witness = others.records >= FEWEST ? others : itself(edge.edge().to());
        if (witness.records < FEWEST) {
            return Illness.UNDECIDED;
        }
        return Sample.of(edge.figures()).isWorseThan(witness) ? Illness.EDGE : Illness.NODE;
    }

    /** What the node says of its units. */
    private Sample itself(MapNode node) {
        return moment.nodes().stream()
                .filter(known -> known.node().equals(node))
                .map(known -> Sample.of(known.figures()))
                .reduce(Sample.NONE, Sample::plus);
    }

    private static Illness illness(NodeMoment node, List<EdgeMoment> edges) {
        boolean isAccused =
                edges.stream().anyMatch(edge -> edge.edge().to().equals(node.node()) && edge.illness() == Illness.NODE);
        if (!fails(node.figures()) && !isAccused) {
            return Illness.NONE;
        }
        boolean needsWhatFails = edges.stream()
                .anyMatch(edge -> edge.edge().from().equals(node.node().name())
                        && !node.node().isLeaf()
                        && edge.illness() != Illness.NONE);
        return needsWhatFails ? Illness.SUFFERS : Illness.NODE;
    }

    private static boolean fails(FlowFigures figures) {
        return Sample.of(figures).leastShare() > TOLERATED;
    }

    /**
     * Failures among what was told.
     *
     * @param records how many records of equal weight one would know it from
     */
    private record Sample(double failed, double told, double records) {
        private static final Sample NONE = new Sample(0, 0, 0);

        static Sample of(FlowFigures figures) {
            double records = figures.count() == 0 ? 0 : figures.effective() * figures.told() / figures.count();
            return new Sample(figures.failed(), figures.told(), records);
        }

        Sample plus(Sample other) {
            return new Sample(failed + other.failed, told + other.told, records + other.records);
        }

        private double share() {
            return told == 0 ? 0 : Math.min(1, failed / told);
        }

        /** Wilson (1927). */
        double leastShare() {
            if (records == 0) {
                return 0;
            }
            double z2 = DEVIATIONS * DEVIATIONS / records;
            double spread = Math.sqrt(z2 * share() * (1 - share()) + z2 * z2 / 4);
            return (share() + z2 / 2 - spread) / (1 + z2);
        }

        boolean isWorseThan(Sample other) {
            double pooled = (share() * records + other.share() * other.records) / (records + other.records);
            double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / records + 1 / other.records));
            return share() - other.share() > DEVIATIONS * deviation && share() >= 2 * other.share();
        }
    }
}
