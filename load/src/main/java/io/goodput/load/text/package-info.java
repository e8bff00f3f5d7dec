/** Quantities and bounds in words, as a user writes them. In: numbers. Out: text, for messages and reports. */
package io.goodput.load.text;
