package shop;

import io.goodput.breaker.BreakerEvent;
import io.goodput.config.Configuration;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.Guard;
import java.io.IOException;
import java.nio.file.Path;

/** Calls an inventory behind a guard that goodput.yaml describes: while it answers, and when it no longer does. */
public final class Shop {
    private static boolean up = true;

    private Shop() {}

    public static void main(String... args) throws Exception {
        Guard inventory = Configuration.read(Path.of("goodput.yaml"))
                .newGuard("inventory")
                .build();
        inventory.breaker().listen(Shop::print);

        System.out.println("answered: " + inventory.call(Shop::stock));

        up = false;
        int failed = 0;
        while (true) {
            try {
                inventory.call(Shop::stock);
            } catch (CallDroppedException e) {
                System.out.println("after " + failed + " failed calls, not sent: " + e.getMessage());
                return;
            } catch (IOException e) {
                failed++;
            }
        }
    }

    private static void print(BreakerEvent event) {
        if (event instanceof BreakerEvent.StateChanged(var _, var _, var from, var to, var _)) {
            System.out.println("breaker: " + from + " -> " + to);
        }
    }

    /** Stands for a call of your client. */
    private static String stock() throws IOException {
        if (!up) {
            throw new IOException("connection refused");
        }
        return "42 in stock";
    }
}
