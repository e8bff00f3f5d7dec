package io.goodput.telemetry.contributor;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.PlainUnit;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.record.TreeFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributorRecordTest {
    private static final long MINUTE = 60_000_000_000L;

    private final Contributors contributors = new Contributors(0, Instant.parse("2026-11-30T12:00:00Z"));
    private final List<Outgoing> written = new ArrayList<>();

    private void listen() {
        contributors.listen(
                minute -> written.addAll(ContributorRecord.of(new RecordOrigin("orders", "i-1", null), minute)));
    }

    @Test
    void each_minute_that_ends_is_a_record_for_each_facet_also_where_nothing_happened() {
        listen();
        contributors.add(PlainUnit.of(0, 1).tenant("acme").outcome(Outcome.TIMEOUT));
        contributors.tick(MINUTE - 1);
        assertThat(written).isEmpty();
        contributors.tick(MINUTE);

        assertThat(written.stream().map(record -> TreeFields.of(record).toString()))
                .hasSize(4)
                .contains(
                        "{v=1, kind=contributors, at=2026-11-30T12:00:00Z, service=orders, instance=i-1, by=tenant, "
                                + "units=1, unlisted=0, top=[{tenant=acme, n=1, over=0, failures=1, us=1000}]}",
                        "{v=1, kind=contributors, at=2026-11-30T12:00:00Z, service=orders, instance=i-1, by=client, "
                                + "units=0, unlisted=0, top=[]}",
                        "{v=1, kind=contributors, at=2026-11-30T12:00:00Z, service=orders, instance=i-1, by=error, "
                                + "units=1, unlisted=0, top=[{category=TIMEOUT, n=1, over=0, failures=1, us=1000}]}");
    }

    @Test
    void the_minute_that_is_not_over_is_told_at_the_end_and_nothing_after_it() {
        contributors.add(PlainUnit.of(0, 1).tenant("acme"));
        listen();
        contributors.end();
        assertThat(written).hasSize(4);
        contributors.tick(MINUTE);
        assertThat(written).hasSize(4);
    }
}
