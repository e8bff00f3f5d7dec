import io.goodput.Outcome;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Balancer.Settings;
import io.goodput.balance.Strategy;
import java.util.List;
import java.util.Random;

/** Five endpoints, of which d fails every call at once: how many of 1,000 calls each one gets. */
class BlackHole {
    public static void main(String... args) {
        run("round robin", Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN).withEjection(null));
        run("round robin, ejection", Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN));
        run("power of two", Settings.STANDARD.withEjection(null));
    }

    private static void run(String name, Settings settings) {
        var balancer = new Balancer(settings, List.of(
                Address.of("a"), Address.of("b"), Address.of("c"), Address.of("d"), Address.of("e")));
        var random = new Random(1);
        int[] calls = new int[5];
        for (int i = 0; i < 1_000; i++) {
            long now = i * 1_000_000L;
            var endpoint = balancer.pick(now, random, null, null);
            calls[balancer.endpoints().indexOf(endpoint)]++;
            boolean fails = endpoint.name().equals("d");
            balancer.ended(
                    endpoint, fails ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS, now, fails ? now : now + 500_000);
        }
        System.out.printf("%-21s", name);
        for (int i = 0; i < 5; i++) {
            System.out.printf("  %s %3d", balancer.endpoints().get(i), calls[i]);
        }
        System.out.println();
        balancer.detections().forEach(found ->
                System.out.println("    " + found.endpoint() + " " + found.consequence() + ": " + found.why()));
    }
}
