package io.goodput.telemetry.text;

import io.goodput.telemetry.record.FieldWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A record within its bounds, whatever it is told and whatever the format: a text that is too long ends at a character
 * that fits; what finds no room in the record is left out whole, which is a field of the record, or an element or a
 * member of such a field together with all that comes after it there. {@code cut} names both.
 *
 * <p>Writes nothing twice and looks at nothing that does not fit, so that what a record costs has a bound too. A format
 * says what stands for a value: all of its methods are given a position in a buffer with room, and answer the position
 * after what they wrote.
 *
 * @param <N> what a format keeps of a name, to write it again
 */
public abstract class BoundedFields<N> implements RecordEncoder {
    /** The most bytes of a name, as JSON has it; one that is longer ends there. */
    protected static final int MOST_NAME_BYTES = 128;

    /** The most bytes that the names of what was cut take. */
    protected static final int MOST_CUT_BYTES = 512;

    /** How deep a record goes: objects and arrays that are open at once. */
    protected static final int MOST_DEPTH = Nesting.MOST;

    private static final double MOST_WHOLE = 1e15;

    /** The most bytes of one value, with its name and what is around them. */
    private static final int MOST_STEP = MOST_TEXT_BYTES + MOST_NAME_BYTES + 16;

    private final byte[] buffer;
    private final FieldRules rules;
    private final FieldNames<N> names = new FieldNames<>();
    private final @Nullable Pseudonym pseudonym;
    private final byte[] digest = new byte[Pseudonym.BYTES];
    private final SpelledText spelled;
    private final CutNames cut = new CutNames();
    private final Nesting nesting = new Nesting();
    /** From here on there is room only for what ends the record. */
    private final int most;

    private int limit;
    private int end;
    private double factor = 1;

    /** The name of the record's field that is being written, and the name told last; whether its value is still due. */
    private String field = "";

    private String last = "";
    private boolean named;
    private Treatment treatment = Treatment.PLAIN;

    /**
     * Of values treated so.
     *
     * @param mostBytes of a record
     * @param escapes whether text has the escapes of JSON; the same of it is left, with or without
     */
    protected BoundedFields(FieldRules rules, int mostBytes, boolean escapes) {
        this.rules = rules;
        pseudonym = rules.pseudonym();
        buffer = new byte[mostBytes + MOST_STEP];
        most = mostBytes - MOST_CUT_BYTES - Nesting.MOST - 1;
        spelled = new SpelledText(escapes);
    }

    /** What there is to keep of a name. */
    protected abstract N form(String name);

    /** Nothing of the record before is left. */
    protected abstract void reset();

    /** What stands before a member or an element of what is open at this depth. */
    protected abstract int separate(int depth, byte[] to, int at);

    /** The member or element that was begun last at this depth is not there, nor anything within it. */
    protected abstract void undo(int depth);

    /** A name. */
    protected abstract int putName(N name, byte[] to, int at);

    /** As much of a text as {@link #spell} leaves of it. */
    protected abstract int putText(CharSequence text, byte[] to, int at);

    /** A text of plain ASCII, all of the bytes. */
    protected abstract int putAscii(byte[] text, byte[] to, int at);

    /** A whole number. */
    protected abstract int putWhole(long number, byte[] to, int at);

    /** A finite number that is not whole, or large. */
    protected abstract int putReal(double number, byte[] to, int at);

    /** True or false. */
    protected abstract int putTruth(boolean truth, byte[] to, int at);

    /** An instant, in nanoseconds since 1970, of which whole microseconds are written. */
    protected abstract int putInstant(long epochNanos, byte[] to, int at);

    /** 8 bytes. */
    protected abstract int putHex(long high, byte[] to, int at);

    /** 16 bytes. */
    protected abstract int putHex(long high, long low, byte[] to, int at);

    /** The beginning of an object or an array, which is open at this depth from now on; the record's is 1. */
    protected abstract int open(boolean isObject, int depth, byte[] to, int at);

    /** The end of what is open at this depth; what was open within it may not have been ended, but is not there. */
    protected abstract int close(boolean isObject, int depth, byte[] to, int at);

    /** The field {@code cut}, in at most {@link #MOST_CUT_BYTES}. */
    protected abstract int putCut(Collection<String> what, byte[] to, int at);

    /** Whatever comes after or, moving it, before the record. */
    protected abstract int finish(byte[] to, int at);

    /**
     * Writes as much of a text as there is room for, whole characters only.
     *
     * @param room in bytes, as they would be in JSON
     */
    protected final int spell(CharSequence text, byte[] to, int at, int room) {
        return spelled.write(text, to, at, room);
    }

    /** Takes bytes of the record's room for what {@link #finish} will put before it; below 0, gives them back. */
    protected final void reserve(int bytes) {
        limit -= bytes;
    }

    @Override
    public final void begin() {
        end = 0;
        limit = most;
        factor = 1;
        named = false;
        treatment = Treatment.PLAIN;
        nesting.clear();
        cut.clear();
        reset();
    }

    @Override
    public final void weigh(double by) {
        factor = by;
    }

    @Override
    public final int end() {
        if (nesting.depth() != 0 || end == 0) {
            throw new IllegalStateException("The record was not ended.");
        }
        end = finish(buffer, end);
        return end;
    }

    @Override
    public final byte[] bytes() {
        return buffer;
    }

