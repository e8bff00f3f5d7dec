package io.goodput.telemetry.policy;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.FiguresRecord;
import io.goodput.telemetry.record.RecordOrigin;

/** The figures of one policy. */
final class PolicyRecord extends FiguresRecord {
    private static final int BYTES = 300;
    private static final int FIGURE_BYTES = 100;

    private final String policy;
    private final String name;
    private final PolicyFigures figures;

    PolicyRecord(RecordOrigin origin, long epochNanos, String policy, String name, PolicyFigures figures) {
        super(
                origin,
                "policy",
                epochNanos,
                BYTES
                        + FIGURE_BYTES
                                * (figures.levels().size() + figures.counts().size()));
        this.policy = policy;
        this.name = name;
        this.figures = figures;
    }

    @Override
    protected void writeFigures(FieldWriter out) {
        out.name("policy").text(policy);
        out.name("name").text(name);
        out.name("counts").beginObject();
        figures.levels().forEach((figure, height) -> out.name(figure).number(height));
        figures.counts().forEach((figure, many) -> out.name(figure).number(many));
        out.endObject();
    }
}
