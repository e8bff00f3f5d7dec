package io.goodput.testing;

import static io.goodput.testing.GoodputAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.guard.CallTimeoutException;
import io.goodput.guard.Guard;
import io.goodput.sim.VirtualTimers;
import io.goodput.testing.RecordedCall.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ScriptedDependencyTest {
    private static final Duration MS_20 = Duration.ofMillis(20);

    private final VirtualTimers timers = new VirtualTimers();
    private final ScriptedDependency<String> stock = ScriptedDependency.on(timers);

    @Test
    void each_call_gets_the_next_step_and_the_last_one_goes_on() throws Exception {
        stock.answers("1").fails(IOException::new).answers("3", MS_20);

        assertThat(stock.call()).isEqualTo("1");
        assertThatThrownBy(stock::call).isInstanceOf(IOException.class);
        assertThat(stock.call()).isEqualTo("3");
        assertThat(stock.call()).isEqualTo("3");

        assertThat(stock)
                .wasCalled(4)
                .wasCalledAt(Duration.ZERO, Duration.ZERO, Duration.ZERO, MS_20)
                .ended(Ending.ANSWERED, Ending.FAILED, Ending.ANSWERED, Ending.ANSWERED);
        assertThat(timers.nanos()).isEqualTo(MS_20.multipliedBy(2).toNanos());
    }

    @Test
    void asynchronous_calls_end_when_their_time_has_come() {
        stock.answers("1", MS_20).fails(() -> new IOException("reset"), MS_20);
        CompletableFuture<String> first = stock.callAsync();
        CompletableFuture<String> second = stock.callAsync();

        timers.advance(MS_20.minusNanos(1));
        assertThat(stock).ended(Ending.UNDER_WAY, Ending.UNDER_WAY);
        timers.advance(Duration.ofNanos(1));

        assertThat(first).isCompletedWithValue("1");
        assertThat(second).isCompletedExceptionally();
        assertThat(stock).ended(Ending.ANSWERED, Ending.FAILED);
    }

    @Test
    void each_failure_is_a_new_exception() {
        stock.fails(IOException::new).times(2);

        Throwable first = org.assertj.core.api.Assertions.catchThrowable(stock::call);

        assertThatThrownBy(stock::call).isNotSameAs(first);
    }

    @Test
    void what_hangs_is_given_up_by_its_guard() {
        stock.hangs();
        Guard guard =
                Guard.builder("stock").timers(timers).attemptTimeout(MS_20).build();

        assertThatThrownBy(() -> guard.call(stock::call)).isInstanceOf(CallTimeoutException.class);
        CompletableFuture<String> later = guard.callAsync(stock::callAsync);
        timers.advance(MS_20);

        assertThat(later).isCompletedExceptionally();
        assertThat(stock).ended(Ending.GIVEN_UP, Ending.GIVEN_UP);
        assertThat(stock.calls()).extracting(RecordedCall::until).containsExactly(MS_20, MS_20.multipliedBy(2));
    }

    @Test
    void what_hangs_and_is_not_given_up_does_not_hang_the_test() {
        stock.hangs();

        assertThatIllegalStateException().isThrownBy(stock::call).withMessageContaining("slept for ever");
    }

    @Test
    void a_script_is_asked_for() {
        assertThatIllegalStateException()
                .isThrownBy(stock::call)
                .withMessage("no step in the script (expected: answers, fails or hangs)");
        assertThatIllegalStateException().isThrownBy(() -> stock.times(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stock.answers("1").times(0))
                .withMessage("times: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stock.answers("1", Duration.ofMillis(-1)))
                .withMessage("after: -1ms (expected: >= 0s)");
    }

    @Test
    void an_assertion_that_fails_tells_of_the_calls() throws Exception {
        stock.answers("1", MS_20);
        stock.call();

        assertThatThrownBy(() -> assertThat(stock).as("stock").wasCalled(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("[stock]", "calls:", "2", "1", "call 1 came at 0 ms: ANSWERED at 20 ms");
        assertThatThrownBy(() -> assertThat(stock).wasCalledAt(MS_20)).hasMessageContaining("20 ms");
        assertThatThrownBy(() -> assertThat(stock).ended(Ending.GIVEN_UP)).hasMessageContaining("GIVEN_UP");
    }
}
