package io.goodput.logs.timeline;

import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.logs.wording.TimelineWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Traces written by hand, in milliseconds since a round minute. */
final class Traced {
    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final long START = 1_796_040_000_000_000L;

    private Traced() {}

    static WorkRecord work(String service, String id, String parent, double at, double ms, String rest) {
        String line = """
            {"v":1,"kind":"work","at":"%s","service":"%s","instance":"1","operation":"serve","id":"%s","part":1,\
            "last":true,"trace":"%s","outcome":"SUCCESS","us":%d%s%s}""".formatted(
                        TimelineWords.instant(START + micros(at)),
                        service,
                        id,
                        TRACE,
                        micros(ms),
                        parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"",
                        rest.isEmpty() ? "" : "," + rest);
        return (WorkRecord) Objects.requireNonNull(ShopWorks.parsed(line), line);
    }

    static String calls(String... calls) {
        return "\"calls\":[" + String.join(",", calls) + "]";
    }

    static String call(String dependency, double at, double ms, String... attempts) {
        return """
            {"dependency":"%s","at_us":%d,"us":%d,"outcome":"SUCCESS","attempts":[%s]}""".formatted(dependency, micros(at), micros(ms), String.join(",", attempts));
    }

    static String attempt(String span, double at, double ms, String outcome) {
        return """
            {"n":1,"span":"%s","at_us":%d,"us":%d,"outcome":"%s"}""".formatted(span, micros(at), micros(ms), outcome);
    }

    private static long micros(double ms) {
        return Math.round(ms * 1000);
    }

    static TraceTimeline of(WorkRecord... records) {
        return Objects.requireNonNull(TraceTimeline.of(TRACE, List.of(records)));
    }

    static Stream<TimelineBar> bars(TraceTimeline timeline, BarKind kind) {
        return timeline.bars().stream().filter(bar -> bar.kind() == kind);
    }

    static TimelineBar unit(TraceTimeline timeline, String service) {
        return bars(timeline, BarKind.UNIT)
                .filter(bar -> bar.process().equals(service + "/1"))
                .findFirst()
                .orElseThrow();
    }
}
