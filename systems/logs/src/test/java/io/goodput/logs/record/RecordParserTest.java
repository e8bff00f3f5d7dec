package io.goodput.logs.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordParserTest {
    private static final String HEAD = """
            {"v":1,"kind":"work","at":"2026-11-30T12:00:00.123456Z","service":"orders","instance":"orders-1",""";

    private WorkRecord work(String rest) {
        return (WorkRecord) Objects.requireNonNull(
                ShopWorks.parsed(HEAD + "\"operation\":\"place\",\"id\":\"00f067aa0ba902b7\"" + rest + "}"));
    }

    @Test
    void a_unit_of_work_is_read_whole() {
        WorkRecord work = work("""
            ,"part":2,"last":true,"trace":"4bf92f3577b34da6a3ce929d0e0e4736","parent":"00f067aa0ba902b6",\
            "tenant":"blue","outcome":"TIMEOUT","us":1500,"queue_us":20,"deadline_us":480,"weight":2.5,\
            "details":{"items":3,"gift":true,"note":"a"},\
            "dependencies":{"stock":{"calls":2,"first":1,"retries":1,"hedges":0,"success":1,"timeout":1,\
            "refused":1,"refusals":{"BREAKER":1},"errors":{"NoAnswer":1},"us":900}},\
            "calls":[{"dependency":"stock","operation":"reserve","at_us":5,"us":900,"outcome":"SUCCESS",\
            "attempts":[{"n":1,"span":"00f067aa0ba902b8","at_us":6,"us":300,"outcome":"TIMEOUT"},\
            {"n":2,"span":"00f067aa0ba902b9","hedge":true,"resource":"stock-2","at_us":310,"us":500,\
            "outcome":"SUCCESS","status":"200","deadline_us":100}]}],"cut":["calls"]""");

        assertThat(work.origin().at()).isEqualTo(1_796_040_000_123_456L);
        assertThat(work.end()).isEqualTo(1_796_040_000_124_956L);
        assertThat(work.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(work.weight()).isEqualTo(2.5);
        assertThat(work.details()).containsEntry("items", "3").containsEntry("gift", "true");
        assertThat(work.isCut()).isTrue();
        DependencyUse stock = work.dependencies().getFirst();
        assertThat(stock.attempts()).isEqualTo(2);
        assertThat(stock.outcomes()).containsEntry(Outcome.TIMEOUT, 1L);
        assertThat(stock.refusals()).containsEntry("BREAKER", 1L);
        AttemptRecord hedge = work.calls().getFirst().attempts().get(1);
        assertThat(hedge.isHedge()).isTrue();
        assertThat(hedge.deadlineMicros()).isEqualTo(100);
        assertThat(hedge.isAnswered()).isTrue();
    }

    @Test
    void what_a_reader_does_not_know_is_passed_over() {
        WorkRecord work = work(",\"novel\":{\"a\":[1,{\"b\":2}]},\"outcome\":\"PUZZLED\",\"us\":\"long\",\"tenant\":7");

        assertThat(work.outcome()).isNull();
        assertThat(work.micros()).isZero();
        assertThat(work.tenant()).isNull();
    }

    @Test
    void what_is_no_record_is_nothing() {
        assertThat(ShopWorks.parsed("")).isNull();
        assertThat(ShopWorks.parsed("[]")).isNull();
        assertThat(ShopWorks.parsed("{}")).isNull();
        assertThat(ShopWorks.parsed("nonsense")).isNull();
        assertThat(ShopWorks.parsed(HEAD + "\"operation\":\"place\"}"))
                .as("no id")
                .isNull();
        assertThat(ShopWorks.parsed(HEAD + "\"operation\":\"place\",\"id\":\"a\""))
                .as("torn")
                .isNull();
        assertThat(ShopWorks.parsed(HEAD.replace("\"v\":1", "\"v\":2") + "\"operation\":\"a\",\"id\":\"a\"}"))
                .isNull();
        assertThat(ShopWorks.parsed(HEAD.replace("2026-11", "2026-13") + "\"operation\":\"a\",\"id\":\"a\"}"))
                .isNull();
        assertThat(ShopWorks.parsed(HEAD.replace("2026", "+999999999") + "\"operation\":\"a\",\"id\":\"a\"}"))
                .isNull();
    }

    @Test
    void what_is_too_deep_or_too_long_is_refused() {
        String deep = "[".repeat(100_000);
        String loud = "x".repeat(RecordParser.MOST_TEXT + 1);

        assertThat(ShopWorks.parsed(HEAD + "\"calls\":" + deep)).isNull();
        assertThat(ShopWorks.parsed(HEAD + "\"operation\":\"" + loud + "\",\"id\":\"a\"}"))
                .isNull();
    }

    @Test
    void numbers_beyond_reason_are_not_told() {
        WorkRecord work = work(",\"us\":-5,\"deadline_us\":1e300,\"weight\":-3,\"part\":1e12");

        assertThat(work.micros()).isZero();
        assertThat(work.deadlineMicros()).isNull();
        assertThat(work.weight()).isEqualTo(1);
        assertThat(work.part()).isEqualTo(Integer.MAX_VALUE);
    }

    @Property
    void a_line_that_is_mangled_never_throws(@ForAll long seed) {
        var random = new Random(seed);
        String line = new ShopTraffic(random.nextLong(), 1, 3, 1).lines().getFirst();
        var mangled = new StringBuilder(line);
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            int at = random.nextInt(mangled.length());
            switch (random.nextInt(3)) {
                case 0 -> mangled.setCharAt(at, (char) random.nextInt(0x10000));
                case 1 -> mangled.delete(at, Math.min(mangled.length(), at + random.nextInt(50)));
                default -> mangled.insert(at, "[{\":,}]".charAt(random.nextInt(7)));
            }
        }

        LogRecord record = ShopWorks.parsed(mangled.toString());

        assertThat(record == null || !record.origin().service().isEmpty()).isTrue();
    }
}
