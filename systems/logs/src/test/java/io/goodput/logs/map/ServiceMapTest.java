package io.goodput.logs.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.logs.figures.IntervalScale;
import io.goodput.logs.record.PulseRecord;
import io.goodput.logs.record.RecordSite;
import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ServiceMapTest {
    private static final long TEN_SECONDS = 10_000_000;
    private static final ShopTraffic SHOP = new ShopTraffic(1, 180, 6, 1);
    private static final ServiceMap MAP = ShopMaps.of(SHOP, TEN_SECONDS);

    @Test
    void every_edge_leads_where_its_attempts_arrived_and_those_of_nobody_to_a_leaf() {
        assertThat(MAP.edges())
                .extracting(edge ->
                        edge.from() + ">" + edge.to().name() + (edge.to().isLeaf() ? "?" : ""))
                .containsExactly(
                        "billing>payments", "gateway>orders", "orders>payments", "orders>postgres?", "orders>stock");
    }

    @Test
    void the_map_equals_the_truth_where_everything_is_written() {
        MapMoment whole = MAP.whole();
        SHOP.edges.forEach((name, truth) -> {
            String[] ends = name.split(">", -1);
            var figures = ShopMaps.edge(whole, ends[0], ends[1]).figures();
            assertThat(figures.count()).as(name).isEqualTo((double) truth.attempts);
            assertThat(figures.retries()).as(name).isEqualTo((double) truth.retries);
            assertThat(figures.hedges()).as(name).isEqualTo((double) truth.hedges);
            for (Outcome outcome : Outcome.values()) {
                assertThat(figures.ended(outcome))
                        .as(name + " " + outcome)
                        .isEqualTo(truth.outcomes.getOrDefault(outcome, 0L).doubleValue());
            }
        });
        SHOP.units.forEach((service, units) -> assertThat(
                        ShopMaps.node(whole, service).figures().count())
                .as(service)
                .isEqualTo(units.doubleValue()));
    }

    @Test
    void intervals_add_up_to_the_whole() {
        for (MapEdge edge : MAP.edges()) {
            double sum = 0;
            for (int i = 0; i < MAP.intervals(); i++) {
                sum += ShopMaps.edge(MAP.at(i), edge.from(), edge.dependency())
                        .figures()
                        .count();
            }
            assertThat(sum)
                    .isEqualTo(ShopMaps.edge(MAP.whole(), edge.from(), edge.dependency())
                            .figures()
                            .count());
        }
    }

    /** Failures are all written; of the rest one trace in four stands for four. */
    @Property(tries = 10)
    void what_was_sampled_out_is_counted_again(@ForAll long seed) {
        var shop = new ShopTraffic(seed, 120, 10, 4);
        MapMoment whole = ShopMaps.of(shop, TEN_SECONDS).whole();
        for (String name : List.of("gateway>orders", "orders>stock", "orders>postgres")) {
            String[] ends = name.split(">", -1);
            double truth = Objects.requireNonNull(shop.edges.get(name)).attempts;
            double told = ShopMaps.edge(whole, ends[0], ends[1]).figures().count();
            assertThat(told).as(name).isCloseTo(truth, within(5 * Math.sqrt(3 * truth)));
        }
    }

    @Test
    void only_the_edge_that_loses_answers_is_ill_and_only_while_it_does() {
        MapMoment before = MAP.at(3);
        MapMoment during = MAP.at(9);
        MapMoment after = MAP.at(15);

        assertThat(ill(before)).isEmpty();
        assertThat(ill(during)).contains("orders>payments EDGE").doesNotContain("billing>payments NODE");
        assertThat(ShopMaps.node(during, "payments").illness()).isEqualTo(Illness.NONE);
        assertThat(ShopMaps.node(during, "orders").illness()).isEqualTo(Illness.SUFFERS);
        assertThat(ill(after)).isEmpty();
    }

    private static List<String> ill(MapMoment moment) {
        return moment.edges().stream()
                .filter(edge -> edge.illness() != Illness.NONE)
                .map(edge -> edge.edge().from() + ">" + edge.edge().dependency() + " " + edge.illness())
                .toList();
    }

    @Test
    void who_is_gone_is_a_gap_and_who_fails_nothing_has_zeros() {
        assertThat(ShopMaps.node(MAP.at(2), "billing").isThere()).isTrue();
        assertThat(ShopMaps.node(MAP.at(16), "billing").isThere()).isFalse();
        assertThat(ShopMaps.edge(MAP.at(16), "billing", "payments").isThere()).isFalse();

        var stock = ShopMaps.node(MAP.at(16), "stock");
        assertThat(stock.isThere()).isTrue();
        assertThat(stock.figures().failed()).isZero();
        assertThat(ShopMaps.edge(MAP.at(16), "orders", "stock").figures().ended(Outcome.TIMEOUT))
                .isZero();
    }

    @Test
    void latencies_are_those_of_what_succeeded() {
        var stock = ShopMaps.edge(MAP.whole(), "orders", "stock").figures();

        assertThat(stock.p50()).isBetween(3_600.0 * 0.98, 4_600.0 * 1.02);
        var payments = ShopMaps.edge(MAP.whole(), "orders", "payments").figures();
        assertThat(payments.p99()).as("no timeout of 100 ms among them").isLessThan(5_000);
    }

    @Test
    void a_day_and_a_stray_record_of_years_ago_stay_within_bounds() {
        var builder = new MapBuilder(1_000_000);
        ShopWorks.of(SHOP.lines()).forEach(builder::add);
        builder.add(new PulseRecord(new RecordSite(0, "old", "", null)));

        ServiceMap map = builder.build();

        assertThat(map.intervals()).isLessThanOrEqualTo(IntervalScale.MOST);
        assertThat(ShopMaps.edge(map.whole(), "gateway", "orders").figures().count())
                .isEqualTo((double) Objects.requireNonNull(SHOP.edges.get("gateway>orders")).attempts);
    }

    @Test
    void thousands_of_made_up_services_are_left_out_and_counted() {
        var builder = new MapBuilder(TEN_SECONDS);
        for (int i = 0; i < MapBuilder.MOST_FLOWS + 5; i++) {
            builder.add(new PulseRecord(new RecordSite(1_000_000L + i, "s" + i, "", null)));
        }

        assertThat(builder.build().nodes()).hasSize(MapBuilder.MOST_FLOWS);
        assertThat(builder.build().leftOut()).isEqualTo(5);
    }

    @Test
    void an_interval_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> MAP.at(MAP.intervals()))
                .hasMessage("interval: " + MAP.intervals() + " (expected: 0 to " + (MAP.intervals() - 1) + ")");
    }

    @Test
    void a_map_of_nothing_is_empty() {
        ServiceMap empty = new MapBuilder(TEN_SECONDS).build();

        assertThat(empty.intervals()).isZero();
        assertThat(empty.whole().nodes()).isEmpty();
        assertThat(MapLayout.of(empty).layers()).isEmpty();
    }
}
