/**
 * Quantities as people write them: in comes {@code 50ms}, {@code 40/s}, {@code 1MiB} or {@code 5%}, out comes a number
 * of one unit, and the other way round. Each kind decides its units, what is too much, and which unit a wrong one was
 * meant to be.
 */
package io.goodput.config.quantity;
