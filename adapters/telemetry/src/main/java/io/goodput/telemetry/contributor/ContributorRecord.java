package io.goodput.telemetry.contributor;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.FiguresRecord;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Instant;
import java.util.List;

/**
 * Who most came from in one minute, by one facet: all that the summary kept, with the bounds of what it cannot know.
 * What a field rule hides of units is hidden here as well, for a name stands in the field that it has there.
 */
public final class ContributorRecord extends FiguresRecord {
    private static final int BYTES = 300;
    private static final int LISTED_BYTES = 160;
    private static final long MICRO = 1_000;

    private final Facet by;
    private final TopList list;

    private ContributorRecord(RecordOrigin origin, long epochNanos, Facet by, TopList list) {
        super(
                origin,
                "contributors",
                epochNanos,
                BYTES + LISTED_BYTES * list.contributors().size());
        this.by = by;
        this.list = list;
    }

    /** The records of a minute, one for each facet, also where nothing happened. */
    public static List<Outgoing> of(RecordOrigin origin, ContributorMinute minute) {
        Instant begin = minute.begin();
        long at = begin.getEpochSecond() * 1_000_000_000L + begin.getNano();
        return minute.lists().entrySet().stream()
                .<Outgoing>map(list -> new ContributorRecord(origin, at, list.getKey(), list.getValue()))
                .toList();
    }

    @Override
    protected void writeFigures(FieldWriter out) {
        out.name("by").text(by.label());
        out.name("units").number(list.total());
        out.name("unlisted").number(list.unlisted());
        out.name("top").beginArray();
        for (Contributor one : list.contributors()) {
            out.beginObject().name(by.field()).text(one.key());
            out.name("n").number(one.count());
            out.name("over").number(one.error());
            out.name("failures").number(one.failures());
            out.name("us").number(one.nanos() / MICRO);
            out.endObject();
        }
        out.endArray();
    }
}
