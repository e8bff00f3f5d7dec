package io.goodput.logs.table;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/** How many columns of a terminal text takes: two for what East Asian letters and pictures take, none for marks. */
final class DisplayWidth {
    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.HANGUL_SYLLABLES,
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.HANGUL_JAMO,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION);

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** At most so wide, {@code …} included. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        var cut = new StringBuilder();
        int taken = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (taken + of(codePoint) > width - 1) {
                break;
            }
            cut.appendCodePoint(codePoint);
            taken += of(codePoint);
        }
        return cut.append('…').toString();
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isPicture = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        boolean isFullWidth = codePoint >= 0xFF00 && codePoint <= 0xFF60;
        UnicodeBlock block = UnicodeBlock.of(codePoint);
        boolean isOfWideBlock = block != null && WIDE.contains(block);
        return isPicture || isFullWidth || isOfWideBlock || Character.isIdeographic(codePoint) ? 2 : 1;
    }
}
