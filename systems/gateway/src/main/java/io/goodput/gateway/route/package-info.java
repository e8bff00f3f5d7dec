/**
 * What is decided of a request by its head alone: which route it takes, what is sent in its place, whether it may be
 * sent twice, and what is said where there is no answer. Nothing here does I/O or reads a clock.
 */
@NullMarked
package io.goodput.gateway.route;

import org.jspecify.annotations.NullMarked;
