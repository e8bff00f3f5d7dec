package io.goodput.retry;

import static io.goodput.retry.RetryBudget.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Together;
import io.goodput.retry.RetryBudget.Settings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;

/** Many threads at one bucket. */
class RetryBudgetStressTest {
    private static final int THREADS = 8;

    @RepeatedTest(20)
    void failsafe_go_TryAcquire_threads_together_take_exactly_what_is_there() throws Exception {
        // Its check-then-act let several threads spend the last token.
        RetryBudget budget = RetryBudget.of(1_000, 0);

        long taken = Together.sum(THREADS, () -> {
            long mine = 0;
            while (budget.tryTake(TOKEN)) {
                mine++;
            }
            return mine;
        });

        assertThat(taken).isEqualTo(1_000);
        assertThat(budget.available()).isZero();
    }

    @RepeatedTest(20)
    void a_bucket_made_smaller_while_it_is_filled_ends_up_no_fuller_than_it_can_be() throws Exception {
        RetryBudget budget = RetryBudget.of(1_000, 1);

        Together.sum(THREADS, () -> {
            for (int i = 0; i < 2_000; i++) {
                budget.tryTake(3 * TOKEN);
                budget.succeeded(0);
                budget.change(Settings.of(i % 2 == 0 ? 1_000 : 10, 1));
            }
            budget.change(Settings.of(10, 1));
            return 0L;
        });

        assertThat(budget.available()).isBetween(0L, 10 * TOKEN);
    }

    @RepeatedTest(20)
    void takes_and_deposits_add_up() throws Exception {
        // Far from both ends, where nothing is cut off.
        RetryBudget budget = new RetryBudget(new Settings(1e9, 1, 1, 1, false));
        budget.tryTake(500_000_000 * TOKEN);
        long before = budget.available();

        long net = Together.sum(THREADS, () -> {
            var random = new SplittableRandom(Thread.currentThread().threadId());
            long mine = 0;
            for (int i = 0; i < 20_000; i++) {
                if (random.nextBoolean()) {
                    budget.succeeded(0);
                    mine += TOKEN;
                } else if (budget.tryTake(14 * TOKEN)) {
                    mine -= 14 * TOKEN;
                }
            }
            return mine;
        });

        assertThat(budget.available()).isEqualTo(before + net);
    }

    @RepeatedTest(20)
    void the_level_stays_between_nothing_and_the_capacity() throws Exception {
        RetryBudget budget = new RetryBudget(new Settings(3, 1, 1, 2, false));

        long outside = Together.sum(THREADS, () -> {
            long seen = 0;
            for (int i = 0; i < 20_000; i++) {
                budget.tryTake(TOKEN);
                seen += wrong(budget.available());
                budget.succeeded(0);
                seen += wrong(budget.available());
            }
            return seen;
        });

        assertThat(outside).isZero();
    }

    private static int wrong(long level) {
        return level < 0 || level > 3 * TOKEN ? 1 : 0;
    }
}
