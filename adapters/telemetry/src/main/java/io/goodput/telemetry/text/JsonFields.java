package io.goodput.telemetry.text;

import io.goodput.telemetry.record.FieldWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record as one line of JSON, valid whatever it is told, and within its bounds: a text that is too long ends at a
 * character that fits; what finds no room in the record is left out whole, which is a field of the record, or an
 * element or a member of such a field together with all that comes after it there. {@code cut} names both.
 *
 * <p>Writes nothing twice and looks at nothing that does not fit, so that what a record costs has a bound too.
 */
public final class JsonFields implements RecordEncoder {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final double MOST_WHOLE = 1e15;

    /** The most bytes of one value, its name, quotes and comma included. */
    private static final int MOST_STEP = MOST_TEXT_BYTES + FieldNames.MOST_BYTES + 8;

    /** From here on there is room only for what ends the record. */
    private static final int LIMIT = MOST_BYTES - CutNames.MOST_BYTES - Nesting.MOST - 1;

    private final byte[] buffer = new byte[MOST_BYTES + MOST_STEP];
    private final FieldNames names;
    private final @Nullable Pseudonym pseudonym;
    private final EscapedText escaped = new EscapedText();
    private final InstantText instants = new InstantText();
    private final CutNames cut = new CutNames();
    private final Nesting nesting = new Nesting();

    private int end;
    private double factor = 1;

    /** The name of the record's field that is being written, and the name told last; whether its value is still due. */
    private String field = "";

    private String last = "";
    private boolean named;
    private Treatment treatment = Treatment.PLAIN;

    /** Of values treated so. */
    public JsonFields(FieldRules rules) {
        names = new FieldNames(rules);
        pseudonym = rules.pseudonym();
    }

    @Override
    public void begin() {
        end = 0;
        factor = 1;
        named = false;
        treatment = Treatment.PLAIN;
        nesting.clear();
        cut.clear();
    }

    @Override
    public void weigh(double by) {
        factor = by;
    }

    @Override
    public int end() {
        if (nesting.depth() != 0 || end == 0) {
            throw new IllegalStateException("The record was not ended.");
        }
        buffer[end++] = '\n';
        return end;
    }

    @Override
    public byte[] bytes() {
        return buffer;
    }

    @Override
    public FieldWriter beginObject() {
        return open('{', '}');
    }

    @Override
    public FieldWriter endObject() {
        return close('}');
    }

    @Override
    public FieldWriter beginArray() {
        return open('[', ']');
    }

    @Override
    public FieldWriter endArray() {
        return close(']');
    }

    @Override
    public FieldWriter name(String name) {
        if (nesting.isSilent()) {
            return this;
        }
        if (named || !nesting.isObject()) {
            throw new IllegalStateException("A name where none belongs: " + name);
        }
        FieldName known = names.of(name);
        last = known.text();
        if (nesting.depth() == 1) {
            field = last;
        }
        boolean ruled = known.open() || (nesting.depth() == 2 && "details".equals(field));
        treatment = ruled ? known.treatment() : Treatment.PLAIN;
        start();
        System.arraycopy(known.bytes(), 0, buffer, end, known.bytes().length);
        end += known.bytes().length;
        named = true;
        return this;
    }

    @Override
    public FieldWriter text(@Nullable CharSequence text) {
        if (text == null || treatment == Treatment.LEFT_OUT) {
            return takeBack();
        }
        if (treatment == Treatment.SECRET) {
            return secret(text);
        }
        if (begun()) {
            buffer[end] = '"';
            end = escaped.write(text, buffer, end + 1, MOST_TEXT_BYTES);
            buffer[end++] = '"';
            done();
            if (escaped.wasCut()) {
                cut.add(shortened());
            }
        }
        return this;
    }

    @Override
    public FieldWriter secret(@Nullable CharSequence text) {
        if (text == null || pseudonym == null || treatment == Treatment.LEFT_OUT) {
            return takeBack();
        }
        if (begun()) {
            buffer[end] = '"';
            pseudonym.write(text, buffer, end + 1);
            end += Pseudonym.BYTES + 1;
            buffer[end++] = '"';
            done();
            if (text.length() > Pseudonym.MOST_CHARACTERS) {
                cut.add(shortened());
            }
        }
        return this;
    }

