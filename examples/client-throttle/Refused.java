import io.goodput.Outcome;
import io.goodput.limit.ClientThrottle;
import java.util.SplittableRandom;

/** A client that sends 100 requests a second to a backend that accepts 20. */
class Refused {
    private static final long MILLI = 1_000_000;

    public static void main(String... args) {
        var throttle = new ClientThrottle(ClientThrottle.Settings.STANDARD);
        var random = new SplittableRandom(1);
        long now = 0;
        for (int minute = 1; minute <= 4; minute++) {
            int sent = 0;
            int room = 0;
            for (int request = 0; request < 6_000; request++) {
                now += 10 * MILLI;
                if (request % 100 == 0) {
                    room = 20;
                }
                if (throttle.tryPass(now, random)) {
                    sent++;
                    throttle.ended(room-- > 0 ? Outcome.SUCCESS : Outcome.THROTTLED, now);
                }
            }
            System.out.printf("minute %d: sent %d of 6000, drops %.2f now%n", minute, sent, throttle.dropShare(now));
        }
    }
}
