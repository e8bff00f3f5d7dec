/**
 * Results for programs to read.
 *
 * <p>In: a result. Out: indented JSON; the same result always gives the same text. Each class says its shape.
 */
package io.goodput.lab.json;
