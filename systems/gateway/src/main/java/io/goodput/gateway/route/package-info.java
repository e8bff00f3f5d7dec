/**
 * What is decided of a request by its head alone: which route it takes, what is sent in its place, whether it may be
 * sent twice, and what is said where there is no answer. Nothing here does I/O or reads a clock.
 */
package io.goodput.gateway.route;
