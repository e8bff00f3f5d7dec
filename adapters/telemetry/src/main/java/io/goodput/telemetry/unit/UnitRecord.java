package io.goodput.telemetry.unit;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.unit.SheetLayout.FieldPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a story as a record of kind {@code work}, as docs/telemetry/records.md has it. */
final class UnitRecord {
    private static final int MICRO = 1_000;

    private final UnitStory story;
    private final FieldWriter out;

    private UnitRecord(UnitStory story, FieldWriter out) {
        this.story = story;
        this.out = out;
    }

    static void write(UnitStory story, FieldWriter out) {
        var unit = new UnitRecord(story, out);
        out.beginObject();
        unit.head();
        unit.ending();
        unit.queueAndBytes();
        unit.fields();
        unit.calls();
        unit.cut();
        out.endObject();
    }

    private void head() {
        story.outlet().origin().writeTo(out, "work", story.ending().epochNanos());
        out.name("operation")
                .text(story.layout().operation())
                .name("id")
                .hex(story.head().span());
        out.name("part")
                .number(story.head().part())
                .name("last")
                .truth(!story.ending().goesOn());
        out.name("trace").hex(story.head().traceHigh(), story.head().traceLow());
        if (story.head().parent() != 0) {
            out.name("parent").hex(story.head().parent());
        }
        out.name("request")
                .text(story.head().request())
                .name("tenant")
                .text(story.head().tenant());
        out.name("client").text(story.client());
        out.name("criticality").text(story.head().criticality().name());
    }

    private void ending() {
        if (!story.ending().goesOn()) {
            out.name("outcome").text(story.ending().outcome().name());
        }
        out.name("status").text(story.status());
        out.name("category")
                .text(story.ending().category())
                .name("error")
                .text(story.ending().error());
        out.name("refusal")
                .text(story.ending().refusal())
                .name("leaked")
                .text(story.ending().leaked());
        out.name("us").number(story.durationNanos() / MICRO);
        out.name("kept")
                .text(story.ending().why().label())
                .name("weight")
                .number(story.ending().weight());
    }

    private void queueAndBytes() {
        SheetCells cells = story.cells();
        if (cells.get(SheetLayout.QUEUE_NANOS) > 0) {
            out.name("queue_us").number(cells.get(SheetLayout.QUEUE_NANOS + 1) / MICRO);
            out.name("queue_depth").number(cells.get(SheetLayout.QUEUE_DEPTH + 3));
        }
        if (story.head().deadlineLeft() != Long.MAX_VALUE) {
            out.name("deadline_us").number(story.head().deadlineLeft() / MICRO);
        }
        boolean in = bytes("bytes_in", SheetLayout.BYTES_IN);
        boolean sent = bytes("bytes_out", SheetLayout.BYTES_OUT);
        if (in || sent) {
            long most = Math.max(cells.get(SheetLayout.BYTES_IN + 1), cells.get(SheetLayout.BYTES_OUT + 1));
            out.name("size").text(SizeClass.of(most).label);
        }
    }

    private boolean bytes(String name, int base) {
        boolean told = story.cells().get(base) > 0;
        if (told) {
            out.name(name).number(story.cells().get(base + 1));
        }
        return told;
    }

    private void fields() {
        object("counts", Kind.COUNT);
        object("times", Kind.TIME);
        object("values", Kind.QUANTITY);
        details();
    }

    private void object(String name, Kind kind) {
        List<Extra> undeclared = undeclared(kind);
        if (story.layout().fields(kind).isEmpty() && undeclared.isEmpty()) {
            return;
        }
        out.name(name).beginObject();
        for (FieldPlace each : story.layout().fields(kind)) {
            out.name(each.name());
            number(kind, story.cells(), each.base());
        }
        for (Extra each : undeclared) {
            if (each.cells.get(0) != 0) {
                out.name(each.name);
                number(kind, each.cells, 0);
            }
        }
        out.endObject();
    }

    private List<Extra> undeclared(Kind kind) {
        if (story.undeclared().isEmpty()) {
            return List.of();
        }
        List<Extra> all = new ArrayList<>();
        story.undeclared().each(each -> {
            if (each.of == kind) {
                all.add(each);
            }
        });
        return all;
    }

    private void number(Kind kind, SheetCells cells, int base) {
        long n = cells.get(base);
        switch (kind) {
            case COUNT -> out.number(n);
            case TIME -> {
                out.beginObject().name("n").number(n).name("us").number(cells.get(base + 1) / MICRO);
                out.name("max_us")
                        .number(n == 0 ? 0 : cells.get(base + 2) / MICRO)
                        .endObject();
            }
            case QUANTITY -> {
                out.beginObject().name("n").number(n).name("sum").number(cells.get(base + 1));
                if (n > 0) {
                    out.name("min").number(cells.get(base + 2)).name("max").number(cells.get(base + 3));
                }
                out.endObject();
            }
            case DETAIL -> throw new IllegalArgumentException("a detail is no number");
        }
    }

    private void details() {
        List<Extra> undeclared = undeclared(Kind.DETAIL);
        if (story.layout().fields(Kind.DETAIL).isEmpty() && undeclared.isEmpty()) {
            return;
        }
        out.name("details").beginObject();
        for (FieldPlace each : story.layout().fields(Kind.DETAIL)) {
            story.writeDetail(out, each.base(), each.name());
        }
        for (Extra each : undeclared) {
            Values.write(out, each.name, each.value);
        }
        out.endObject();
    }

    private void calls() {
        new DependencyFields(story, out).write();
    }

    private void cut() {
        Set<String> names = story.cut();
        if (names != null) {
            names.forEach(out::cut);
        }
        if (story.dependencies().lines().areMissing()) {
            out.cut("calls");
        }
        if (story.dependencies().areMissing()) {
            out.cut("dependencies");
        }
    }
}
