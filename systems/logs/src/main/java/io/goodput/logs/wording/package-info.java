/** How figures and outcomes are put into words, the same in a terminal, in a file and on a page. */
package io.goodput.logs.wording;
