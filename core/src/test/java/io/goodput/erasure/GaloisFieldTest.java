package io.goodput.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GaloisFieldTest {
    @Test
    void is_a_field() {
        for (int a = 0; a < 256; a++) {
            assertThat(GaloisField.product(a, 1)).isEqualTo(a);
            assertThat(a == 0 || GaloisField.product(a, GaloisField.inverse(a)) == 1)
                    .isTrue();
            for (int b = 0; b < 256; b++) {
                int ab = GaloisField.product(a, b);
                assertThat(ab).isEqualTo(GaloisField.product(b, a));
                assertThat(ab == 0).isEqualTo(a == 0 || b == 0);
                int c = (31 * a + 17 * b + 5) & 0xff;
                assertThat(GaloisField.product(ab, c)).isEqualTo(GaloisField.product(a, GaloisField.product(b, c)));
                assertThat(GaloisField.product(a, b ^ c)).isEqualTo(ab ^ GaloisField.product(a, c));
            }
        }
    }
}
