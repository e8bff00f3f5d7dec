import static io.goodput.Outcome.SUCCESS;
import static io.goodput.Outcome.TIMEOUT;
import static io.goodput.testing.GoodputAssertions.assertThat;
import static io.goodput.testing.RecordedCall.Ending.ANSWERED;
import static io.goodput.testing.RecordedCall.Ending.GIVEN_UP;

import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import io.goodput.testing.GuardRecorder;
import io.goodput.testing.ScriptedDependency;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Timeouts, backoff and deadlines in virtual time: hours pass, and nobody waits for them. */
class NoWaiting {
    public static void main(String... args) throws Exception {
        blocking();
        asynchronous();
        wrong();
    }

    // region blocking
    private static void blocking() throws Exception {
        var timers = new VirtualTimers();
        var stock = ScriptedDependency.<String>on(timers)
                .hangs().times(2)
                .answers("42 in stock", Duration.ofMillis(20));
        Guard guard = Guard.builder("stock")
                .timers(timers)
                .random(new Random(1))
                .attemptTimeout(Duration.ofMillis(300))
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(50), Duration.ofSeconds(20)))
                        .build())
                .build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        String answer = guard.call(stock::call);

        assertThat(recorder).retried(2).attemptsEnded(TIMEOUT, TIMEOUT, SUCCESS).ended(SUCCESS);
        assertThat(stock).wasCalled(3).ended(GIVEN_UP, GIVEN_UP, ANSWERED);
        System.out.println(answer + ", by this way: " + recorder);
    }
    // endregion

    // region asynchronous
    private static void asynchronous() {
        var timers = new VirtualTimers();
        var stock = ScriptedDependency.<String>on(timers).hangs();
        Guard guard = Guard.builder("stock").timers(timers).deadline(Duration.ofMillis(300)).build();

        CompletableFuture<String> answer = guard.callAsync(stock::callAsync);

        timers.advance(Duration.ofMillis(299));
        System.out.println("after 299 ms: " + answer.state());
        timers.advance(Duration.ofMillis(1));
        System.out.println("after 300 ms: " + answer.exceptionNow().getMessage());
        assertThat(stock).ended(GIVEN_UP);
    }
    // endregion

    // region wrong
    private static void wrong() throws Exception {
        var timers = new VirtualTimers();
        var stock = ScriptedDependency.<String>on(timers)
                .fails(() -> new IOException("connection reset"), Duration.ofMillis(5))
                .answers("42 in stock", Duration.ofMillis(20));
        Guard guard = Guard.builder("stock")
                .timers(timers)
                .retry(RetryPolicy.builder().attempts(3).build())
                .build();
        GuardRecorder recorder = GuardRecorder.of(guard);
        guard.call(stock::call);

        try {
            assertThat(recorder).retried(2);
        } catch (AssertionError wrong) {
            System.out.println(wrong.getMessage().strip());
        }
    }
    // endregion
}