    @Override
    public FieldWriter number(long number) {
        if (treatment != Treatment.PLAIN) {
            return text(Long.toString(number));
        }
        if (factor != 1 && isWeight()) {
            return real(number * factor);
        }
        if (begun()) {
            end = Digits.decimal(number, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public FieldWriter number(double number) {
        if (treatment != Treatment.PLAIN || !Double.isFinite(number)) {
            return text(Double.toString(number));
        }
        return real(factor != 1 && isWeight() ? number * factor : number);
    }

    @Override
    public FieldWriter truth(boolean truth) {
        if (treatment != Treatment.PLAIN) {
            return text(Boolean.toString(truth));
        }
        if (begun()) {
            ascii(truth ? TRUE : FALSE);
            done();
        }
        return this;
    }

    @Override
    public FieldWriter instant(long epochNanos) {
        if (begun()) {
            buffer[end] = '"';
            instants.write(epochNanos, buffer, end + 1);
            end += InstantText.BYTES + 1;
            buffer[end++] = '"';
            done();
        }
        return this;
    }

    @Override
    public FieldWriter hex(long high) {
        if (begun()) {
            buffer[end] = '"';
            end = Digits.hex(high, buffer, end + 1);
            buffer[end++] = '"';
            done();
        }
        return this;
    }

    @Override
    public FieldWriter hex(long high, long low) {
        if (begun()) {
            buffer[end] = '"';
            end = Digits.hex(low, buffer, Digits.hex(high, buffer, end + 1));
            buffer[end++] = '"';
            done();
        }
        return this;
    }

    @Override
    public FieldWriter cut(String what) {
        cut.add(what);
        return this;
    }

    private FieldWriter real(double number) {
        if (begun()) {
            if (number == (long) number && Math.abs(number) < MOST_WHOLE) {
                end = Digits.decimal((long) number, buffer, end);
            } else {
                ascii(Double.toString(number).getBytes(StandardCharsets.US_ASCII));
            }
            done();
        }
        return this;
    }

    private boolean isWeight() {
        return nesting.depth() == 1 && "weight".equals(last);
    }

    /** Where a value may stand: with its comma, if it is an element of an array. False if it is not to be written. */
    private boolean begun() {
        if (nesting.isSilent()) {
            return false;
        }
        if (!named) {
            if (nesting.depth() == 0 || nesting.isObject()) {
                throw new IllegalStateException("A value without a name, after " + last);
            }
            start();
        }
        named = false;
        treatment = Treatment.PLAIN;
        return true;
    }

    /** The value written last stays if there is room for it. */
    private void done() {
        if (end > LIMIT) {
            end = nesting.overflow();
            cut.add(field);
        }
    }

    private FieldWriter takeBack() {
        if (named) {
            end = nesting.started();
            named = false;
            treatment = Treatment.PLAIN;
        }
        return this;
    }

    private FieldWriter open(char bracket, char closing) {
        if (treatment != Treatment.PLAIN) {
            // Only what stands alone can be made a digest.
            takeBack();
            nesting.openSilent(closing);
        } else if (nesting.depth() == 0 && !nesting.isSilent()) {
            if (end != 0 || closing != '}') {
                throw new IllegalStateException("A record is one object.");
            }
            buffer[end++] = (byte) bracket;
            nesting.open(closing);
        } else if (begun()) {
            buffer[end++] = (byte) bracket;
            if (end > LIMIT) {
                done();
                nesting.openSilent(closing);
            } else {
                nesting.open(closing);
            }
        } else {
            nesting.openSilent(closing);
        }
        return this;
    }

    private FieldWriter close(char bracket) {
        if (named) {
            throw new IllegalStateException("A name without a value: " + last);
        }
        if (nesting.close(bracket)) {
            if (nesting.depth() == 0) {
                end = cut.appendTo(buffer, end);
            }
            buffer[end++] = (byte) bracket;
        }
        return this;
    }

    /** Notes where a member or an element begins, and separates it from the one before. */
    private void start() {
        nesting.start(end);
        byte before = buffer[end - 1];
        if (before != '{' && before != '[') {
            buffer[end++] = ',';
        }
    }

    private String shortened() {
        return field.equals(last) ? field : field + "." + last;
    }

    private void ascii(byte[] text) {
        System.arraycopy(text, 0, buffer, end, text.length);
        end += text.length;
    }
}
