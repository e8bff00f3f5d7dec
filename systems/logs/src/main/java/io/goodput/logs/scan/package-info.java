/**
 * The fields of records that a question wants, read from the bytes of their lines. In: lines of JSON, of ours or
 * anybody else's; out: values, each in the column that it belongs to. No object is made for a line or a field, and what
 * nobody asked for is passed over without a look at what it says.
 */
package io.goodput.logs.scan;
