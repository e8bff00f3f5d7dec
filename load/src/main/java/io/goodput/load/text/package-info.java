/** Rates in words, for messages and reports. In: numbers. Out: text. */
package io.goodput.load.text;
