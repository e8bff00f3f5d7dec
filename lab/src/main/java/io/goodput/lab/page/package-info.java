/**
 * Results as HTML pages that hold all they need and ask no network for anything.
 *
 * <p>In: a result, a table or a trace. Out: one file with a content security policy that allows nothing but what is in
 * it; the same result always gives the same text.
 */
package io.goodput.lab.page;
