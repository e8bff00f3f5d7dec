package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardHashTest {
    /** Of the reference implementation: key 00 01 … 0f, and as many bytes 00 01 … as said. */
    @ParameterizedTest
    @CsvSource({
        "0, 726fdb47dd0e0e31",
        "1, 74f839c593dc67fd",
        "2, 0d6c8009d9a94f5a",
        "3, 85676696d7fb7e2d",
        "15, a129ca6149be45e5"
    })
    void is_siphash_2_4_by_its_published_vectors(int length, String expected) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        var hash = ShardHash.withKey(0x0706_0504_0302_0100L, 0x0F0E_0D0C_0B0A_0908L);

        assertThat(Long.toHexString(hash.hash(bytes))).isEqualTo(expected.replaceFirst("^0", ""));
    }

    @Property(tries = 300)
    void a_string_is_hashed_as_its_utf_16_bytes(@ForAll String text) {
        var hash = ShardHash.of(7);

        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        assertThat(hash.hash(text)).isEqualTo(hash.hash(bytes));
    }

    @Property(tries = 100)
    void a_number_is_hashed_as_its_bytes(@ForAll long number) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (number >> (8 * i));
        }
        assertThat(ShardHash.of(7).hash(number)).isEqualTo(ShardHash.of(7).hash(bytes));
    }

    @Test
    void strings_that_collide_in_java_do_not_collide_here() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(ShardHash.of(0).hash("Aa")).isNotEqualTo(ShardHash.of(0).hash("BB"));
        assertThat(ShardHash.of(0).hash("\0")).isNotEqualTo(ShardHash.of(0).hash(""));
    }

    @Test
    void another_seed_and_another_level_are_another_hash() {
        var hash = ShardHash.of(1);

        assertThat(ShardHash.of(2).hash("a")).isNotEqualTo(hash.hash("a"));
        assertThat(hash.level("cell").hash("a")).isNotEqualTo(hash.hash("a"));
        assertThat(hash.level("cell").hash("a")).isNotEqualTo(hash.level("host").hash("a"));
        assertThat(hash.level("cell").hash("a"))
                .isEqualTo(ShardHash.of(1).level("cell").hash("a"));
    }

    @Test
    void bytes_of_an_encoding_are_other_bytes() {
        assertThat(ShardHash.of(1).hash("abc".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(ShardHash.of(1).hash("abc"));
    }
}
