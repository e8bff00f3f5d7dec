/**
 * Records as Ion 1.0 binary: about half the bytes of JSON before compression, with the same fields in the same order
 * and the same meaning, in frames each of which stands alone.
 *
 * <p>In: the fields of one record, in order, or the records of a frame. Out: bytes, or lines of JSON. No I/O.
 *
 * <p>Source: the specification of Amazon Ion, Binary Encoding and Symbols.
 */
package io.goodput.ion;
