package io.goodput.logs.contributors;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import io.goodput.telemetry.contributor.Facet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContributorBuilderTest {
    private static final long TEN_SECONDS = 10_000_000;

    private static ContributorBuilder built(ShopTraffic shop) {
        var builder = new ContributorBuilder(TEN_SECONDS);
        ShopWorks.of(shop.lines()).forEach(builder::add);
        return builder;
    }

    @Test
    void where_everything_is_written_counts_are_exact_and_have_no_error() {
        var shop = new ShopTraffic(3, 120, 5, 1);
        TopContributors top = built(shop).top("gateway", Facet.TENANT, 5);

        List<Map.Entry<String, Long>> truth = shop.tenants.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        assertThat(top.top())
                .extracting(RankedContributor::name)
                .isEqualTo(truth.stream().limit(5).map(Map.Entry::getKey).toList());
        assertThat(top.top()).allSatisfy(one -> {
            assertThat(one.count()).isEqualTo((double) Objects.requireNonNull(shop.tenants.get(one.name())));
            assertThat(one.error()).isZero();
            assertThat(one.counts().stream()
                            .filter(Objects::nonNull)
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isEqualTo(one.count());
        });
        assertThat(top.count()).isEqualTo(600);
        assertThat(top.others()).isEqualTo(truth.size() - 5);
        assertThat(top.othersCount())
                .isEqualTo(600
                        - top.top().stream()
                                .mapToDouble(RankedContributor::count)
                                .sum());
    }

    /** Of 100 shops, each with 20 tenants, the truth lies within three standard errors in at least 99 %. */
    @Test
    void where_it_is_sampled_the_truth_is_within_three_standard_errors() {
        int all = 0;
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            var shop = new ShopTraffic(seed, 60, 20, 4);
            for (RankedContributor one :
                    built(shop).top("gateway", Facet.TENANT, 5).top()) {
                double truth = Objects.requireNonNull(shop.tenants.get(one.name()));
                all++;
                within += Math.abs(one.count() - truth) <= 3 * one.error() ? 1 : 0;
            }
        }
        assertThat(all).isEqualTo(500);
        assertThat(within).isGreaterThanOrEqualTo(495);
    }

    @Test
    void errors_lead_to_traces_that_failed_the_latest_first() {
        var shop = new ShopTraffic(3, 120, 5, 4);
        List<WorkRecord> works = ShopWorks.of(shop.lines());
        TopContributors top = built(shop).top("gateway", Facet.ERROR, 5);

        RankedContributor late = top.top().getFirst();
        assertThat(late.name()).isEqualTo("NoAnswer");
        assertThat(late.failures()).isEqualTo(late.count());
        assertThat(late.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(16);
        assertThat(late.examples())
                .isSortedAccordingTo(Comparator.comparingLong(ExampleTrace::at).reversed());
        assertThat(late.examples())
                .allMatch(example -> works.stream()
                        .anyMatch(work -> example.trace().equals(work.trace()) && "NoAnswer".equals(work.category())));
    }

    @Test
    void what_failed_without_a_category_goes_by_how_it_ended() {
        var builder = new ContributorBuilder(TEN_SECONDS);
        String line = """
                {"v":1,"kind":"work","at":"2026-11-30T12:00:00.000000Z","service":"s","operation":"o","id":"0a","outcome":"%s","us":9}
                """;
        ShopWorks.of(List.of(line.formatted("TIMEOUT"), line.formatted("SUCCESS"), line.formatted("CANCELLED")))
                .forEach(builder::add);

        assertThat(builder.top("s", Facet.ERROR, 5).top())
                .extracting(RankedContributor::name)
                .containsExactly("TIMEOUT");
    }

    @Test
    void who_is_not_told_counts_for_nobody_and_an_unknown_service_has_none() {
        var builder = built(new ShopTraffic(3, 30, 5, 1));

        assertThat(builder.top("stock", Facet.TENANT, 5).count()).isZero();
        assertThat(builder.top("nowhere", Facet.TENANT, 5).top()).isEmpty();
        assertThat(builder.one("gateway", Facet.TENANT, "nobody")).isNull();
    }

    @Test
    void names_without_end_are_counted_though_not_told_apart() {
        var builder = new ContributorBuilder(TEN_SECONDS);
        WorkRecord work = ShopWorks.of(new ShopTraffic(3, 1, 1, 1).lines()).getFirst();
        for (int i = 0; i < ContributorBuilder.MOST_NAMES + 1_000; i++) {
            builder.add(ShopWorks.withTenant(work, "t" + i));
        }

        TopContributors top = builder.top(work.origin().service(), Facet.TENANT, 3);

        assertThat(top.count()).isEqualTo(ContributorBuilder.MOST_NAMES + 1_000);
        assertThat(top.unnamed()).isBetween(1_000.0, 1_010.0);
    }
}
