package io.goodput.ion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The names that a frame knows by number. Before the first record of a frame stands the marker of the version, and
 * before each record that has new names a symbol table, which adds them to those that are known.
 */
final class IonSymbols {
    /** What comes on top of the names: marker, annotation, struct and the heads of both lists. */
    static final int MOST_OVERHEAD = 32;

    /** Those below are Ion's own. */
    private static final int FIRST = 10;

    private static final int TABLE = 3;
    private static final int IMPORTS = 6;
    private static final int SYMBOLS = 7;

    /** One annotation, {@code $ion_symbol_table}: how many bytes it takes, and its number. */
    private static final int ANNOTATION_BYTES = 2;

    /** {@code imports: $ion_symbol_table}: name, head and number. */
    private static final int IMPORT_BYTES = 3;

    /** Names of a process are few; if they are not, those that were forgotten are told again. */
    private static final int MOST_KNOWN = 4_096;

    private final Map<String, IonSymbol> known = new HashMap<>();
    /** Those that the next table will tell. */
    private final List<IonSymbol> fresh = new ArrayList<>();

    private int frame = 1;
    private int next = FIRST;
    private boolean isFirst = true;

    void beginFrame() {
        frame++;
        next = FIRST;
        isFirst = true;
        fresh.clear();
    }

    /** How many names the next table has so far. */
    int mark() {
        return fresh.size();
    }

    /** Names that came after the mark are not told, since what they stood in is not there; answers their bytes. */
    int takeBack(int mark) {
        int bytes = 0;
        while (fresh.size() > mark) {
            IonSymbol last = fresh.removeLast();
            last.frame = 0;
            bytes += last.bytes();
            next--;
        }
        return bytes;
    }

    /** That of this name. */
    IonSymbol of(String name, Function<String, byte[]> utf8) {
        IonSymbol there = known.get(name);
        if (there == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            there = new IonSymbol(utf8.apply(name));
            known.put(name, there);
        }
        return there;
    }

    /** Gives it a number if it has none in this frame; answers whether that is new. */
    boolean isNew(IonSymbol symbol) {
        if (symbol.frame == frame) {
            return false;
        }
        symbol.frame = frame;
        symbol.number = next++;
        fresh.add(symbol);
        return true;
    }

    /** How many bytes stand before the next record. */
    int bytesBefore() {
        int marker = isFirst ? IonBytes.MARKER_BYTES : 0;
        return fresh.isEmpty() ? marker : marker + sized(annotatedBytes());
    }

    /** Writes them. */
    void put(byte[] to, int at) {
        int start = isFirst ? IonBytes.marker(to, at) : at;
        if (!fresh.isEmpty()) {
            table(to, start);
        }
        isFirst = false;
        fresh.clear();
    }

    private void table(byte[] to, int at) {
        int next = IonBytes.head(IonBytes.ANNOTATED, annotatedBytes(), to, at);
        next = IonBytes.unsigned(1, to, next);
        next = IonBytes.unsigned(TABLE, to, next);
        next = IonBytes.head(IonBytes.STRUCT, structBytes(), to, next);
        if (!isFirst) {
            next = IonBytes.unsigned(IMPORTS, to, next);
            next = IonBytes.head(IonBytes.SYMBOL, 1, to, next);
            to[next++] = TABLE;
        }
        next = IonBytes.unsigned(SYMBOLS, to, next);
        next = IonBytes.head(IonBytes.LIST, namesBytes(), to, next);
        for (IonSymbol each : fresh) {
            next = IonBytes.string(each.utf8, to, next);
        }
    }

    private int annotatedBytes() {
        return ANNOTATION_BYTES + sized(structBytes());
    }

    private int structBytes() {
        return (isFirst ? 0 : IMPORT_BYTES) + 1 + sized(namesBytes());
    }

    private int namesBytes() {
        int bytes = 0;
        for (IonSymbol each : fresh) {
            bytes += each.bytes();
        }
        return bytes;
    }

    private static int sized(int length) {
        return IonBytes.headBytes(length) + length;
    }
}
