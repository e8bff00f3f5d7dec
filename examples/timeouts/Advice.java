import io.goodput.latency.Latencies;
import io.goodput.latency.TimeoutAdvisor;
import io.goodput.latency.TimeoutAdvisor.Settings;
import java.time.Duration;
import java.util.Random;

/** Three dependencies, and the timeout that their latencies call for. */
class Advice {
    public static void main(String... args) {
        var random = new Random(1);
        var advisor = TimeoutAdvisor.standard();

        long[] tail = random.doubles(50_000).mapToLong(draw -> (long) (2e6 / (1.0001 - draw))).toArray();
        show("a long tail", advisor, tail);

        long[] flat = random.doubles(50_000).mapToLong(draw -> (long) (20e6 + 2e6 * draw)).toArray();
        show("always the same", advisor, flat);

        var remote = new TimeoutAdvisor(Settings.STANDARD.withConnection(Duration.ofMillis(80)));
        show("far away, and new", remote, random.doubles(300).mapToLong(draw -> (long) (30e6 / (1.02 - draw))).toArray());
    }

    private static void show(String title, TimeoutAdvisor advisor, long[] nanos) {
        var advice = advisor.advise(Latencies.of(nanos));
        System.out.println(title + ": " + advice.timeout().toMillis() + " ms " + advice.warnings());
        System.out.println("  " + advice.text());
    }
}
