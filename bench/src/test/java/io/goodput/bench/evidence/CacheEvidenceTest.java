package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.bench.evidence.CacheFleet.Figures;
import io.goodput.bench.evidence.CacheFleet.Setup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page about caches claims, on a seed or two. */
class CacheEvidenceTest {
    @Test
    void a_cold_fleet_that_coalesces_asks_for_less_and_serves_more() throws Exception {
        List<Figures> runs = first(CacheEvidence.cold());

        assertThat(runs.get(1).loads(0, 30)).isLessThan(runs.get(0).loads(0, 30) / 2);
        assertThat(runs.get(1).served(0, 10)).isGreaterThan(runs.get(0).served(0, 10));
        assertThat(runs.get(1).served(20, 30)).isGreaterThan(0.99);
    }

    @Test
    void a_soft_ttl_serves_through_an_outage_and_waits_spare_the_dependency() throws Exception {
        List<Figures> runs = first(CacheEvidence.outage());

        assertThat(runs.get(0).served(120, 420)).isLessThan(0.5);
        assertThat(runs.get(1).served(120, 420)).isLessThan(0.5);
        assertThat(runs.get(2).served(120, 420)).isEqualTo(1);
        assertThat(runs.get(3).served(120, 420)).isEqualTo(1);
        assertThat(runs.get(1).loads(120, 420)).isLessThan(runs.get(0).loads(120, 420) / 5);
        assertThat(runs.get(3).loads(120, 420)).isLessThan(runs.get(2).loads(120, 420) / 5);
    }

    @Test
    void jitter_lowers_the_peak_of_loads() throws Exception {
        List<Figures> runs = first(CacheEvidence.inStep());

        assertThat(runs.get(1).mostLoads(30, 90)).isLessThan(runs.get(0).mostLoads(30, 90) / 2);
        assertThat(runs.get(2).mostLoads(30, 90)).isLessThan(runs.get(1).mostLoads(30, 90));
    }

    private static List<Figures> first(Map<String, Setup> setups) {
        return setups.values().stream().map(setup -> CacheFleet.run(setup, 1)).toList();
    }
}
