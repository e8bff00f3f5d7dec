package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.bench.evidence.BreakerEvidence.Candidate;
import io.goodput.bench.evidence.ShardedService.Result;
import io.goodput.bench.evidence.ShardedService.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BreakerEvidenceTest {
    @Test
    void one_shard_that_hangs_costs_that_shard_only_where_each_has_its_own_breaker() throws InterruptedException {
        assertThat(good(Trouble.ONE_SHARD_HANGS, Candidate.NONE)).isLessThan(200);
        assertThat(good(Trouble.ONE_SHARD_HANGS, Candidate.ON_OFF_FOR_ALL)).isLessThan(50);
        assertThat(good(Trouble.ONE_SHARD_HANGS, Candidate.PROPORTIONAL_FOR_EACH))
                .isGreaterThan(280);
        assertThat(good(Trouble.ONE_SHARD_HANGS, Candidate.STANDARD)).isGreaterThan(280);
    }

    @Test
    void a_shard_that_can_do_half_is_sent_about_half() throws InterruptedException {
        double none = good(Trouble.ONE_SHARD_AT_HALF, Candidate.NONE);
        assertThat(good(Trouble.ONE_SHARD_AT_HALF, Candidate.PROPORTIONAL_FOR_EACH))
                .isGreaterThan(0.98 * none);
        assertThat(good(Trouble.ONE_SHARD_AT_HALF, Candidate.ON_OFF_FOR_EACH)).isLessThan(0.9 * none);
        assertThat(mean(Trouble.ONE_SHARD_AT_HALF, Candidate.PROPORTIONAL_FOR_EACH, Result::badWhileWrong))
                .isLessThan(0.5 * mean(Trouble.ONE_SHARD_AT_HALF, Candidate.NONE, Result::badWhileWrong));
    }

    @Test
    void on_off_turns_thirty_percent_of_failures_into_a_hundred_and_the_standard_leaves_them() throws Exception {
        double none = good(Trouble.THIRTY_PERCENT_FAIL, Candidate.NONE);
        assertThat(good(Trouble.THIRTY_PERCENT_FAIL, Candidate.ON_OFF_FOR_ALL)).isLessThan(0.1 * none);
        assertThat(good(Trouble.THIRTY_PERCENT_FAIL, Candidate.PROPORTIONAL_FOR_EACH))
                .isGreaterThan(0.5 * none);
        assertThat(good(Trouble.THIRTY_PERCENT_FAIL, Candidate.STANDARD)).isEqualTo(none);
    }

    @Test
    void prints_the_same_again() throws InterruptedException {
        assertThat(printed())
                .isEqualTo(printed())
                .contains("One shard of four hangs")
                .contains("±");
    }

    private static double good(Trouble trouble, Candidate candidate) throws InterruptedException {
        return mean(trouble, candidate, Result::goodWhileWrong);
    }

    private static double mean(Trouble trouble, Candidate candidate, ToDoubleFunction<Result> figure)
            throws InterruptedException {
        return BreakerEvidence.runs(trouble, candidate, 2).stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static String printed() throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        BreakerEvidence.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
