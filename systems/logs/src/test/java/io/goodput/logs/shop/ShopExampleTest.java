package io.goodput.logs.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ShopExampleTest {
    @Test
    void the_records_of_the_examples_are_those_that_the_shop_writes() throws IOException {
        assertThat(Files.readAllLines(ShopExample.FILE))
                .isEqualTo(ShopExample.traffic().lines());
    }
}
