import io.goodput.guard.Guard;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.util.Random;

/** How many attempts 10,000 calls make, by the share of attempts that fail. */
class Budgets {
    private static final int CALLS = 10_000;

    public static void main(String... args) throws Exception {
        System.out.println("failing  no budget  capacity 10, deposit 0.1  standard");
        for (double failing : new double[] {0.01, 0.1, 0.5, 0.9, 1}) {
            System.out.printf("%5.0f %%  %9.3f  %24.3f  %8.3f%n", 100 * failing,
                    perCall(failing, RetryPolicy.builder()),
                    perCall(failing, RetryPolicy.builder().budget(RetryBudget.of(10, 0.1))),
                    perCall(failing, RetryPolicy.builder().budget(RetryBudget.standard())));
        }
    }

    private static double perCall(double failing, RetryPolicy.Builder retry) {
        var guard = Guard.builder("inventory").retry(retry.attempts(3).build()).build();
        var random = new Random(1);
        int[] attempts = {0};
        for (int i = 0; i < CALLS; i++) {
            try {
                guard.call(() -> {
                    attempts[0]++;
                    if (random.nextDouble() < failing) {
                        throw new IOException("unavailable");
                    }
                    return "";
                });
            } catch (Exception failed) {
                continue;
            }
        }
        return (double) attempts[0] / CALLS;
    }
}
