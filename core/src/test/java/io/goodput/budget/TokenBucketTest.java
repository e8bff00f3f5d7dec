package io.goodput.budget;

import static io.goodput.budget.TokenBucket.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final TokenBucket bucket = new TokenBucket(2);

    @Test
    void what_is_not_there_cannot_be_taken() {
        assertThat(bucket.tryTake(TOKEN)).isTrue();
        assertThat(bucket.tryTake(TOKEN + 1)).isFalse();
        assertThat(bucket.tryTake(TOKEN)).isTrue();
        assertThat(bucket.tryTake(1)).isFalse();
        assertThat(bucket.available()).isZero();
    }

    @Test
    void what_does_not_fit_is_lost() {
        bucket.tryTake(TOKEN / 2);
        bucket.putBack(TOKEN);
        assertThat(bucket).hasToString("2 of 2");
    }

    @Test
    void a_smaller_one_keeps_what_it_can_hold() {
        bucket.change(0.5);
        assertThat(bucket).hasToString("0.5 of 0.5");
        bucket.change(3);
        assertThat(bucket).hasToString("0.5 of 3");
    }

    @Test
    void to_take_less_than_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket.tryTake(-1))
                .withMessage("amount: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket.putBack(-1))
                .withMessage("amount: -1 (expected: >= 0)");
    }
}
