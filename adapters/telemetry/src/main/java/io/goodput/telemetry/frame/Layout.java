package io.goodput.telemetry.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The numbers of the format: {@code docs/telemetry/records.md}. All are little-endian. */
final class Layout {
    /** Of a frame of Zstandard: RFC 8878, 3.1.1. */
    static final int ZSTD = 0xFD2FB528;

    static final int HEAD = 0x184D2A50;
    static final int SEALED = 0x184D2A51;
    static final int INDEX = 0x184D2A52;

    static final int HEAD_MARK = mark("GPH1");
    static final int SEALED_MARK = mark("GPE1");
    static final int INDEX_MARK = mark("GPI1");
    static final int SECTION_MARK = mark("GPT1");

    /** Magic number and size, before the content of a skippable frame: RFC 8878, 3.1.2. */
    static final int PREFIX = 8;

    static final int HEAD_CONTENT = 40;
    static final int HEAD_BYTES = PREFIX + HEAD_CONTENT;
    /** What a sealed frame is bound to: its head's content up to the checksums, which are not known before it. */
    static final int BOUND_BYTES = 32;

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    /** What is before the encrypted bytes. */
    static final int SEAL_BYTES = PREFIX + 4 + NONCE_BYTES;

    private Layout() {}

    static int intAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    static int crc(ByteBuffer bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes.slice(from, length));
        return (int) crc.getValue();
    }

    private static int mark(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }
}
