package stub;

import java.util.function.Supplier;

/** The same day for every client: a service that is busy now and then, and then one that is down. */
public final class Day {
    private Day() {}

    /** Makes 12 calls and then 20, and prints what they came to. */
    public static void spend(Prices prices, Supplier<Prices.Price> client) {
        calls("now and then", 12, prices, client);
        prices.setDown(true);
        calls("down", 20, prices, client);
        prices.setDown(false);
    }

    /** Makes so many calls, and prints what they came to. */
    public static void calls(String title, int calls, Prices prices, Supplier<Prices.Price> client) {
        int before = prices.requests();
        int current = 0;
        for (int call = 0; call < calls; call++) {
            current += client.get().current() ? 1 : 0;
        }
        System.out.printf("%-13s %2d current prices, %2d from the list, %2d requests%n", title + ":",
                current, calls - current, prices.requests() - before);
    }
}
