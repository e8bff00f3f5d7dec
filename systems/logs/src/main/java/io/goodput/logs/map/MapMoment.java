package io.goodput.logs.map;

import io.goodput.logs.figures.FlowFigures;
import java.util.List;

/**
 * A map in one interval, or in all of them.
 *
 * @param from in microseconds since 1970
 * @param to likewise
 */
public record MapMoment(long from, long to, List<NodeMoment> nodes, List<EdgeMoment> edges) {
    /**
     * A node then.
     *
     * @param isThere whether somebody tells of that time: if not, it is a gap, and its figures are no zeros
     * @param figures of its units; of a leaf nothing
     */
    public record NodeMoment(MapNode node, boolean isThere, FlowFigures figures, Illness illness) {}

    /**
     * An edge then.
     *
     * @param isThere whether the caller tells of that time
     * @param figures of its attempts
     */
    public record EdgeMoment(MapEdge edge, boolean isThere, FlowFigures figures, Illness illness) {}

    /** How long it is. */
    public double seconds() {
        return (to - from) / 1e6;
    }
}
