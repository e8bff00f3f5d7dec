package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** A record as one line of JSON, valid whatever it is told, and harmless to whatever shows it. */
public final class JsonFields extends BoundedFields<byte[]> {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CUT = "\"cut\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MORE = ("\"" + CutNames.MORE + "\"").getBytes(StandardCharsets.US_ASCII);

    private final InstantText instants = new InstantText();

    /** Of values treated so. */
    public JsonFields(FieldRules rules) {
        this(rules, MOST_BYTES);
    }

    /**
     * Of records that may be longer, as those are that another format had room for.
     *
     * @param mostBytes of one, its line feed included
     */
    public JsonFields(FieldRules rules, int mostBytes) {
        super(rules, mostBytes, true);
    }

    @Override
    public void beginFrame() {
        // Each line stands alone.
    }

    @Override
    protected void reset() {
        // Each line stands alone.
    }

    /** Quoted, escaped, with its colon. */
    @Override
    protected byte[] form(String name) {
        byte[] bytes = new byte[MOST_NAME_BYTES + 3];
        bytes[0] = '"';
        int end = spell(name, bytes, 1, MOST_NAME_BYTES);
        bytes[end] = '"';
        bytes[end + 1] = ':';
        return Arrays.copyOf(bytes, end + 2);
    }

    @Override
    protected int separate(int depth, byte[] to, int at) {
        byte before = to[at - 1];
        if (before == '{' || before == '[') {
            return at;
        }
        to[at] = ',';
        return at + 1;
    }

    @Override
    protected void undo(int depth) {
        // It is written over.
    }

    @Override
    protected int putName(byte[] name, byte[] to, int at) {
        return put(name, to, at);
    }

    @Override
    protected int putText(CharSequence text, byte[] to, int at) {
        to[at] = '"';
        int end = spell(text, to, at + 1, MOST_TEXT_BYTES);
        to[end] = '"';
        return end + 1;
    }

    @Override
    protected int putAscii(byte[] text, byte[] to, int at) {
        to[at] = '"';
        int end = put(text, to, at + 1);
        to[end] = '"';
        return end + 1;
    }

    @Override
    protected int putWhole(long number, byte[] to, int at) {
        return Digits.decimal(number, to, at);
    }

    @Override
    protected int putReal(double number, byte[] to, int at) {
        return put(Double.toString(number).getBytes(StandardCharsets.US_ASCII), to, at);
    }

    @Override
    protected int putTruth(boolean truth, byte[] to, int at) {
        return put(truth ? TRUE : FALSE, to, at);
    }

    @Override
    protected int putInstant(long epochNanos, byte[] to, int at) {
        to[at] = '"';
        instants.write(epochNanos, to, at + 1);
        int end = at + 1 + InstantText.BYTES;
        to[end] = '"';
        return end + 1;
    }

    @Override
    protected int putHex(long high, byte[] to, int at) {
        to[at] = '"';
        int end = Digits.hex(high, to, at + 1);
        to[end] = '"';
        return end + 1;
    }

    @Override
    protected int putHex(long high, long low, byte[] to, int at) {
        to[at] = '"';
        int end = Digits.hex(low, to, Digits.hex(high, to, at + 1));
        to[end] = '"';
        return end + 1;
    }

    @Override
    protected int open(boolean isObject, int depth, byte[] to, int at) {
        to[at] = (byte) (isObject ? '{' : '[');
        return at + 1;
    }

    @Override
    protected int close(boolean isObject, int depth, byte[] to, int at) {
        to[at] = (byte) (isObject ? '}' : ']');
        return at + 1;
    }

    @Override
    protected int putCut(Collection<String> what, byte[] to, int at) {
        int next = put(CUT, to, separate(1, to, at));
        int end = at + MOST_CUT_BYTES - MORE.length - 1;
        for (String name : what) {
            // Two quotes and a comma around it.
            int room = end - next - 3;
            if (room < MOST_NAME_BYTES) {
                next = put(MORE, to, next) + 1;
                break;
            }
            to[next] = '"';
            next = spell(name, to, next + 1, MOST_NAME_BYTES);
            to[next++] = '"';
            to[next++] = ',';
        }
        to[next - 1] = ']';
        return next;
    }

    @Override
    protected int finish(byte[] to, int at) {
        to[at] = '\n';
        return at + 1;
    }

    private static int put(byte[] what, byte[] to, int at) {
        System.arraycopy(what, 0, to, at, what.length);
        return at + what.length;
    }
}
