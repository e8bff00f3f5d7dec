package io.goodput.logs.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The records that come with the examples: three minutes of the shop, of which one trace in four is written. */
public final class ShopExample {
    public static final Path FILE = Path.of("..", "..", "examples", "telemetry", "shop", "shop.jsonl");

    private ShopExample() {}

    /** What made them. */
    public static ShopTraffic traffic() {
        return new ShopTraffic(7, 180, 3, 4);
    }

    /** Writes them, from the module's folder. */
    public static void main(String... args) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, traffic().lines());
    }
}
