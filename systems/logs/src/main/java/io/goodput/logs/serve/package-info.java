/**
 * A page over records, on loopback: overall health, from there whom it comes from, from there one trace; the map; all
 * of it as it comes in. In: a source of records, and requests. Out: JSON for the page, and the page. Nothing is ever
 * written, and all text of records reaches the page as text.
 */
package io.goodput.logs.serve;
