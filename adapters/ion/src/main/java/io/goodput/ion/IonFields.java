package io.goodput.ion;

import io.goodput.telemetry.text.BoundedFields;
import io.goodput.telemetry.text.FieldRules;
import java.util.Arrays;
import java.util.Collection;

/**
 * A record as a struct of Ion. An instant is a timestamp, the bytes of an id are a blob; all else is what it is in
 * JSON. Values end where they end in JSON; of a record there is room for more.
 */
final class IonFields extends BoundedFields<IonSymbol> {
    private static final byte[] CUT = IonBytes.ascii("cut");
    private static final byte[] MORE = IonBytes.ascii("and more");

    /** Bytes before the content of an object or an array, whose length is not known yet: less than 16 KiB. */
    private static final int HEAD = 3;

    private final IonSymbols symbols = new IonSymbols();
    private final IonInstant instants = new IonInstant();
    private final IonSymbol cut = new IonSymbol(CUT);
    /** Where the head stands of what is open, by depth. */
    private final int[] heads = new int[MOST_DEPTH + 1];
    /** Which names were new before the member that is being written, by depth. */
    private final int[] marks = new int[MOST_DEPTH + 1];

    /** Of values treated so. */
    IonFields(FieldRules rules) {
        super(rules, MOST_BYTES, false);
    }

    @Override
    public void beginFrame() {
        symbols.beginFrame();
    }

    @Override
    protected void reset() {
        symbols.takeBack(0);
        reserve(IonSymbols.MOST_OVERHEAD);
    }

    @Override
    protected IonSymbol form(String name) {
        return symbols.of(name, this::utf8);
    }

    private byte[] utf8(String name) {
        byte[] bytes = new byte[MOST_NAME_BYTES];
        return Arrays.copyOf(bytes, spell(name, bytes, 0, MOST_NAME_BYTES));
    }

    @Override
    protected int separate(int depth, byte[] to, int at) {
        marks[depth] = symbols.mark();
        return at;
    }

    @Override
    protected void undo(int depth) {
        reserve(-symbols.takeBack(marks[depth]));
    }

    @Override
    protected int putName(IonSymbol name, byte[] to, int at) {
        if (symbols.isNew(name)) {
            reserve(name.bytes());
        }
        return IonBytes.unsigned(name.number, to, at);
    }

    @Override
    protected int putText(CharSequence text, byte[] to, int at) {
        return putString(text, MOST_TEXT_BYTES, to, at);
    }

    /** Most text is ASCII, and its length is known before it is written; else it is moved. */
    private int putString(CharSequence text, int room, byte[] to, int at) {
        int guessed = at + IonBytes.headBytes(Math.min(text.length(), room));
        int length = spell(text, to, guessed, room) - guessed;
        int start = at + IonBytes.headBytes(length);
        if (start != guessed) {
            System.arraycopy(to, guessed, to, start, length);
        }
        return IonBytes.head(IonBytes.STRING, length, to, at) + length;
    }

    @Override
    protected int putAscii(byte[] text, byte[] to, int at) {
        return IonBytes.string(text, to, at);
    }

    @Override
    protected int putWhole(long number, byte[] to, int at) {
        return IonBytes.whole(number, to, at);
    }

    @Override
    protected int putReal(double number, byte[] to, int at) {
        return IonBytes.real(number, to, at);
    }

    @Override
    protected int putTruth(boolean truth, byte[] to, int at) {
        return IonBytes.head(IonBytes.BOOLEAN, truth ? 1 : 0, to, at);
    }

    @Override
    protected int putInstant(long epochNanos, byte[] to, int at) {
        return instants.put(epochNanos, to, at);
    }

    @Override
    protected int putHex(long high, byte[] to, int at) {
        return IonBytes.big(high, Long.BYTES, to, IonBytes.head(IonBytes.BLOB, Long.BYTES, to, at));
    }

    @Override
    protected int putHex(long high, long low, byte[] to, int at) {
        int next = IonBytes.big(high, Long.BYTES, to, IonBytes.head(IonBytes.BLOB, 2 * Long.BYTES, to, at));
        return IonBytes.big(low, Long.BYTES, to, next);
    }

    @Override
    protected int open(boolean isObject, int depth, byte[] to, int at) {
        heads[depth] = at;
        return at + HEAD;
    }

    @Override
    protected int close(boolean isObject, int depth, byte[] to, int at) {
        int head = heads[depth];
        int content = head + HEAD;
        int length = at - content;
        int start = IonBytes.head(isObject ? IonBytes.STRUCT : IonBytes.LIST, length, to, head);
        if (start != content) {
            System.arraycopy(to, content, to, start, length);
        }
        return start + length;
    }

    @Override
    protected int putCut(Collection<String> what, byte[] to, int at) {
        int list = putName(cut, to, at);
        int next = open(false, 2, to, list);
        int end = at + MOST_CUT_BYTES - MORE.length - 1;
        for (String name : what) {
            if (end - next - HEAD < MOST_NAME_BYTES) {
                next = IonBytes.string(MORE, to, next);
                break;
            }
            next = putString(name, MOST_NAME_BYTES, to, next);
        }
        return close(false, 2, to, next);
    }

    @Override
    protected int finish(byte[] to, int at) {
        int before = symbols.bytesBefore();
        if (before > 0) {
            System.arraycopy(to, 0, to, before, at);
            symbols.put(to, 0);
        }
        return at + before;
    }
}