    @Override
    public final FieldWriter beginObject() {
        return begin(true);
    }

    @Override
    public final FieldWriter endObject() {
        return end(true);
    }

    @Override
    public final FieldWriter beginArray() {
        return begin(false);
    }

    @Override
    public final FieldWriter endArray() {
        return end(false);
    }

    @Override
    public final FieldWriter name(String name) {
        if (nesting.isSilent()) {
            return this;
        }
        if (named || !nesting.isObject()) {
            throw new IllegalStateException("A name where none belongs: " + name);
        }
        FieldName<N> known = known(name);
        last = known.text();
        if (nesting.depth() == 1) {
            field = last;
        }
        boolean ruled = known.open() || (nesting.depth() == 2 && "details".equals(field));
        treatment = ruled ? known.treatment() : Treatment.PLAIN;
        start();
        end = putName(known.form(), buffer, end);
        named = true;
        return this;
    }

    private FieldName<N> known(String name) {
        FieldName<N> known = names.find(name);
        return known != null ? known : names.keep(name, form(name), rules.of(name));
    }

    @Override
    public final FieldWriter text(@Nullable CharSequence text) {
        if (text == null || treatment == Treatment.LEFT_OUT) {
            return takeBack();
        }
        if (treatment == Treatment.SECRET) {
            return secret(text);
        }
        if (begun()) {
            end = putText(text, buffer, end);
            done();
            if (spelled.wasCut()) {
                cut.add(shortened());
            }
        }
        return this;
    }

    @Override
    public final FieldWriter secret(@Nullable CharSequence text) {
        if (text == null || pseudonym == null || treatment == Treatment.LEFT_OUT) {
            return takeBack();
        }
        if (begun()) {
            pseudonym.write(text, digest, 0);
            end = putAscii(digest, buffer, end);
            done();
            if (text.length() > Pseudonym.MOST_CHARACTERS) {
                cut.add(shortened());
            }
        }
        return this;
    }

    @Override
    public final FieldWriter number(long number) {
        if (treatment != Treatment.PLAIN) {
            return text(Long.toString(number));
        }
        if (factor != 1 && isWeight()) {
            return real(number * factor);
        }
        if (begun()) {
            end = putWhole(number, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public final FieldWriter number(double number) {
        if (treatment != Treatment.PLAIN || !Double.isFinite(number)) {
            return text(Double.toString(number));
        }
        return real(factor != 1 && isWeight() ? number * factor : number);
    }

    @Override
    public final FieldWriter truth(boolean truth) {
        if (treatment != Treatment.PLAIN) {
            return text(Boolean.toString(truth));
        }
        if (begun()) {
            end = putTruth(truth, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public final FieldWriter instant(long epochNanos) {
        if (begun()) {
            end = putInstant(epochNanos, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public final FieldWriter hex(long high) {
        if (begun()) {
            end = putHex(high, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public final FieldWriter hex(long high, long low) {
        if (begun()) {
            end = putHex(high, low, buffer, end);
            done();
        }
        return this;
    }

    @Override
    public final FieldWriter cut(String what) {
        cut.add(what);
        return this;
    }

    private FieldWriter real(double number) {
        if (begun()) {
            boolean isWhole = number == (long) number && Math.abs(number) < MOST_WHOLE;
            end = isWhole ? putWhole((long) number, buffer, end) : putReal(number, buffer, end);
            done();
        }
        return this;
    }

    private boolean isWeight() {
        return nesting.depth() == 1 && "weight".equals(last);
    }

    /** Where a value may stand: with what separates it, if it is an element. False if it is not to be written. */
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
        if (end > limit) {
            undo(nesting.mended());
            end = nesting.overflow();
            cut.add(field);
        }
    }

    private FieldWriter takeBack() {
        if (named) {
            undo(nesting.depth());
            end = nesting.started();
            named = false;
            treatment = Treatment.PLAIN;
        }
        return this;
    }

    private FieldWriter begin(boolean isObject) {
        if (treatment != Treatment.PLAIN) {
            // Only what stands alone can be made a digest.
            takeBack();
            nesting.openSilent(isObject);
        } else if (nesting.depth() == 0 && !nesting.isSilent()) {
            if (end != 0 || !isObject) {
                throw new IllegalStateException("A record is one object.");
            }
            nesting.open(isObject);
            end = open(isObject, 1, buffer, end);
        } else if (begun()) {
            int depth = nesting.depth() + 1;
            end = open(isObject, depth, buffer, end);
            if (end > limit) {
                done();
                nesting.openSilent(isObject);
            } else {
                nesting.open(isObject);
            }
        } else {
            nesting.openSilent(isObject);
        }
        return this;
    }

    private FieldWriter end(boolean isObject) {
        if (named) {
            throw new IllegalStateException("A name without a value: " + last);
        }
        if (nesting.close(isObject)) {
            int depth = nesting.depth();
            if (depth == 0 && !cut.isEmpty()) {
                end = putCut(cut.names(), buffer, end);
            }
            end = close(isObject, depth + 1, buffer, end);
        }
        return this;
    }

    /** Notes where a member or an element begins, and separates it from the one before. */
    private void start() {
        nesting.start(end);
        end = separate(nesting.depth(), buffer, end);
    }

    private String shortened() {
        return field.equals(last) ? field : field + "." + last;
    }
}
