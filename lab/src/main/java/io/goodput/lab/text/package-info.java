/**
 * Results for people in front of a terminal, and as comma-separated values.
 *
 * <p>In: a result, and what the {@link io.goodput.screen.Screen} can show. Out: lines that fit it, without control
 * characters of others.
 */
package io.goodput.lab.text;
